"""How a talk goes on: from planned to closed, and what each step wants (practice/2-model.md).

Every function takes a talk and returns it as it is after the step, or raises InvalidInputError.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from managernotes.domain.conversation import (
    ONE_ON_ONES,
    PREPARED_TYPES,
    Conversation,
    ConversationState,
    ConversationType,
    Outcome,
)
from managernotes.errors import InvalidInputError

FOLLOW_UP_WITHIN = timedelta(days=60)
"""A follow-up is at most so long after the talk (INV-08)."""

NOTHING_TO_FOLLOW = frozenset({Outcome.NO_ISSUE_AFTER_ALL, Outcome.PASSED_TO_HR})
"""With these a hard talk is closed without a follow-up (practice/2-model.md)."""

AHEAD = frozenset(
    {
        ConversationState.PLANNED,
        ConversationState.DRAFTING,
        ConversationState.PREPARED,
        ConversationState.POSTPONED,
    }
)
"""The talk is still to come."""

OVER = frozenset({ConversationState.HELD, ConversationState.FOLLOWED_UP, ConversationState.CLOSED})
"""The talk has taken place."""

_State = ConversationState


def first_state(kind: ConversationType) -> ConversationState:
    """Return the state in which a talk of this type begins, and to which it is taken back."""
    return _State.DRAFTING if kind in PREPARED_TYPES else _State.PLANNED


def resumed_state(talk: Conversation, *, is_ready: bool) -> ConversationState:
    """Return the state of a talk that comes back; `is_ready`: its preparation still stands."""
    first = first_state(talk.type)
    return _State.PREPARED if is_ready and first is _State.DRAFTING else first


def given_day(
    talk: Conversation,
    on: date | None,
    at: time | None,
    minutes: int | None,
    *,
    is_ready: bool = False,
) -> Conversation:
    """Plan a talk for a day; the first day is remembered, and a postponed one comes back."""
    _refuse_over(talk, "moved")
    postponed = talk.state is _State.POSTPONED
    return replace(
        _moved_to(talk, on),
        planned_at=at,
        minutes=minutes,
        state=resumed_state(talk, is_ready=is_ready) if postponed else talk.state,
    )


def follow_up_planned(talk: Conversation, on: date | None) -> Conversation:
    """Set the day on which to look again, before the talk or after it (INV-08)."""
    if talk.state not in AHEAD | {_State.HELD}:
        raise _refused(talk, "looked at again on another day")
    if on is not None:
        _check_follow_up(talk.held_on or talk.planned_on, on)
    return replace(talk, follow_up_on=on)


def postponed(talk: Conversation, on: date, reason: str) -> Conversation:
    """Put a talk off to another day."""
    _refuse_over(talk, "postponed")
    return replace(_reasoned(_moved_to(talk, on), reason), state=_State.POSTPONED)


def cancelled(talk: Conversation, reason: str) -> Conversation:
    """Call off a talk; a reason is wanted."""
    if talk.type in PREPARED_TYPES:
        raise InvalidInputError("A talk that is prepared is dropped, not cancelled.", "Drop it.")
    _refuse_over(talk, "cancelled")
    _want_reason(reason)
    return replace(_reasoned(talk, reason), state=_State.CANCELLED)


def dropped(talk: Conversation, reason: str) -> Conversation:
    """Give up a talk that was being prepared; a reason is wanted."""
    if talk.type not in PREPARED_TYPES:
        raise InvalidInputError("A talk that needs no preparation is cancelled.", "Cancel it.")
    _refuse_over(talk, "dropped")
    _want_reason(reason)
    return replace(_reasoned(talk, reason), state=_State.DROPPED)


def made_ready(talk: Conversation) -> Conversation:
    """Say that a talk is prepared; whether it may be is for its preparation to judge."""
    if talk.type not in PREPARED_TYPES or talk.state not in {_State.DRAFTING, _State.PREPARED}:
        raise _refused(talk, "marked as prepared")
    return replace(talk, state=_State.PREPARED)


def drafted_again(talk: Conversation) -> Conversation:
    """Take a talk back to its draft, because what was prepared is stale (INV-09)."""
    return replace(talk, state=_State.DRAFTING) if talk.state is _State.PREPARED else talk


def begun(talk: Conversation, at: time) -> Conversation:
    """Note when the two sat down; the first time counts."""
    _refuse_over(talk, "begun")
    return replace(talk, began_at=talk.began_at or at)


def held(  # noqa: PLR0913  the day, its hours, and what is known around it
    talk: Conversation,
    on: date,
    *,
    today: date,
    began_at: time | None = None,
    ended_at: time | None = None,
    is_ready: bool = False,
) -> Conversation:
    """Say that a talk took place; a one-to-one only with what they asked of me (S13)."""
    state = talk.state
    if state is _State.POSTPONED:
        state = resumed_state(talk, is_ready=is_ready)
    if state is _State.DRAFTING:
        raise InvalidInputError(
            "This talk is not prepared yet; nothing was changed.",
            "Finish it, or go on with one sentence that says why.",
        )
    if state not in {_State.PLANNED, _State.PREPARED}:
        raise _refused(talk, "held")
    if on > today:
        raise InvalidInputError(
            "A talk cannot be held on a day to come.", "Choose today or before."
        )
    if talk.type in ONE_ON_ONES and not talk.has_answer:
        raise InvalidInputError(
            "What did they ask of you? A one-to-one is held only with an answer.",
            "Write it down, or say that it was nothing.",
        )
    return replace(
        talk,
        state=_State.HELD,
        held_on=on,
        began_at=began_at or talk.began_at,
        ended_at=ended_at,
        follow_up_on=_follow_up_along(talk.follow_up_on, talk.planned_on, on),
    )


def held_otherwise(
    talk: Conversation, on: date, began_at: time | None, ended_at: time | None, today: date
) -> Conversation:
    """Correct the day and the hours of a talk that took place; how late it was written stays."""
    if talk.state is not _State.HELD:
        raise _refused(talk, "given another day")
    if on > today:
        raise InvalidInputError(
            "A talk cannot be held on a day to come.", "Choose today or before."
        )
    follow_up = _follow_up_along(talk.follow_up_on, talk.held_on, on)
    return replace(talk, held_on=on, began_at=began_at, ended_at=ended_at, follow_up_on=follow_up)


def logged(
    talk: Conversation, outcome: Outcome | None, follow_up_on: date | None, today: date
) -> Conversation:
    """Write down how a talk ended, and when to look again (INV-08).

    A hard talk wants that day, unless there was no issue or HR has it now (S23).
    """
    if talk.held_on is None or talk.state is not _State.HELD:
        raise _refused(talk, "written down")
    if follow_up_on is not None:
        _check_follow_up(talk.held_on, follow_up_on)
    elif talk.type in PREPARED_TYPES and outcome not in NOTHING_TO_FOLLOW:
        raise InvalidInputError(
            "A hard talk is not over until you have looked again.",
            "Choose the day on which you will.",
        )
    return replace(
        talk,
        outcome=outcome,
        follow_up_on=follow_up_on,
        logged_on=talk.logged_on or today,
        log_again_on=None,
    )


def followed_up(talk: Conversation, on: date, today: date) -> Conversation:
    """Say that a talk was looked at again on a day; a hard one only with what changed (S23)."""
    if talk.held_on is None or talk.state is not _State.HELD:
        raise _refused(talk, "followed up")
    if not talk.held_on < on <= today:
        raise InvalidInputError(
            "A follow-up comes after the talk, and not on a day to come.", "Choose another day."
        )
    if talk.type in PREPARED_TYPES and not talk.words.changed.strip():
        raise InvalidInputError(
            "What has changed since? Without it a hard talk is not followed up.",
            "Write one sentence, even if it is “nothing yet”.",
        )
    return replace(talk, state=_State.FOLLOWED_UP, followed_up_on=on)


def closed(talk: Conversation) -> Conversation:
    """Close a talk: once it was followed up, or when there is nothing to follow up."""
    if talk.state is _State.FOLLOWED_UP:
        return replace(talk, state=_State.CLOSED)
    if talk.state is not _State.HELD:
        raise _refused(talk, "closed")
    hard = talk.type in PREPARED_TYPES
    if talk.outcome in NOTHING_TO_FOLLOW or (not hard and talk.follow_up_on is None):
        return replace(talk, state=_State.CLOSED)
    raise InvalidInputError("This talk is still to be followed up.", "Write down what changed.")


def answered_nothing(talk: Conversation, *, nothing: bool) -> Conversation:
    """Say that they asked for nothing; a one-to-one that was held keeps an answer (S13)."""
    changed = replace(talk, asked_nothing=nothing)
    check_answer(changed)
    return changed


def check_answer(talk: Conversation) -> None:
    """Raise InvalidInputError when a one-to-one took place and has no answer (S13)."""
    if talk.state in OVER and talk.type in ONE_ON_ONES and not talk.has_answer:
        raise InvalidInputError(
            "What did they ask of you? A one-to-one that was held keeps an answer.",
            "Write it down, or say that it was nothing.",
        )


def reopened(talk: Conversation) -> Conversation:
    """Take back an ending: a talk that took place is held again, another one is planned again."""
    if talk.state in {_State.CLOSED, _State.FOLLOWED_UP}:
        return replace(talk, state=_State.HELD, followed_up_on=None)
    if talk.state in {_State.CANCELLED, _State.DROPPED}:
        return _reasoned(replace(talk, state=first_state(talk.type)), "")
    raise _refused(talk, "opened again")


def _moved_to(talk: Conversation, on: date | None) -> Conversation:
    first = talk.moved_from or talk.planned_on
    return replace(
        talk,
        planned_on=on,
        moved_from=None if on is None or on == first else first,
        follow_up_on=_follow_up_along(talk.follow_up_on, talk.planned_on, on),
    )


def _follow_up_along(follow_up: date | None, planned: date | None, on: date | None) -> date | None:
    """Return the follow-up as far after the talk as before, however the talk moves (INV-08)."""
    if follow_up is None or on is None:
        return follow_up
    if planned is not None:
        return on + (follow_up - planned)
    return follow_up if timedelta() < follow_up - on <= FOLLOW_UP_WITHIN else None


def _check_follow_up(talk_on: date | None, on: date) -> None:
    if talk_on is not None and not timedelta() < on - talk_on <= FOLLOW_UP_WITHIN:
        raise InvalidInputError(
            "A follow-up is one to sixty days after the talk.", "Choose another day."
        )


def _reasoned(talk: Conversation, reason: str) -> Conversation:
    return replace(talk, words=replace(talk.words, reason=reason.strip()))


def _want_reason(reason: str) -> None:
    if not reason.strip():
        raise InvalidInputError("Why not? A reason is wanted.", "Write one sentence.")


def _refuse_over(talk: Conversation, verb: str) -> None:
    if talk.state not in AHEAD:
        raise _refused(talk, verb)


def _refused(talk: Conversation, verb: str) -> InvalidInputError:
    state = talk.state.value.replace("_", " ")
    return InvalidInputError(
        f"A talk that is {state} cannot be {verb}; nothing was changed.",
        "Open it again first, or plan a new one.",
    )
