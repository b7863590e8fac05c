"""M08: what became of my own promises in 90 days; never compared with theirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from managernotes.domain.metric import Item, ItemSort, Metric, Nudge, Reading
from managernotes.domain.promise import Promise, PromiseCounts, PromiseState
from managernotes.practice.metrics.number_words import joined

_STATES = {
    PromiseState.KEPT: "kept",
    PromiseState.KEPT_LATE: "kept late",
    PromiseState.DROPPED: "dropped",
}


def my_promises(counts: PromiseCounts, mine: Sequence[Promise], today: date) -> Reading:
    """Read M08; `mine` are those behind the counts, in the order they are shown in."""
    overdue = [one for one in mine if _is_overdue(one, today)]
    untold = [one for one in mine if one.is_untold and not one.is_to_myself]
    return Reading(
        metric=Metric.MY_PROMISES,
        sentence=_sentence(counts),
        items=tuple(_item(one, today) for one in mine),
        next=_next(untold, overdue),
        nudges=(
            *(_nudge(one, "They do not know yet. Say so?") for one in untold),
            *(
                _nudge(one, "A promise of yours is overdue. A new day?")
                for one in overdue
                if one not in untold
            ),
        ),
    )


def _sentence(counts: PromiseCounts) -> str:
    return joined(
        *(
            f"{number} {word}" if number else ""
            for number, word in (
                (counts.kept, "kept"),
                (counts.kept_late, "kept late"),
                (counts.moved_told, "moved and told"),
                (counts.moved_untold, "moved, not told"),
                (counts.open - counts.moved_told - counts.moved_untold, "open"),
            )
        )
    )


def _next(untold: Sequence[Promise], overdue: Sequence[Promise]) -> str | None:
    if untold:
        return "Tell whoever does not know yet."
    return "Keep the oldest, or give it a new day and say so." if overdue else None


def _item(one: Promise, today: date) -> Item:
    detail = _STATES.get(one.state, "open")
    if one.is_untold and not one.is_to_myself:
        detail = "not told yet"
    elif _is_overdue(one, today):
        detail = "overdue"
    elif one.state is PromiseState.OPEN and one.is_moved:
        detail = "moved and told"
    return Item(
        sort=ItemSort.PROMISE,
        id=one.id,
        person=one.people[0] if one.people else None,
        text=one.words.text,
        on=one.ended_on or one.due_on,
        detail=detail,
        is_open=detail in {"not told yet", "overdue"},
    )


def _nudge(one: Promise, sentence: str) -> Nudge:
    person = one.people[0] if one.people else None
    return Nudge(metric=Metric.MY_PROMISES, person=person, sentence=sentence)


def _is_overdue(one: Promise, today: date) -> bool:
    return one.state is PromiseState.OPEN and one.due_on is not None and one.due_on < today
