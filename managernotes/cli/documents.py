"""What the documents and lines of several commands have in common."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from datetime import date, time
from uuid import UUID

from managernotes.domain.identity import PersonId
from managernotes.services.workspace import Workspace

Names = Mapping[PersonId, str]


def everybody(workspace: Workspace) -> Names:
    """Return the name of everybody outside the bin, who has left included."""
    people = workspace.people.list_people(include_gone=True)
    return {person.id: person.display_name for person in people}


def listed(people: Iterable[PersonId], names: Names) -> str:
    """Return people's names for a line."""
    return ", ".join(names[who] for who in people if who in names)


def iso_day(day: date | None) -> str | None:
    """Return a day as documents hold it."""
    return day.isoformat() if day else None


def clock_time(at: time | None) -> str | None:
    """Return a time of day as documents hold it."""
    return at.strftime("%H:%M") if at else None


def record_id(text: str) -> UUID:
    """Read the id of a record, as `--json` prints it."""
    try:
        return UUID(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not an id; `--json` prints them") from None
