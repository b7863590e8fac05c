"""M09: what they agreed to, with the help I offered; a list, and never a rate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import NOT_YET, Item, ItemSort, Metric, Nudge, Reading
from managernotes.domain.promise import Promise
from managernotes.practice.rhythm import monday_of
from managernotes.practice.today import end_of_week

_ADVICE = "Ask what they need for what is due this week."


def their_agreements(
    theirs: Sequence[Promise], names: Mapping[PersonId, str], today: date
) -> Reading:
    """Read M09 over what is open, A-Z by person and then by day."""
    listed = sorted(theirs, key=lambda one: (_name(one, names), one.due_on or date.max, one.id))
    week = monday_of(today), end_of_week(today)
    due = [one for one in listed if one.due_on and week[0] <= one.due_on <= week[1]]
    people = dict.fromkeys(one.people[0] for one in due if one.people)
    return Reading(
        metric=Metric.THEIR_AGREEMENTS,
        sentence="Listed, with the help you offered" if listed else NOT_YET,
        items=tuple(_item(one, is_due=one in due) for one in listed),
        next=_ADVICE if due else None,
        nudges=tuple(
            Nudge(
                metric=Metric.THEIR_AGREEMENTS,
                person=person,
                sentence="Due this week. Do they need anything?",
            )
            for person in people
        ),
    )


def _name(one: Promise, names: Mapping[PersonId, str]) -> str:
    first = one.people[0] if one.people else None
    return (names.get(first, "") if first else one.words.other_name).casefold()


def _item(one: Promise, *, is_due: bool) -> Item:
    return Item(
        sort=ItemSort.PROMISE,
        id=one.id,
        person=one.people[0] if one.people else None,
        text=one.words.text,
        on=one.due_on,
        detail=f"help: {one.words.help}" if one.words.help else "",
        is_open=is_due,
    )
