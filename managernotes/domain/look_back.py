"""The month look-back: ten private minutes, and at most one thing to try (S45; model: SelfNote)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from managernotes.domain.identity import PromiseId

_MONTHS = 12


class Month(NamedTuple):
    """A calendar month; sorts by time."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month a day lies in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def plus(self, months: int) -> Month:
        """Return the month that many months later; before, when it is negative."""
        number = self.year * _MONTHS + self.month - 1 + months
        return Month(number // _MONTHS, number % _MONTHS + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


class LookBackState(StrEnum):
    """Skipping says nothing about anybody."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackWords:
    """The five answers, only for the manager and never evidence (INV-11)."""

    cared: str = ""
    """Whom did I thank, help, challenge, forget?"""
    promise: str = ""
    """Which promise did I not keep, and did I say so?"""
    avoided: str = ""
    """What did I avoid, and what is the smallest next step?"""
    told: str = ""
    """What did someone tell me about me?"""
    one_thing: str = ""
    """One thing to try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """One month's; `try_by` is the day of the one thing, when there is one."""

    month: Month
    state: LookBackState
    words: LookBackWords
    ended_on: date | None
    try_by: date | None
    created_at: datetime
    updated_at: datetime
    revision: int
    promise: PromiseId | None = None
    """The one promise to myself that came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackRow:
    """One line of the list of months."""

    month: Month
    state: LookBackState
    one_thing: str
    """The first line of what was to be tried; empty: nothing was named."""
    due_on: date
    """The last working day of the month, on which it is offered."""
    is_begun: bool
    """Whether anything was written, or it was skipped; a month let go says nothing."""
