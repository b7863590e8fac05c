"""M16: which expectations were talked through since they were last edited (S28)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import NOT_YET, Item, ItemSort, Metric, Nudge, Reading
from managernotes.domain.yardstick import Clarity
from managernotes.practice.metrics.number_words import counted, of_all

_ADVICE = "Talk one through in the next one-to-one."


@dataclass(frozen=True, slots=True, kw_only=True)
class Clear:
    """How one of the team stands with their expectations."""

    person: PersonId
    clarity: Clarity
    has_talk_ahead: bool = False
    """Whether goals are to be set, a review or a hard talk is ahead: then a question is fair."""


def expectation_clarity(team: Sequence[Clear]) -> Reading:
    """Read M16, A-Z as given; for one person the open expectations are the items."""
    with_open = [one for one in team if one.clarity.open]
    items: tuple[Item, ...] = tuple(_person(one) for one in team)
    sentence = NOT_YET
    if len(team) == 1:
        sentence, items = _words(team[0].clarity), _open(team[0])
    elif any(one.clarity.talked for one in team):
        people = counted(len(with_open), "person", "people")
        sentence = f"Something to talk through with {people}" if with_open else "All talked through"
    return Reading(
        metric=Metric.EXPECTATION_CLARITY,
        sentence=sentence,
        items=items,
        next=_ADVICE if with_open else None,
        nudges=tuple(
            Nudge(
                metric=Metric.EXPECTATION_CLARITY,
                person=one.person,
                sentence="Before the talk: is it clear what is expected?",
            )
            for one in with_open
            if one.has_talk_ahead
        ),
    )


def _words(clarity: Clarity) -> str:
    everything = len(clarity.talked) + len(clarity.open)
    return of_all(len(clarity.talked), everything, "talked through")


def _person(one: Clear) -> Item:
    return Item(
        sort=ItemSort.PERSON,
        id=one.person,
        person=one.person,
        text="",
        on=None,
        detail=_words(one.clarity),
        is_open=bool(one.clarity.open),
    )


def _open(one: Clear) -> tuple[Item, ...]:
    return tuple(
        Item(
            sort=ItemSort.YARDSTICK,
            id=yardstick.id,
            person=one.person,
            text=yardstick.words.title,
            on=yardstick.talked_on(one.person),
            detail="edited since" if yardstick.talked_on(one.person) else NOT_YET,
            is_open=True,
        )
        for yardstick in one.clarity.open
    )
