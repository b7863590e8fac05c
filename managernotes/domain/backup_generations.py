"""Which backups stay: the latest of seven days, four weeks and six months, as pure functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final


class Rhythm(StrEnum):
    """How often a backup is made by itself, when the vault is opened."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Generations:
    """How many days, then older weeks, then older months keep their latest backup."""

    days: int
    weeks: int
    months: int


USUAL: Final = Generations(days=7, weeks=4, months=6)
TWICE: Final = Generations(days=14, weeks=8, months=12)
CHOICES: Final = (USUAL, TWICE)


@dataclass(frozen=True, slots=True)
class Made:
    """One backup, as far as thinning out goes; `by_itself` if nobody asked for it."""

    made_at: datetime
    by_itself: bool = True
    proven: bool = True


def to_thin_out(backups: Sequence[Made], now: datetime, keep: Generations) -> list[int]:
    """Return the places, in the sequence, of those that may go.

    A day, week or month counts when it has a backup, so a holiday costs none. Kept besides: what
    seems to come from the future until its day has come (a clock was wrong), the latest proven
    one, and the latest that was asked for. Days are those of the backup's own offset.
    """
    order = sorted(range(len(backups)), key=lambda at: (backups[at].made_at, at), reverse=True)
    past = [at for at in order if backups[at].made_at <= now]
    kept = set(order) - set(past)
    kept.update([at for at in past if backups[at].proven][:1])
    kept.update([at for at in past if not backups[at].by_itself][:1])
    day = [backups[at].made_at.date() for at in past]
    rest = list(zip(past, day, strict=True))
    taken: list[date] = []
    for count, period in ((keep.days, _day), (keep.weeks, _week), (keep.months, _month)):
        chosen = _latest_of_each(rest, count, period, {period(found) for found in taken})
        kept.update(at for at, _ in chosen)
        taken += [found for _, found in chosen]
        oldest = min(taken, default=date.max)
        rest = [(at, found) for at, found in rest if found < oldest]
    return [at for at in range(len(backups)) if at not in kept]


def is_due(rhythm: Rhythm, made: Sequence[datetime], now: datetime) -> bool:
    """Tell whether one is to be made now; what seems to come from the future does not count."""
    if rhythm is Rhythm.NEVER:
        return False
    latest = max((moment for moment in made if moment <= now), default=None)
    if latest is None:
        return True
    passed = now.date() - latest.astimezone(now.tzinfo).date()
    return passed >= timedelta(days=7 if rhythm is Rhythm.WEEKLY else 1)


def _latest_of_each(
    newest_first: Sequence[tuple[int, date]],
    count: int,
    period: Callable[[date], tuple[int, ...]],
    covered: set[tuple[int, ...]],
) -> list[tuple[int, date]]:
    """Return the first of each of so many periods that no later generation has covered."""
    chosen: dict[tuple[int, ...], tuple[int, date]] = {}
    for at, found in newest_first:
        name = period(found)
        if name not in covered and name not in chosen and len(chosen) < count:
            chosen[name] = (at, found)
    return list(chosen.values())


def _day(day: date) -> tuple[int, ...]:
    return (day.toordinal(),)


def _week(day: date) -> tuple[int, ...]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, ...]:
    return (day.year, day.month)
