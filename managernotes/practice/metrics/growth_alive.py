"""M13: with whom no growth step went on for 60 days, or no career talk was held for 180."""

from __future__ import annotations

from collections.abc import Sequence

from managernotes.domain.growth_alive import GrowthAlive
from managernotes.domain.metric import NOT_YET, Item, ItemSort, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import counted, joined


def growth_alive(team: Sequence[GrowthAlive]) -> Reading:
    """Read M13, A-Z as given; only those with whom it rests are items (S16)."""
    resting = [one for one in team if one.is_quiet or one.talk_is_due]
    sentence = "Growth is alive with everybody" if team else NOT_YET
    if resting:
        people = counted(len(resting), "person", "people")
        sentence = f"{people} without a live step or career talk"
    if len(team) == 1:
        sentence = _words(team[0])
    return Reading(
        metric=Metric.GROWTH_ALIVE,
        sentence=sentence,
        items=tuple(
            Item(
                sort=ItemSort.PERSON,
                id=one.person,
                person=one.person,
                text="",
                on=max(filter(None, (one.touched_on, one.last_career_talk)), default=None),
                detail=_words(one),
                is_open=True,
            )
            for one in resting
        ),
        next="Ask one of them where they want to go." if resting else None,
        nudges=tuple(
            Nudge(
                metric=Metric.GROWTH_ALIVE,
                person=one.person,
                sentence="Growth rests. Talk about where they want to go?",
            )
            for one in resting
        ),
    )


def _words(one: GrowthAlive) -> str:
    if not one.is_quiet and not one.talk_is_due:
        return "Growth is alive"
    return joined(
        "no step in 60 days" if one.is_quiet else "",
        "no career talk in 180 days" if one.talk_is_due else "",
    )
