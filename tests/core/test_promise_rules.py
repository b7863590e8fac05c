"""Tests for what becomes of a promise: whatever is done, the first day stays as it was said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain import promise_rules as rules
from managernotes.domain.identity import PersonId, PromiseId
from managernotes.domain.promise import Promise, PromiseOwner, PromiseState, PromiseWords
from managernotes.errors import InvalidInputError
from tests.core.office import NOON

TODAY = NOON.date()
MADE = TODAY - timedelta(days=10)
S = PromiseState
ALLOWED = {
    (S.OPEN, S.KEPT), (S.OPEN, S.KEPT_LATE), (S.OPEN, S.DROPPED),
    (S.KEPT, S.OPEN), (S.KEPT_LATE, S.OPEN), (S.DROPPED, S.OPEN),
}  # fmt: skip

Step = Callable[[Promise], Promise]
_DAY = st.integers(-20, 40).map(lambda n: TODAY + timedelta(days=n))
_TOLD = st.none() | _DAY
STEP: st.SearchStrategy[Step] = st.one_of(
    st.builds(lambda to, told: lambda one: rules.moved(one, to, told, TODAY), _DAY, _TOLD),
    st.builds(lambda on: lambda one: rules.told(one, on, TODAY), _DAY),
    st.builds(lambda on: lambda one: rules.kept(one, on, TODAY), _DAY),
    st.builds(
        lambda why, told: lambda one: rules.dropped(one, why, told, TODAY),
        st.sampled_from(["", "Not needed"]),
        _TOLD,
    ),
    st.sampled_from([rules.reopened, rules.untold]),
)


@given(st.none() | _DAY, st.lists(STEP, max_size=20))
def test_inv_10_no_sequence_of_steps_changes_the_first_day_or_skips_a_state(
    due: date | None, steps: list[Step]
) -> None:
    promise = _promise(due)
    first = due
    for step in steps:
        before = promise
        try:
            promise = step(before)
        except InvalidInputError:
            continue
        assert promise.state is before.state or (before.state, promise.state) in ALLOWED
        first = first or promise.due_on
        assert promise.original_due_on == first
        assert (promise.due_on is None) == (promise.original_due_on is None)
        assert (promise.ended_on is not None) == (promise.state is not S.OPEN)
        assert promise.moves[: len(before.moves) - 1] == before.moves[: len(before.moves) - 1]
        assert all(move.told_on is None or MADE <= move.told_on <= TODAY for move in promise.moves)
        if promise.moves:
            assert promise.moves[-1].to_day == promise.due_on
        if promise.state is S.KEPT_LATE:
            assert promise.due_on is not None
            assert promise.ended_on is not None
            assert promise.ended_on > promise.due_on
        if promise.state is S.DROPPED:
            assert promise.words.closing


def test_s17_a_moved_promise_stays_to_be_told_until_it_was() -> None:
    moved = rules.moved(_promise(TODAY), TODAY + timedelta(days=3), None, TODAY)
    assert moved.is_untold
    assert not rules.told(moved, TODAY, TODAY).is_untold
    again = rules.moved(rules.told(moved, TODAY, TODAY), TODAY + timedelta(days=9), None, TODAY)
    assert again.is_untold
    assert [move.told_on for move in again.moves] == [TODAY, None]


def test_a_first_day_given_later_is_the_first_day() -> None:
    promise = rules.moved(_promise(None), TODAY, None, TODAY)
    assert (promise.original_due_on, promise.moves) == (TODAY, ())


def test_what_was_never_moved_has_nothing_to_tell() -> None:
    with pytest.raises(InvalidInputError, match="nothing to tell"):
        rules.told(_promise(TODAY), TODAY, TODAY)


@pytest.mark.parametrize("day", [MADE - timedelta(days=1), TODAY + timedelta(days=1)])
def test_nobody_was_told_before_it_was_made_or_in_days_to_come(day: date) -> None:
    with pytest.raises(InvalidInputError, match="told on that day"):
        rules.moved(_promise(TODAY), TODAY + timedelta(days=3), day, TODAY)


def test_what_is_kept_late_can_still_be_told() -> None:
    late = rules.kept(_promise(MADE), TODAY, TODAY)
    assert late.state is S.KEPT_LATE
    assert rules.told(late, TODAY, TODAY).told_on == TODAY


def _promise(due: date | None) -> Promise:
    return Promise(
        id=PromiseId(UUID(int=1)), owner=PromiseOwner.ME, people=(PersonId(UUID(int=2)),),
        words=PromiseWords(text="Ask for the room"), state=S.OPEN, made_on=MADE, due_on=due,
        original_due_on=due, ended_on=None, told_on=None, made_in=None, made_in_type=None,
        made_in_on=None, moves=(), created_at=NOON, updated_at=NOON, revision=1,
    )  # fmt: skip
