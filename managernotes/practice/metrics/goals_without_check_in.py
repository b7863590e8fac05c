"""M10: goals under way that were not looked at for a month, or whose day to look has passed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from managernotes.domain.away import AwayWindow
from managernotes.domain.metric import NOT_YET, Item, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import counted, days
from managernotes.practice.rhythm import present_days

LOOKED_AT_WITHIN: Final = 30
"""Days without those on which the person was away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """When an active goal was last looked at, and when it is to be looked at again."""

    item: Item
    name: str
    """Whose it is, for A-Z."""
    started_on: date
    checked_on: date | None
    next_on: date | None
    away: Sequence[AwayWindow] = ()
    is_there: bool = True


def goals_without_check_in(active: Sequence[Looked], today: date) -> Reading:
    """Read M10 over the active goals; only those that wait are items, A-Z."""
    waiting = [one for one in active if _waits(one, today)]
    waiting.sort(key=lambda one: (one.name.casefold(), one.started_on, one.item.id))
    people = dict.fromkeys(one.item.person for one in waiting if one.is_there)
    sentence = "Every goal was looked at" if active else NOT_YET
    if waiting:
        sentence = f"{counted(len(waiting), 'goal', 'goals')} without a check-in"
    return Reading(
        metric=Metric.GOALS_WITHOUT_CHECK_IN,
        sentence=sentence,
        items=tuple(replace(one.item, detail=_words(one, today), is_open=True) for one in waiting),
        next="Look at the goal together in the next one-to-one." if waiting else None,
        nudges=tuple(
            Nudge(
                metric=Metric.GOALS_WITHOUT_CHECK_IN,
                person=person,
                sentence="A goal was not looked at for a while. Ask how it goes?",
            )
            for person in people
        ),
    )


def _waits(one: Looked, today: date) -> bool:
    to_look = one.next_on
    if to_look and to_look < today and (one.checked_on is None or one.checked_on < to_look):
        return True
    return _unseen(one, today) > LOOKED_AT_WITHIN


def _unseen(one: Looked, today: date) -> int:
    return present_days(one.checked_on or one.started_on, today, one.away)


def _words(one: Looked, today: date) -> str:
    if one.checked_on is None:
        return NOT_YET
    return f"{days(_unseen(one, today))} ago"
