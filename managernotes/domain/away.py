"""Days on which a person is not there, and their usual day to talk.

There is no reason and no field for one (INV-02): a window is two days and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from managernotes.errors import InvalidInputError

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class AwayWindow:
    """A stretch of days away, first and last included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day lies within it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class UsualTime:
    """When the two of them usually talk; weekday 0 is Monday."""

    weekday: int | None = None
    at: time | None = None


def in_order(windows: Iterable[tuple[date, date]]) -> tuple[AwayWindow, ...]:
    """Return windows by day, those that touch as one; InvalidInputError when one ends early."""
    joined: list[AwayWindow] = []
    for first, last in sorted(windows):
        if last < first:
            raise InvalidInputError(
                "A time away cannot end before it begins.", "Change one of the two days."
            )
        if joined and first <= joined[-1].last + _DAY:
            joined[-1] = AwayWindow(joined[-1].first, max(joined[-1].last, last))
        else:
            joined.append(AwayWindow(first, last))
    return tuple(joined)


def is_away(windows: Sequence[AwayWindow], day: date) -> bool:
    """Whether a day lies in one of the windows."""
    return any(window.holds(day) for window in windows)
