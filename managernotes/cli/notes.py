"""`capture`, `timeline` and `search`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from managernotes.cli.exit_codes import DONE, exit_code
from managernotes.cli.run import Run
from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Observation, TimelineRow
from managernotes.domain.search_query import parse_query
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes.text.capture_line import parse_line

NOTE_TYPE = "observation"


def capture(workspace: Workspace, run: Run) -> int:
    """Write one note from the arguments, or one per line of stdin with `-`."""
    if run.chosen.text != ["-"]:
        _tell(_capture_line(workspace, run, " ".join(run.chosen.text)), workspace, run)
        return DONE
    first_refusal = DONE
    for number, line in run.streams.lines():
        try:
            note = _capture_line(workspace, run, line)
        except ManagerNotesError as error:
            run.streams.warn(f"line {number}: {error}")
            first_refusal = first_refusal or exit_code(error)
        else:
            _tell(note, workspace, run)
    return first_refusal


def timeline(workspace: Workspace, run: Run) -> int:
    """List a person's notes, newest first."""
    person = workspace.people.find(run.chosen.name)
    page = workspace.notes.timeline(
        person.id,
        kinds=(run.chosen.kind,) if run.chosen.kind else (),
        since=run.chosen.since,
        limit=run.chosen.limit,
    )
    if run.wants_json:
        run.streams.json([_row_document(row, workspace) for row in page.rows])
        return DONE
    for row in page.rows:
        state = f"  [{row.share_state.value}]" if row.share_state else ""
        state = "  [unconfirmed]" if row.unconfirmed else state
        run.streams.say(f"{row.occurred_on}  {row.kind.value:<12}  {row.headline}{state}")
    return DONE


def search(workspace: Workspace, run: Run) -> int:
    """Find notes, newest first."""
    query = parse_query(" ".join(run.chosen.query), run.today)
    hits = workspace.search.search(query, limit=run.chosen.limit)
    names = _names(workspace)
    documents = [
        {
            "id": str(hit.id),
            "type": NOTE_TYPE,
            "person": ", ".join(names[person] for person in hit.people) or None,
            "occurred_on": hit.occurred_on.isoformat(),
            "snippet": hit.snippet,
        }
        for hit in hits
    ]
    if run.wants_json:
        run.streams.json(documents)
        return DONE
    for found in documents:
        who = found["person"] or "no one named"
        run.streams.say(f"{found['occurred_on']}  {who}: {' '.join(str(found['snippet']).split())}")
    return DONE


def _capture_line(workspace: Workspace, run: Run, line: str) -> Observation:
    people = workspace.people.list_people()
    return workspace.notes.capture(parse_line(line, people, run.today))


def _tell(note: Observation, workspace: Workspace, run: Run) -> None:
    names = _names(workspace)
    people = [names[person] for person in note.people]
    if not run.wants_json:
        run.streams.say(f"Saved {note.kind.value} of {note.occurred_on}, {_listed(people)}.")
        return
    run.streams.json(
        {
            "id": str(note.id),
            "people": people,
            "kind": note.kind.value,
            "occurred_on": note.occurred_on.isoformat(),
            "due_on": note.come_back_on.isoformat() if note.come_back_on else None,
            "tags": list(note.tags),
            "text": note.text.fact,
        }
    )


def _row_document(row: TimelineRow, workspace: Workspace) -> dict[str, Any]:
    text = workspace.notes.get(row.id).text
    shown = [text.title, text.fact, text.effect]  # the reading never leaves (INV-04)
    return {
        "id": str(row.id),
        "type": NOTE_TYPE,
        "kind": row.kind.value,
        "occurred_on": row.occurred_on.isoformat(),
        "created_at": row.created_at.isoformat(),
        "text": "\n\n".join(part for part in shown if part.strip()),
        "share_state": row.share_state.value if row.share_state else None,
        "tags": list(row.tags),
        **({"unconfirmed": True} if row.unconfirmed else {}),
    }


def _names(workspace: Workspace) -> dict[PersonId, str]:
    everybody = workspace.people.list_people(include_gone=True)
    return {person.id: person.display_name for person in everybody}


def _listed(people: Iterable[str]) -> str:
    return f"about {', '.join(people)}" if people else "no one named"
