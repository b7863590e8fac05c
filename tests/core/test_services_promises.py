"""Tests for promises: whose they are, and what became of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from managernotes.domain.identity import PersonId
from managernotes.domain.person import NewPerson
from managernotes.domain.promise import (
    NewPromise,
    Promise,
    PromiseCounts,
    PromiseOwner,
    PromiseState,
    PromiseWords,
)
from managernotes.errors import InvalidInputError
from managernotes.vault.driver_errors import ConstraintError
from tests.core.office import NOON, Office

TODAY = NOON.date()
TOMORROW = TODAY + timedelta(days=1)
NEXT_WEEK = TODAY + timedelta(days=7)


def test_s17_moving_my_day_keeps_the_first_one_and_whether_they_were_told(office: Office) -> None:
    promise = _promised(office, due=TOMORROW)
    moved = office.promises.move(promise.id, NEXT_WEEK, told_on=None)
    assert (moved.due_on, moved.original_due_on) == (NEXT_WEEK, TOMORROW)
    assert moved.is_untold
    told = office.promises.told(promise.id)
    assert told.moves[0].told_on == TODAY
    assert not told.is_untold


def test_inv_10_the_vault_itself_refuses_another_first_day(office: Office) -> None:
    promise = _promised(office, due=TOMORROW)
    with pytest.raises(ConstraintError):
        office.db.execute("UPDATE promise SET original_due_on = '2026-01-01'")
    assert office.promises.get(promise.id).original_due_on == TOMORROW


def test_a_promise_kept_after_its_day_is_kept_late(office: Office) -> None:
    promise = _promised(office, due=TOMORROW)
    office.clock.advance(days=3)
    assert office.promises.keep(promise.id).state is PromiseState.KEPT_LATE
    office.promises.reopen(promise.id)
    assert office.promises.keep(promise.id, TOMORROW).state is PromiseState.KEPT


def test_what_i_moved_and_did_not_tell_stands_first(office: Office) -> None:
    soon = _promised(office, due=TOMORROW)
    moved = _promised(office, due=TOMORROW)
    theirs = _promised(office, due=TODAY, owner=PromiseOwner.THEM)
    office.promises.move(moved.id, NEXT_WEEK, told_on=None)
    lists = office.promises.lists()
    assert [one.id for one in lists.mine] == [moved.id, soon.id]
    assert [one.id for one in lists.theirs] == [theirs.id]
    assert [one.id for one in office.promises.due(TOMORROW).mine] == [soon.id]


def test_s37_the_counts_are_of_my_own_promises_in_90_days(office: Office) -> None:
    kept, late, moved, dropped = (_promised(office, due=TOMORROW) for _ in range(4))
    _promised(office, due=TOMORROW, owner=PromiseOwner.THEM)
    office.promises.keep(kept.id)
    office.promises.move(moved.id, NEXT_WEEK, told_on=TODAY)
    office.promises.drop(dropped.id, "Not needed any more", told_on=None)
    office.clock.advance(days=2)
    office.promises.keep(late.id)
    assert office.promises.mine_in_90_days() == PromiseCounts(
        kept=1, kept_late=1, moved_told=1, moved_untold=0, open=1
    )
    office.clock.advance(days=90)
    assert office.promises.mine_in_90_days() == PromiseCounts(moved_told=1, open=1, kept_late=1)


def test_a_dropped_promise_wants_a_reason(office: Office) -> None:
    promise = _promised(office, due=TOMORROW)
    with pytest.raises(InvalidInputError, match="reason"):
        office.promises.drop(promise.id, " ", told_on=None)
    assert office.promises.get(promise.id) == promise


def _promised(
    office: Office, *, due: date | None, owner: PromiseOwner = PromiseOwner.ME
) -> Promise:
    return office.promises.add(
        NewPromise(
            owner=owner,
            people=(_dana(office),),
            words=PromiseWords(text="Ask for the quiet room"),
            due_on=due,
        )
    )


def _dana(office: Office) -> PersonId:
    known = office.people.list_people()
    return known[0].id if known else office.people.add(NewPerson(display_name="Dana")).id
