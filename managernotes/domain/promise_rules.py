"""How a promise goes on: moved, told, kept, kept late or dropped (practice/2-model.md).

Every function takes a promise and returns it as it is after the step, or raises InvalidInputError.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from managernotes.domain.promise import Promise, PromiseMove, PromiseState
from managernotes.errors import InvalidInputError

_KEPT = frozenset({PromiseState.KEPT, PromiseState.KEPT_LATE})


def moved(promise: Promise, to_day: date, told_on: date | None, today: date) -> Promise:
    """Give a promise another day; the first one stays as it was said (INV-10, S17).

    `told_on`: when the other side heard of it; None: not yet, and that stays to be done.
    """
    _want_open(promise, "moved")
    if to_day == promise.due_on:
        raise InvalidInputError("That is the day it is promised for.", "Choose another day.")
    told_on = _heard(promise, told_on, today)
    move = PromiseMove(from_day=promise.due_on, to_day=to_day, moved_on=today, told_on=told_on)
    return replace(
        promise,
        due_on=to_day,
        original_due_on=promise.original_due_on or promise.due_on or to_day,
        moves=(*promise.moves, move) if promise.due_on else promise.moves,
    )


def told(promise: Promise, on: date, today: date) -> Promise:
    """Note when the other side heard that it was moved, dropped or kept late."""
    _check_told(promise, on, today)
    if promise.state is PromiseState.OPEN:
        if not promise.moves:
            raise InvalidInputError("There is nothing to tell about this promise.", "Keep it.")
        return replace(promise, moves=(*promise.moves[:-1], replace(promise.moves[-1], told_on=on)))
    return replace(promise, told_on=on)


def untold(promise: Promise) -> Promise:
    """Take back that they were told."""
    if promise.state is PromiseState.OPEN and promise.moves:
        moves = (*promise.moves[:-1], replace(promise.moves[-1], told_on=None))
        return replace(promise, moves=moves)
    return replace(promise, told_on=None)


def kept(promise: Promise, on: date, today: date) -> Promise:
    """Say on which day it was kept; after its day it was kept late."""
    _want_open(promise, "kept")
    if not promise.made_on <= on <= today:
        raise InvalidInputError(
            "A promise is kept after it was made, and not on a day to come.", "Choose another day."
        )
    late = promise.due_on is not None and on > promise.due_on
    state = PromiseState.KEPT_LATE if late else PromiseState.KEPT
    return replace(promise, state=state, ended_on=on, told_on=_heard(promise, None, today))


def dropped(promise: Promise, closing: str, told_on: date | None, today: date) -> Promise:
    """Give a promise up, with one sentence; None: they do not know yet, and that stays (S17)."""
    _want_open(promise, "dropped")
    if not closing.strip():
        raise InvalidInputError("Why is it dropped? A reason is wanted.", "Write one sentence.")
    told_on = _heard(promise, told_on, today)
    return replace(
        promise,
        state=PromiseState.DROPPED,
        ended_on=today,
        told_on=told_on,
        words=replace(promise.words, closing=closing.strip()),
    )


def reopened(promise: Promise) -> Promise:
    """Take back that it was kept or dropped."""
    if promise.state is PromiseState.OPEN:
        raise InvalidInputError("This promise is open.", "Nothing was changed.")
    words = promise.words
    if promise.state not in _KEPT:
        words = replace(words, closing="")
    return replace(promise, state=PromiseState.OPEN, ended_on=None, told_on=None, words=words)


def _want_open(promise: Promise, verb: str) -> None:
    if promise.state is not PromiseState.OPEN:
        state = promise.state.value.replace("_", " ")
        raise InvalidInputError(
            f"A promise that is {state} cannot be {verb}; nothing was changed.",
            "Open it again first.",
        )


def _heard(promise: Promise, told_on: date | None, today: date) -> date | None:
    """Return when the other side heard of it; what I promise to myself I know at once (S45)."""
    if promise.is_to_myself:
        return today
    _check_told(promise, told_on, today)
    return told_on


def _check_told(promise: Promise, on: date | None, today: date) -> None:
    if on is not None and not promise.made_on <= on <= today:
        raise InvalidInputError(
            "They cannot have been told on that day.", "Choose a day up to today."
        )
