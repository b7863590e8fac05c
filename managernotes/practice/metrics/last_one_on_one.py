"""M01: days since the last one-to-one, beside the rhythm that was agreed; no league of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.metric import NOT_YET, Item, ItemSort, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import counted, days
from managernotes.practice.rhythm import Rhythm


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the one-to-ones with one of the team stand."""

    person: PersonId
    rhythm: Rhythm
    """Its days leave out those on which they were away."""
    last: ConversationId | None
    """The last one held."""


def last_one_on_one(team: Sequence[Standing], today: date) -> Reading:
    """Read M01 for the team, A-Z as it is given, or for one person."""
    items = tuple(_item(one, today) for one in team)
    due = sum(one.rhythm.is_due for one in team)
    held = [one for one in team if one.rhythm.last_on is not None]
    sentence = NOT_YET
    if held and len(team) == 1:
        sentence = _words(held[0].rhythm, today)
    elif held:
        sentence = counted(due, "is due", "are due") if due else "None is due"
    return Reading(
        metric=Metric.LAST_ONE_ON_ONE,
        sentence=sentence,
        items=items,
        next="Plan a day for each that is due." if due else None,
        nudges=tuple(
            Nudge(metric=Metric.LAST_ONE_ON_ONE, person=one.person, sentence="Find 20 minutes?")
            for one in team
            if one.rhythm.is_late
        ),
    )


def _item(one: Standing, today: date) -> Item:
    return Item(
        sort=ItemSort.TALK if one.last else ItemSort.PERSON,
        id=one.last or one.person,
        person=one.person,
        text="",
        on=one.rhythm.last_on,
        detail=_words(one.rhythm, today),
        is_open=one.rhythm.is_due,
    )


def _words(rhythm: Rhythm, today: date) -> str:
    since = NOT_YET
    if rhythm.last_on is not None:
        since = "today" if rhythm.last_on == today else days(rhythm.days)
    return f"{since} ({rhythm.cadence.value})"
