"""Tests for the course of a talk: no sequence of steps reaches a state that is not allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain import conversation_rules as rules
from managernotes.domain.conversation import (
    ONE_ON_ONES,
    PREPARED_TYPES,
    Conversation,
    ConversationState,
    ConversationType,
    ConversationWords,
    Outcome,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.errors import InvalidInputError
from tests.core.office import NOON

TODAY = NOON.date()
S = ConversationState

GENERAL = {
    (S.PLANNED, S.POSTPONED), (S.POSTPONED, S.PLANNED), (S.PLANNED, S.HELD), (S.POSTPONED, S.HELD),
    (S.PLANNED, S.CANCELLED), (S.POSTPONED, S.CANCELLED), (S.CANCELLED, S.PLANNED),
    (S.HELD, S.FOLLOWED_UP), (S.HELD, S.CLOSED), (S.FOLLOWED_UP, S.CLOSED),
    (S.FOLLOWED_UP, S.HELD), (S.CLOSED, S.HELD),
}  # fmt: skip
PREPARED = {
    (S.DRAFTING, S.PREPARED), (S.PREPARED, S.DRAFTING), (S.DRAFTING, S.POSTPONED),
    (S.PREPARED, S.POSTPONED), (S.POSTPONED, S.DRAFTING), (S.POSTPONED, S.PREPARED),
    (S.PREPARED, S.HELD), (S.POSTPONED, S.HELD), (S.DRAFTING, S.DROPPED), (S.PREPARED, S.DROPPED),
    (S.POSTPONED, S.DROPPED), (S.DROPPED, S.DRAFTING), (S.HELD, S.FOLLOWED_UP), (S.HELD, S.CLOSED),
    (S.FOLLOWED_UP, S.CLOSED), (S.FOLLOWED_UP, S.HELD), (S.CLOSED, S.HELD),
}  # fmt: skip
"""From where to where a talk may go (practice/2-model.md, states)."""

Step = Callable[[Conversation], Conversation]

_NEAR = st.integers(-40, 90).map(lambda n: TODAY + timedelta(days=n))
_OUTCOME = st.sampled_from([None, *Outcome])
_REASON = st.sampled_from(["", "away"])
_READY = st.booleans()


def _saying(**words: str) -> Step:
    return lambda talk: replace(talk, words=replace(talk.words, **words))


STEP: st.SearchStrategy[Step] = st.one_of(
    st.builds(
        lambda on, ready: lambda talk: rules.given_day(talk, on, None, None, is_ready=ready),
        st.none() | _NEAR,
        _READY,
    ),
    st.builds(lambda on: lambda talk: rules.follow_up_planned(talk, on), st.none() | _NEAR),
    st.builds(lambda on, why: lambda talk: rules.postponed(talk, on, why), _NEAR, _REASON),
    st.builds(lambda why: lambda talk: rules.cancelled(talk, why), _REASON),
    st.builds(lambda why: lambda talk: rules.dropped(talk, why), _REASON),
    st.builds(
        lambda on, ready: lambda talk: rules.held(talk, on, today=TODAY, is_ready=ready),
        _NEAR,
        _READY,
    ),
    st.builds(lambda end, on: lambda talk: rules.logged(talk, end, on, TODAY), _OUTCOME, _NEAR),
    st.builds(lambda end: lambda talk: rules.logged(talk, end, None, TODAY), _OUTCOME),
    st.builds(lambda on: lambda talk: rules.followed_up(talk, on, TODAY), _NEAR),
    st.builds(lambda no: lambda talk: rules.answered_nothing(talk, nothing=no), st.booleans()),
    st.just(lambda talk: rules.begun(talk, time(9, 30))),
    st.sampled_from([rules.closed, rules.reopened, rules.made_ready, rules.drafted_again]),
    st.sampled_from([_saying(asked="A quiet room"), _saying(changed="On time since")]),
)


@given(st.sampled_from(ConversationType), st.lists(STEP, max_size=25))
def test_no_sequence_of_steps_reaches_a_state_that_is_not_allowed(
    kind: ConversationType, steps: list[Step]
) -> None:
    allowed = PREPARED if kind in PREPARED_TYPES else GENERAL
    talk = _talk(kind)
    for step in steps:
        before = talk
        try:
            talk = step(before)
        except InvalidInputError:
            continue
        assert talk.state is before.state or (before.state, talk.state) in allowed
        _check(before, talk)


def _check(before: Conversation, talk: Conversation) -> None:
    assert (talk.held_on is not None) == (talk.state in rules.OVER)
    if talk.follow_up_on is not None:
        day = talk.held_on or talk.planned_on
        assert day is None or timedelta() < talk.follow_up_on - day <= rules.FOLLOW_UP_WITHIN
    if talk.type in ONE_ON_ONES and talk.state in rules.OVER:
        assert talk.has_answer
    if talk.type in PREPARED_TYPES:
        if talk.state is S.FOLLOWED_UP:
            assert talk.words.changed
        if talk.state is S.CLOSED:
            assert talk.followed_up_on or talk.outcome in rules.NOTHING_TO_FOLLOW
    if talk.state in {S.CANCELLED, S.DROPPED}:
        assert talk.words.reason
    if before.moved_from and talk.moved_from:
        assert talk.moved_from == before.moved_from


@pytest.mark.parametrize("days", [-1, 0, 61])
def test_inv_08_a_follow_up_is_one_to_sixty_days_after_the_talk(days: int) -> None:
    talk = replace(_talk(ConversationType.TOUGH), planned_on=TODAY)
    with pytest.raises(InvalidInputError, match="sixty"):
        rules.follow_up_planned(talk, TODAY + timedelta(days=days))
    held = rules.held(rules.made_ready(talk), TODAY, today=TODAY)
    with pytest.raises(InvalidInputError, match="sixty"):
        rules.logged(held, Outcome.UNDERSTOOD_AGREED, TODAY + timedelta(days=days), TODAY)
    assert rules.follow_up_planned(talk, TODAY + timedelta(days=60)).follow_up_on


def test_inv_08_the_follow_up_moves_with_the_talk() -> None:
    talk = replace(_talk(ConversationType.TOUGH), planned_on=TODAY)
    talk = rules.follow_up_planned(talk, TODAY + timedelta(days=14))
    later = rules.given_day(talk, TODAY + timedelta(days=10), None, None)
    assert later.follow_up_on == TODAY + timedelta(days=24)
    held = rules.held(rules.made_ready(talk), TODAY - timedelta(days=2), today=TODAY)
    assert held.follow_up_on == TODAY + timedelta(days=12)


def test_the_first_day_of_a_talk_is_remembered_until_it_is_back_on_it() -> None:
    talk = replace(_talk(ConversationType.CAREER), planned_on=TODAY)
    for days in (3, 5):
        talk = rules.given_day(talk, TODAY + timedelta(days=days), None, None)
        assert talk.moved_from == TODAY
    assert rules.given_day(talk, TODAY, None, None).moved_from is None


def test_a_postponed_hard_talk_comes_back_as_prepared_only_while_that_stands() -> None:
    talk = rules.postponed(rules.made_ready(_talk(ConversationType.TOUGH)), TODAY, "ill")
    assert rules.given_day(talk, TODAY, None, None, is_ready=True).state is S.PREPARED
    assert rules.given_day(talk, TODAY, None, None, is_ready=False).state is S.DRAFTING
    with pytest.raises(InvalidInputError, match="not prepared"):
        rules.held(talk, TODAY, today=TODAY, is_ready=False)


@pytest.mark.parametrize("outcome", sorted(rules.NOTHING_TO_FOLLOW))
def test_a_hard_talk_closes_without_a_follow_up_only_where_there_is_nothing_to_follow(
    outcome: Outcome,
) -> None:
    held = rules.held(rules.made_ready(_talk(ConversationType.TOUGH)), TODAY, today=TODAY)
    assert rules.closed(rules.logged(held, outcome, None, TODAY)).state is S.CLOSED
    with pytest.raises(InvalidInputError, match="still to be followed up"):
        rules.closed(held)


def _talk(kind: ConversationType) -> Conversation:
    return Conversation(
        id=ConversationId(UUID(int=1)), type=kind, state=rules.first_state(kind),
        people=(PersonId(UUID(int=2)),), words=ConversationWords(), planned_on=None,
        planned_at=None, minutes=None, moved_from=None, held_on=None, began_at=None, ended_at=None,
        follow_up_on=None, outcome=None, parent=None, within=None, template=None,
        template_version=None, asked_nothing=False, brief_read_on=None, logged_on=None,
        log_again_on=None, recap_sent_on=None, followed_up_on=None, created_at=NOON,
        updated_at=NOON, revision=1,
    )  # fmt: skip
