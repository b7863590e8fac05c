"""What a talk is measured by: an expectation that was agreed, or a value (S20, S27).

An expectation is one person's, or that of a role: then everybody in the role has it, at one level
or at all of them. A value is everybody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.identity import PersonId, VisionLineId, YardstickId


class YardstickKind(StrEnum):
    """An expectation of a role or person, or a value of the house."""

    EXPECTATION = "expectation"
    VALUE = "value"


class Area(StrEnum):
    """What part of the work it is about."""

    RESULT = "result"
    QUALITY = "quality"
    TEAMWORK = "teamwork"
    COMMUNICATION = "communication"
    LEADERSHIP = "leadership"
    VALUES = "values"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class YardstickWords:
    """Its words; what a revision keeps."""

    title: str = ""
    looks_like: str = ""
    not_yet_like: str = ""
    above_like: str = ""
    """What it looks like on the next level."""
    source: str = ""
    """Where a value comes from: "company values 2026"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkedThrough:
    """With whom it was talked through, and when last; None: not yet."""

    person: PersonId
    on: date | None
    is_named: bool = True
    """Whether it is theirs whatever their role; else a role brought it, or once did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWords:
    """A person's copy of an expectation (model: PersonExpectation)."""

    local_note: str = ""
    in_their_words: str = ""
    """How they say it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whose it is beside the people named one by one: a role, and a level within it."""

    role: str | None = None
    """A title; None: nobody's in particular."""
    level: str | None = None
    area: Area | None = None
    vision_line: VisionLineId | None = None
    """The line of the vision it serves (S09)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """One expectation or value."""

    id: YardstickId
    kind: YardstickKind
    words: YardstickWords
    retired_on: date | None
    people: tuple[TalkedThrough, ...]
    created_at: datetime
    revision: int
    scope: Scope = Scope()
    edited_at: datetime | None = None
    """When its words were last changed on a later day than its first; None: they were not.

    What was talked through before is open again (S28).
    """

    def talked_on(self, person: PersonId) -> date | None:
        """Return the day on which it was last talked through with somebody; None: not yet."""
        return next((known.on for known in self.people if known.person == person), None)


@dataclass(frozen=True, slots=True)
class Clarity:
    """Which of a person's expectations were talked through since they were last edited (M16)."""

    talked: tuple[Yardstick, ...]
    open: tuple[Yardstick, ...]
