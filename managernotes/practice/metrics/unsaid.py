"""M03: what has not been said, and how old the oldest is; a count, no guilt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from managernotes.domain.away import AwayWindow
from managernotes.domain.metric import NOT_YET, Item, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import days
from managernotes.practice.rhythm import present_days

THANKS_AGE: Final = 5
CONCERN_AGE: Final = 10
"""Days after which a question is fair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A win or a concern that nobody has said, and when the person was away."""

    item: Item
    seen_on: date
    away: Sequence[AwayWindow] = ()
    is_there: bool = True
    """Whether they can be told at all today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """The oldest of one kind, the oldest first, and how many there are in all."""

    oldest: Sequence[Waiting] = ()
    total: int = 0


def unsaid(thanks: Pile, concerns: Pile, today: date, *, was_any: bool) -> Reading:
    """Read M03; `was_any`: whether there ever was a win or a concern."""
    parts = [
        f"{word} {pile.total}{_age(pile, today) if word == 'concern' else ''}"
        for word, pile in (("thanks", thanks), ("concern", concerns))
        if pile.total
    ]
    words = " · ".join(parts)
    nothing = "Nothing is unsaid" if was_any else NOT_YET
    shown = [
        replace(one.item, detail=days(_waited(one, today)), is_open=True)
        for one in (*thanks.oldest, *concerns.oldest)
    ]
    return Reading(
        metric=Metric.UNSAID,
        sentence=words[:1].upper() + words[1:] if words else nothing,
        items=tuple(shown),
        next=_next(thanks, concerns),
        nudges=(
            *_nudges(concerns, CONCERN_AGE, "A concern waits. Choose a day for it?", today),
            *_nudges(thanks, THANKS_AGE, "A thank-you waits. Say it today?", today),
        ),
        more=thanks.total + concerns.total - len(shown),
    )


def _next(thanks: Pile, concerns: Pile) -> str | None:
    if concerns.total:
        return "Choose a day for the oldest concern."
    return "Say the oldest thank-you." if thanks.total else None


def _age(pile: Pile, today: date) -> str:
    oldest = max((_waited(one, today) for one in pile.oldest), default=0)
    return f" ({oldest} d)"


def _nudges(pile: Pile, age: int, sentence: str, today: date) -> tuple[Nudge, ...]:
    people = dict.fromkeys(
        one.item.person
        for one in pile.oldest
        if one.item.person and one.is_there and _waited(one, today) >= age
    )
    return tuple(Nudge(metric=Metric.UNSAID, person=person, sentence=sentence) for person in people)


def _waited(one: Waiting, today: date) -> int:
    return present_days(one.seen_on, today, one.away)
