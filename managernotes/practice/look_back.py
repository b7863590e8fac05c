"""When a month look-back is offered, and which months a list of them shows (S45)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from managernotes.domain.look_back import Month

_SATURDAY = 5
_STILL_OFFERED: Final = timedelta(days=7)
"""For so long after its month a look-back is still offered."""


def last_working_day(month: Month) -> date:
    """Return the last day from Monday to Friday of a month."""
    day = month.last
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    return day


def offered(today: date, over: Collection[Month]) -> Month | None:
    """Return the month to look back on now, or None; `over` were done or skipped.

    It is offered from the last working day of the month until a week into the next one, and then
    let go without a word.
    """
    this = Month.of(today)
    before = this.plus(-1)
    if today >= last_working_day(this):
        return None if this in over else this
    if today - before.last <= _STILL_OFFERED and before not in over:
        return before
    return None


def listed(today: date, known: Collection[Month]) -> tuple[Month, ...]:
    """Return the months of the list, newest first: from the first known one until this one.

    The month before this one is always there, since it may still be looked back on.
    """
    this = Month.of(today)
    first = min(*known, this.plus(-1)) if known else this.plus(-1)
    months = [this]
    while months[-1] > first:
        months.append(months[-1].plus(-1))
    return tuple(months)
