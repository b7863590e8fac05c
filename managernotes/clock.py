"""The time, as a port: real in the app, fixed in tests and in the tour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the moment, with the offset in force here."""

    def now(self) -> datetime:
        """Return the moment, aware of its offset from UTC."""
        ...


class SystemClock:
    """The computer's own clock and time zone."""

    def now(self) -> datetime:
        """Return the present moment with the local offset."""
        return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for tests and for the tour."""

    moment: datetime

    def now(self) -> datetime:
        """Return the fixed moment."""
        return self.moment


def today(clock: Clock) -> date:
    """Return the local calendar day; days are never UTC days (DESIGN §3)."""
    return clock.now().date()
