"""`person add` and `person list`."""

from __future__ import annotations

from managernotes.cli.exit_codes import DONE
from managernotes.cli.run import Run
from managernotes.domain.person import NewPerson
from managernotes.services.workspace import Workspace


def add(workspace: Workspace, run: Run) -> int:
    """Add one person."""
    chosen = run.chosen
    person = workspace.people.add(
        NewPerson(
            display_name=chosen.name,
            alias=chosen.alias,
            role=chosen.role,
            started_on=chosen.started,
            cadence=chosen.cadence,
        )
    )
    if run.wants_json:
        run.streams.json({"id": str(person.id), "name": person.display_name})
    else:
        run.streams.say(f"Added {person.display_name}.")
    return DONE


def list_all(workspace: Workspace, run: Run) -> int:
    """List everybody, A to Z (INV-13)."""
    rows = workspace.people.overview()
    if run.wants_json:
        run.streams.json(
            [
                {
                    "id": str(row.id),
                    "name": row.display_name,
                    "alias": row.alias,
                    "role": row.role,
                    "status": row.status.value,
                    "last_one_on_one": row.last_one_on_one and row.last_one_on_one.isoformat(),
                    "unsaid": row.unsaid,
                }
                for row in rows
            ]
        )
        return DONE
    for row in rows:
        about = ", ".join(filter(None, [row.role, f"{row.unsaid} unsaid" if row.unsaid else ""]))
        run.streams.say(f"{row.display_name}{f'  ({about})' if about else ''}")
    return DONE
