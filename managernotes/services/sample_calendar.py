"""When things happen in the sample's year: working days, busy months, and notes written later."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random

YEAR = 365
"""Days the sample looks back from today."""

_BUSY = (0.9, 1.0, 1.3, 0.9, 1.0, 1.3, 0.8, 0.6, 1.2, 1.35, 1.3, 0.7)
"""How busy each month is, January first."""

_SAME_DAY = 0.72
_DELAYS = (1, 1, 1, 1, 2, 2, 3, 4, 5, 7, 9, 12, 16, 24)
"""Days between what happened and when it was written, for what was not written at once."""

_SATURDAY = 5


class Calendar:
    """The days of a trade's year, weighted by how much happens on them."""

    def __init__(self, today: date, weekend: float) -> None:
        self._days = [today - timedelta(days=ago) for ago in range(YEAR, 0, -1)]
        self._upto = list(accumulate(_weight(day, weekend) for day in self._days))

    def day(self, chance: Random, since: date) -> date:
        """Return a day of the year, not before `since`."""
        before = (since - self._days[0]).days
        low = self._upto[before - 1] if 0 < before <= YEAR else 0.0
        drawn = low + chance.random() * (self._upto[-1] - low)
        return self._days[min(bisect_right(self._upto, drawn), YEAR - 1)]


def written_at(day: date, today: date, hours: tuple[int, int], chance: Random) -> datetime:
    """Return when a note about a day was written: mostly the same day, never after yesterday."""
    written = day
    if chance.random() >= _SAME_DAY:
        delay = _DELAYS[int(chance.random() * len(_DELAYS))]
        written = min(day + timedelta(days=delay), today - timedelta(days=1))
    first, last = hours
    # Two dice: most is written in the middle of the working day.
    hour = first + (chance.random() + chance.random()) / 2 * (last - first)
    seconds = int(hour * 3600 + chance.random() * 60)
    return datetime.combine(written, time(), UTC) + timedelta(seconds=seconds)


def times_of_day(hours: tuple[int, int], count: int, chance: Random) -> Sequence[str]:
    """Return times within the working hours, to five minutes, in order and apart."""
    first, last = hours
    slots = (last - first) * 12
    step = slots // count
    starts = (part * step + int(chance.random() * (step - 1)) for part in range(count))
    return [f"{first + slot // 12:02}:{slot % 12 * 5:02}" for slot in starts]


def _weight(day: date, weekend: float) -> float:
    return _BUSY[day.month - 1] * (weekend if day.weekday() >= _SATURDAY else 1.0)
