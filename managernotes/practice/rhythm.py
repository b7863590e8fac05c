"""How the rhythm of talking and of feedback stands; about my practice, never about the person.

Pure judgement over days (practice/5-metrics.md M01, M02; practice/1-claims.md S08, S10, S29).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from managernotes.domain.away import AwayWindow, is_away
from managernotes.domain.person import Cadence, PersonStatus

CADENCE_DAYS: Final = {Cadence.WEEKLY: 7, Cadence.FORTNIGHTLY: 14, Cadence.MONTHLY: 30}
"""Days between two one-to-ones."""

WEEKS: Final = 8
"""Weeks of the feedback rhythm, the present one last (M02)."""

_EMPTY_IN_A_ROW = 3
_NOBODY_TO_MEET = frozenset({PersonStatus.AWAY, PersonStatus.TRANSFERRED, PersonStatus.LEFT})
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How the one-to-ones with somebody stand on a day."""

    cadence: Cadence
    last_on: date | None
    """The last one held; None: not yet."""
    days: int
    """Days since then, or since they were added, without the days they were away."""
    is_due: bool
    is_late: bool
    """Whether more than one and a half times the cadence has passed: worth a nudge (M01)."""


def present_days(since: date, today: date, away: Sequence[AwayWindow]) -> int:
    """Return the days after one day up to another on which they were there."""
    away_days = 0
    for window in away:
        first, last = max(window.first, since + _DAY), min(window.last, today)
        away_days += max((last - first).days + 1, 0)
    return max((today - since).days - away_days, 0)


def rhythm(  # noqa: PLR0913  the facts about one person, and the day
    *,
    cadence: Cadence,
    status: PersonStatus,
    last_on: date | None,
    known_since: date,
    away: Sequence[AwayWindow],
    today: date,
) -> Rhythm:
    """Return how the one-to-ones stand; nothing is due while somebody is away or gone (S08).

    Before the first one the count begins on the day they were added, or the day they start.
    """
    days = present_days(last_on or known_since, today, away)
    every = CADENCE_DAYS[cadence]
    is_there = status not in _NOBODY_TO_MEET and not is_away(away, today)
    return Rhythm(
        cadence=cadence,
        last_on=last_on,
        days=days,
        is_due=is_there and days >= every,
        is_late=is_there and 2 * days > 3 * every,
    )


def monday_of(day: date) -> date:
    """Return the first day of the week that a day is in."""
    return day - timedelta(days=day.weekday())


def week_dots(told_on: Iterable[date], today: date) -> tuple[bool, ...]:
    """Return for the last eight weeks, the oldest first, whether feedback was given in it (M02)."""
    this_week = monday_of(today)
    weeks = {(this_week - monday_of(day)).days // _WEEK.days for day in told_on if day <= today}
    return tuple(back in weeks for back in range(WEEKS - 1, -1, -1))


def first_day_of_dots(today: date) -> date:
    """Return the Monday with which the eight weeks begin."""
    return monday_of(today) - (WEEKS - 1) * _WEEK


def is_quiet(dots: Sequence[bool], away: Sequence[AwayWindow], today: date) -> bool:
    """Whether three weeks in a row were empty that were not spent away (M02's nudge)."""
    run = 0
    for place, filled in enumerate(dots):
        monday = first_day_of_dots(today) + place * _WEEK
        if filled:
            run = 0
        elif present_days(monday - _DAY, min(monday + 6 * _DAY, today), away):
            run += 1
        if run >= _EMPTY_IN_A_ROW:
            return True
    return False
