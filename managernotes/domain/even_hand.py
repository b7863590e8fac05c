"""How one standard was held for everybody: from seen to said, a line a concern (S24)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import ShareState


@dataclass(frozen=True, slots=True, kw_only=True)
class EvenLine:
    """One concern by a standard: whose, when, and how many days until it was said.

    It carries no word of the note (INV-16), and nothing is summed by person (S24).
    """

    note: NoteId
    person: PersonId
    name: str
    occurred_on: date
    state: ShareState
    days: int
    """Until it was said; for one that was not, until today."""

    @property
    def is_said(self) -> bool:
        """Whether the person has heard it."""
        return self.state not in {
            ShareState.UNSAID,
            ShareState.PLANNED,
            ShareState.NOT_FOR_SHARING,
        }


Line = TypeVar("Line", bound=EvenLine)


def a_to_z(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines by name and day, never by how long anybody waited (INV-13)."""
    return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.occurred_on)))
