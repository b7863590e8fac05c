"""M11: from seen to said, one line a concern; what is open stands among them, nothing averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from managernotes.domain.away import AwayWindow
from managernotes.domain.metric import NOT_YET, Item, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import days
from managernotes.practice.rhythm import present_days

LOOKED_BACK: Final = 90
"""Days; what is open is listed whatever its age."""
OPEN_FOR: Final = 14
"""Days after which a question is fair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """One concern; None: it was not said."""

    item: Item
    name: str
    seen_on: date
    said_on: date | None
    away: Sequence[AwayWindow] = ()
    is_there: bool = True


def time_to_talk(
    concerns: Sequence[Raised], today: date, *, more_open: int = 0, more_said: int = 0
) -> Reading:
    """Read M11, A-Z by person and then by day; days on which they were away do not count.

    Beyond those listed there are `more_open` and `more_said`.
    """
    listed = sorted(concerns, key=lambda one: (one.name.casefold(), one.seen_on, one.item.id))
    still = [one for one in listed if one.said_on is None]
    sentence = "All of them were said" if listed else NOT_YET
    if still:
        sentence = f"{len(still) + more_open} still to be said"
    old = (one.item.person for one in still if one.is_there and _took(one, today) >= OPEN_FOR)
    return Reading(
        metric=Metric.TIME_TO_TALK,
        sentence=sentence,
        items=tuple(
            replace(one.item, detail=_words(one, today), is_open=one.said_on is None)
            for one in listed
        ),
        next="Choose a day for the first that is open." if still else None,
        nudges=tuple(
            Nudge(
                metric=Metric.TIME_TO_TALK,
                person=person,
                sentence="A concern has been open for two weeks. Prepare the talk?",
            )
            for person in dict.fromkeys(old)
        ),
        more=more_open + more_said,
    )


def _took(one: Raised, today: date) -> int:
    return present_days(one.seen_on, one.said_on or today, one.away)


def _words(one: Raised, today: date) -> str:
    took = _took(one, today)
    if one.said_on is None:
        return f"open, {days(took)}"
    if not took:
        return "said that day"
    return "said the next day" if took == 1 else f"said after {days(took)}"
