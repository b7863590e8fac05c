"""`expectation list` and `expectation add`."""

from __future__ import annotations

from typing import Any

from managernotes.cli.documents import iso_day
from managernotes.cli.exit_codes import DONE
from managernotes.cli.run import Run
from managernotes.domain.identity import PersonId
from managernotes.domain.yardstick import Scope, Yardstick, YardstickKind, YardstickWords
from managernotes.domain.yardstick_rules import is_open
from managernotes.practice.clarity_line import clarity_line
from managernotes.services.roles import checked_role
from managernotes.services.workspace import Workspace


def list_all(workspace: Workspace, run: Run) -> int:
    """List expectations and values, A to Z; of a person, with how clear they are."""
    chosen = run.chosen
    person = None if chosen.person is None else workspace.people.find(chosen.person).id
    found = workspace.yardsticks.list(person)
    if run.wants_json:
        run.streams.json([expectation_document(workspace, one, person) for one in found])
        return DONE
    for one in found:
        run.streams.say(_line(one, person))
    line = clarity_line(workspace.yardsticks.clarity(person)) if person else ""
    if line:
        run.streams.say(f"{line}.")
    return DONE


def add(workspace: Workspace, run: Run) -> int:
    """Add an expectation of a person or of a role, or a value of everybody's."""
    chosen = run.chosen
    people = [workspace.people.find(chosen.person).id] if chosen.person else []
    role = None if chosen.role is None else checked_role(chosen.role)
    made = workspace.yardsticks.add(
        YardstickKind.VALUE if chosen.value else YardstickKind.EXPECTATION,
        YardstickWords(
            title=" ".join(chosen.title),
            looks_like=chosen.looks_like,
            not_yet_like=chosen.not_yet_like,
        ),
        people,
        Scope(role=role, level=chosen.level),
    )
    if run.wants_json:
        person = people[0] if people else None
        run.streams.json(expectation_document(workspace, made, person))
    else:
        run.streams.say("Saved a value." if chosen.value else "Saved an expectation.")
    return DONE


def expectation_document(
    workspace: Workspace, one: Yardstick, person: PersonId | None
) -> dict[str, Any]:
    """Return one as `--json` prints it; `open` only of a person's expectation, else null."""
    line = one.scope.vision_line and workspace.vision.line(one.scope.vision_line)
    is_theirs = person is not None and one.kind is YardstickKind.EXPECTATION
    return {
        "id": str(one.id),
        "kind": one.kind.value,
        "title": one.words.title,
        "role": one.scope.role,
        "level": one.scope.level,
        "looks_like": one.words.looks_like,
        "not_yet_like": one.words.not_yet_like,
        "vision_line": line.text if line else None,
        "talked_through_on": iso_day(one.talked_on(person)) if person else None,
        "open": is_open(one, person) if person and is_theirs else None,
    }


def _line(one: Yardstick, person: PersonId | None) -> str:
    about = ["value"] if one.kind is YardstickKind.VALUE else []
    about += [part for part in (one.scope.role, one.scope.level) if part]
    if person and one.kind is YardstickKind.EXPECTATION:
        on = iso_day(one.talked_on(person))
        about.append(f"talked through {on}" if on else "not yet talked through")
        if on and is_open(one, person):
            about.append("edited since")
    return one.words.title + (f"  ({', '.join(about)})" if about else "")
