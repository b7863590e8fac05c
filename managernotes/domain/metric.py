"""What a number about my practice is, and the items it opens; never about the person (INV-12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from managernotes.domain.identity import PersonId


class Metric(StrEnum):
    """The seventeen of practice/5-metrics.md, in its order."""

    LAST_ONE_ON_ONE = "M01"
    FEEDBACK_RHYTHM = "M02"
    UNSAID = "M03"
    RECOGNITION_AND_CORRECTION = "M04"
    EVIDENCE_COVERAGE = "M05"
    RECENCY_SHARE = "M06"
    SOURCE_MIX = "M07"
    MY_PROMISES = "M08"
    THEIR_AGREEMENTS = "M09"
    GOALS_WITHOUT_CHECK_IN = "M10"
    TIME_TO_TALK = "M11"
    MY_ATTENTION = "M12"
    GROWTH_ALIVE = "M13"
    THEIR_VOICE = "M14"
    LESSONS_THAT_CHANGED = "M15"
    EXPECTATION_CLARITY = "M16"
    HOUSE_KEEPING = "M17"


class ItemSort(StrEnum):
    """What an item opens."""

    NOTE = "note"
    PROMISE = "promise"
    TALK = "talk"
    GOAL = "goal"
    CHECK_IN = "check_in"
    """Opens its goal, whose id it carries."""
    GROWTH_STEP = "growth_step"
    LESSON = "lesson"
    YARDSTICK = "yardstick"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing behind a number: what to open, whom it is about, its words, and its day."""

    sort: ItemSort
    id: UUID
    person: PersonId | None
    """The first of them, if it is about several; None: about nobody."""
    text: str
    """Words of the vault; empty for what is restricted until it is opened (INV-23)."""
    on: date | None
    detail: str = ""
    """What the number says of it, in words of the app: "9 days (weekly)"."""
    is_open: bool = False
    """Whether it still waits: unsaid, overdue, not told, due."""
    is_restricted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """A question that may be asked once; the name stands beside it, never in it."""

    metric: Metric
    person: PersonId | None
    """None: about nobody in particular."""
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one metric says now."""

    metric: Metric
    sentence: str
    """"not yet" where there is nothing to read; never a percentage."""
    items: tuple[Item, ...] = ()
    """A-Z by person, or by day; never by count (INV-13)."""
    next: str | None = None
    """One line of what to do next; None: nothing."""
    nudges: tuple[Nudge, ...] = ()
    dots: tuple[bool, ...] = ()
    """The eight weeks of M02, the oldest first; else none."""
    more: int = 0
    """How many items there are beyond those that are listed."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read yet."""
        return self.sentence == NOT_YET


NOT_YET = "not yet"
"""Stands where a number would be 0 for want of anything to count."""
