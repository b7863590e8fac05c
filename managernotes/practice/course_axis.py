"""Round numbers for the axis of a course, and the months that name its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10
from typing import Final

from managernotes.domain.look_back import Month

_ROUND: Final = (1, 2, 3, 5)
_MOST_ROWS: Final = 4
_PERCENT: Final = (0.0, 25.0, 50.0, 75.0, 100.0)
_WHOLE: Final = 100.0
_FROM_ZERO: Final = 0.5
"""When the smallest value is less than so much of the largest, the axis begins at nothing."""

_THE_SAME: Final = 1e-9
"""Values nearer to each other than this part of them are drawn as one."""

_MOST_MONTHS: Final = 8
_MONTH_STEPS: Final = (1, 2, 3, 6, 12)
_TWELVE: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Where the rows of a plot lie; `low` and `high` hold every value."""

    ticks: tuple[float, ...]
    low: float
    high: float


def value_axis(values: Sequence[float], *, is_percent: bool = False) -> Axis:
    """Return an axis with two to five round rows that holds these values; at least one is given."""
    low, high = min(values), max(values)
    if is_percent and low >= 0 and high <= _WHOLE:
        return Axis(ticks=_PERCENT, low=0.0, high=_WHOLE)
    if low > 0 and low < high * _FROM_ZERO:
        low = 0.0
    elif high < 0 and high > low * _FROM_ZERO:
        high = 0.0
    if (
        high - low <= max(abs(low), abs(high), 1.0) * _THE_SAME
    ):  # one value, or always the same: it lies in the middle
        margin = abs(low) / 2 or 1.0
        low, high = low - margin, high + margin
    step = _step(high - low)
    bottom = floor(low / step)
    rows = range(bottom, floor(high / step) + 1)
    ticks = tuple(_tidy(row * step) for row in rows)
    return Axis(ticks=ticks, low=ticks[0], high=max(high, ticks[-1]))


def months_within(first: date, last: date) -> tuple[date, ...]:
    """Return the first days of months within a span, every other one or fewer when it is long."""
    month = Month.of(first)
    if first.day > 1:
        month = month.plus(1)
    starts = []
    while month <= Month.of(last):
        starts.append(month)
        month = month.plus(1)
    every = next((step for step in _MONTH_STEPS if len(starts) <= step * _MOST_MONTHS), None)
    if every is None:
        years = -(-len(starts) // (_TWELVE * _MOST_MONTHS))
        every = _TWELVE * years
    return tuple(
        start.first for start in starts if (start.year * _TWELVE + start.month - 1) % every == 0
    )


def _step(spread: float) -> float:
    """Return the smallest round number of which no more than four lie in a spread."""
    power = 10.0 ** floor(log10(spread / _MOST_ROWS))
    candidates = [part * power * tens for tens in (1, 10) for part in _ROUND]
    return next(step for step in candidates if spread / step < _MOST_ROWS)


def _tidy(value: float) -> float:
    """Return a number without what dividing by ten leaves behind."""
    return float(f"{value:.12g}") + 0.0
