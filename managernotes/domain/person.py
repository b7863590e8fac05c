"""The people a manager looks after.

Deliberately absent (INV-01, INV-02): gender, age, birth date, health, family, religion,
nationality, photo, pay, and any rating.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.identity import PersonId


class PersonStatus(StrEnum):
    """Where a person stands in the team."""

    JOINING = "joining"
    ACTIVE = "active"
    AWAY = "away"
    TRANSFERRED = "transferred"
    LEFT = "left"


class Cadence(StrEnum):
    """How often the two of them mean to talk one to one."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What a form or an import hands over to be stored; `role` is a title."""

    display_name: str
    alias: str | None = None
    role: str | None = None
    team: str | None = None
    level: str | None = None
    started_on: date | None = None
    manager_since: date | None = None
    status: PersonStatus = PersonStatus.ACTIVE
    cadence: Cadence = Cadence.WEEKLY
    recognition_pref: str = ""
    works_best: str = ""
    aims: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person; immutable, so an edit is always a new value."""

    id: PersonId
    display_name: str
    alias: str | None = None
    role: str | None = None
    team: str | None = None
    level: str | None = None
    started_on: date | None = None
    manager_since: date | None = None
    status: PersonStatus = PersonStatus.ACTIVE
    cadence: Cadence = Cadence.WEEKLY
    recognition_pref: str = ""
    works_best: str = ""
    aims: str = ""
    created_at: datetime
    updated_at: datetime
    revision: int = 1

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that can be typed about them, for the rule that keeps earlier versions."""
        lines = (self.display_name, self.alias, self.role, self.team, self.level)
        return (*(line or "" for line in lines), self.recognition_pref, self.works_best, self.aims)


def newly_added(person: NewPerson, identity: PersonId, at: datetime) -> Person:
    """Return a new person as they stand once they were added at that moment."""
    known = {part.name: getattr(person, part.name) for part in fields(person)}
    return Person(id=identity, created_at=at, updated_at=at, **known)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOverview:
    """One row of the people list (A–Z, INV-13)."""

    id: PersonId
    display_name: str
    alias: str | None
    role: str | None
    team: str | None = None
    status: PersonStatus
    last_one_on_one: date | None
    last_note_on: date | None = None
    """The day of their newest note outside the bin."""
    unsaid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRevision:
    """One version of what was written about a person, and when it was saved."""

    revision: int
    saved_at: datetime
    person: NewPerson
