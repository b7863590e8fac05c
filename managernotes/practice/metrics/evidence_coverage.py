"""M05: for which months there is evidence; a gap asks what I did not look at, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from managernotes.domain.away import AwayWindow
from managernotes.domain.identity import PersonId
from managernotes.domain.look_back import Month
from managernotes.domain.metric import NOT_YET, Item, ItemSort, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import of_all
from managernotes.practice.rhythm import present_days

_SOME: Final = 2


class Cover(StrEnum):
    """What a cell of the grid shows; more says nothing about how good anything was."""

    NONE = "none"
    SOME = "some"
    MORE = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How many notes by any expectation there are about one person, month by month."""

    person: PersonId
    months: Sequence[tuple[Month, int]]
    """Oldest first."""
    known_since: date
    away: Sequence[AwayWindow] = ()


def cover(notes: int) -> Cover:
    """Return what a cell with so many notes shows: none, some (one or two), or more."""
    if not notes:
        return Cover.NONE
    return Cover.SOME if notes <= _SOME else Cover.MORE


def evidence_coverage(team: Sequence[Evidence], today: date, *, in_period: bool = False) -> Reading:
    """Read M05, A-Z as given; `in_period`: a review is being written, and a gap may be asked of."""
    counted = [(one, _there(one, today)) for one in team]
    items = tuple(_item(one, months) for one, months in counted)
    gaps = [one for one, months in counted if any(not notes for _, notes in months)]
    return Reading(
        metric=Metric.EVIDENCE_COVERAGE,
        sentence=_sentence([months for _, months in counted]),
        items=items,
        next="Open a month without evidence: what was there?" if gaps else None,
        nudges=tuple(
            Nudge(
                metric=Metric.EVIDENCE_COVERAGE,
                person=one.person,
                sentence="There are months without any evidence. What do you remember?",
            )
            for one in gaps
            if in_period
        ),
    )


def _sentence(team: Sequence[Sequence[tuple[Month, int]]]) -> str:
    if not any(notes for months in team for _, notes in months):
        return NOT_YET
    if len(team) == 1:
        return _of_months(team[0])
    whole = sum(_covered(months) == len(months) for months in team)
    return of_all(whole, len(team), "with evidence in every month")


def _item(one: Evidence, months: Sequence[tuple[Month, int]]) -> Item:
    return Item(
        sort=ItemSort.PERSON,
        id=one.person,
        person=one.person,
        text="",
        on=None,
        detail=_of_months(months),
        is_open=_covered(months) < len(months),
    )


def _of_months(months: Sequence[tuple[Month, int]]) -> str:
    unit = "month" if len(months) == 1 else "months"
    return of_all(_covered(months), len(months), f"{unit} with evidence")


def _covered(months: Sequence[tuple[Month, int]]) -> int:
    return sum(notes > 0 for _, notes in months)


def _there(one: Evidence, today: date) -> list[tuple[Month, int]]:
    """Return the months on any day of which they were there and known."""
    return [
        (month, notes)
        for month, notes in one.months
        if notes or _was_there(one, max(month.first, one.known_since), min(month.last, today))
    ]


def _was_there(one: Evidence, first: date, last: date) -> bool:
    if first > last:
        return False
    return present_days(date.fromordinal(first.toordinal() - 1), last, one.away) > 0
