"""The promises that come of the sample's talks, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from managernotes.domain.conversation import Conversation
from managernotes.domain.identity import PromiseId
from managernotes.domain.promise import (
    Promise,
    PromiseMove,
    PromiseOwner,
    PromiseState,
    PromiseWords,
)
from managernotes.services.sample_grammar import Sentences
from managernotes.services.sample_ids import sample_uuid7
from managernotes.services.sample_papers import Subject
from managernotes.services.sample_talk_days import moment, working_day

_PROMISES = (0, 1, 1, 2)
"""How many come of a talk."""

_MINE = 0.55
_HELP = 0.6
_SHORTEST, _SPREAD = 3, 12
_KEPT, _LATE, _DROPPED = 0.72, 0.86, 0.91
"""Of the promises whose day has passed, upto which share each becomes of them."""

_OPEN_SO_LONG = timedelta(days=6)
_MOVED_BY = timedelta(days=7)
_UNTOLD = 0.2


def make_promises(
    who: Subject, talk: Conversation, day: date, speech: Sentences
) -> Iterator[Promise]:
    """Make what was promised in a talk."""
    for _ in range(_PROMISES[who.upto(len(_PROMISES))]):
        yield _fate(who, _promise(who, talk, day, speech))


def _promise(who: Subject, talk: Conversation, day: date, speech: Sentences) -> Promise:
    mine = who.falls(_MINE)
    made = moment(day, who.days.at, 20)
    due = working_day(day + timedelta(days=_SHORTEST + who.upto(_SPREAD)))
    help_ = who.speech.say("promise", "help", speech) if not mine and who.falls(_HELP) else ""
    return Promise(
        id=PromiseId(sample_uuid7(made, who.chance)),
        owner=PromiseOwner.ME if mine else PromiseOwner.THEM,
        people=(who.id,),
        words=PromiseWords(
            text=who.speech.say("promise", "mine" if mine else "theirs", speech), help=help_
        ),
        state=PromiseState.OPEN,
        made_on=day,
        due_on=due,
        original_due_on=due,
        ended_on=None,
        told_on=None,
        made_in=talk.id,
        made_in_type=talk.type.value,
        made_in_on=day,
        moves=(),
        created_at=made,
        updated_at=made,
        revision=1,
    )


def _fate(who: Subject, promise: Promise) -> Promise:
    """Return what became of a promise by now."""
    due, today = promise.due_on, who.today
    assert due is not None
    if due >= today:
        return promise
    drawn = who.chance.random()
    if drawn < _KEPT:
        span = (due - promise.made_on).days
        return _ended(promise, PromiseState.KEPT, promise.made_on + timedelta(1 + who.upto(span)))
    if drawn < _LATE:
        late = min(due + timedelta(days=1 + who.upto(6)), today)
        return _ended(promise, PromiseState.KEPT_LATE, late)
    if drawn < _DROPPED:
        closing = who.speech.say("promise", "closing", who.speech.on(due))
        dropped = _ended(promise, PromiseState.DROPPED, due, told_on=due)
        return replace(dropped, words=replace(promise.words, closing=closing))
    if today - due <= _OPEN_SO_LONG:
        return promise
    return _moved(who, promise, due)


def _moved(who: Subject, promise: Promise, due: date) -> Promise:
    later = working_day(due + _MOVED_BY)
    is_open = later >= who.today
    untold = is_open and who.falls(_UNTOLD)
    move = PromiseMove(from_day=due, to_day=later, moved_on=due, told_on=None if untold else due)
    moved = replace(promise, due_on=later, moves=(move,))
    return moved if is_open else _ended(moved, PromiseState.KEPT, later)


def _ended(promise: Promise, state: PromiseState, on: date, told_on: date | None = None) -> Promise:
    return replace(promise, state=state, ended_on=on, told_on=told_on)
