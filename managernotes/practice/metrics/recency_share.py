"""M06: how much of the evidence is from the last quarter of the period."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import NOT_YET, Item, ItemSort, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import counted

ENOUGH: Final = 8
"""With fewer notes a share would say nothing."""

_ADVICE = "Most of it is from the last quarter. What was there before?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that are looked at, first and last included."""

    first: date
    last: date

    @property
    def last_quarter(self) -> date:
        """The first day of its last quarter."""
        quarter = ((self.last - self.first).days + 1) // 4
        return self.last - timedelta(days=quarter) + timedelta(days=1)


def year_until(today: date) -> Period:
    """Return the twelve months up to a day; from 29 February it begins on 1 March."""
    last_year = today.year - 1
    try:
        before = today.replace(year=last_year)
    except ValueError:
        before = date(last_year, 2, 28)
    return Period(first=before + timedelta(days=1), last=today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The days of the evidence about one person."""

    person: PersonId
    days: Collection[date]


def recency_share(team: Sequence[Dated], period: Period) -> Reading:
    """Read M06, A-Z as given."""
    known = [(one, *_shares(one.days, period)) for one in team]
    late = [one for one, recent, everything in known if _is_late(recent, everything)]
    sentence = NOT_YET
    if len(known) == 1:
        sentence = _words(known[0][1], known[0][2])
    elif any(everything for _, _, everything in known):
        people = counted(len(late), "person", "people")
        sentence = f"Mostly recent for {people}" if late else "Spread over the year"
    return Reading(
        metric=Metric.RECENCY_SHARE,
        sentence=sentence,
        items=tuple(
            Item(
                sort=ItemSort.PERSON,
                id=one.person,
                person=one.person,
                text="",
                on=None,
                detail=_words(recent, everything),
                is_open=one in late,
            )
            for one, recent, everything in known
        ),
        next=_ADVICE if late else None,
        nudges=tuple(
            Nudge(metric=Metric.RECENCY_SHARE, person=one.person, sentence=_ADVICE) for one in late
        ),
    )


def _shares(days: Collection[date], period: Period) -> tuple[int, int]:
    within = [day for day in days if period.first <= day <= period.last]
    return sum(day >= period.last_quarter for day in within), len(within)


def _is_late(recent: int, everything: int) -> bool:
    return everything >= ENOUGH and 2 * recent > everything


def _words(recent: int, everything: int) -> str:
    if not everything:
        return NOT_YET
    if everything < ENOUGH:
        return f"{counted(everything, 'note', 'notes')} so far"
    return f"{recent or 'none'} of {everything} from the last quarter"
