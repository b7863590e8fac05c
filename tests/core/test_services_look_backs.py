"""The month look-back over a real vault: five answers, one promise at most, no trace outside."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

import pytest

from managernotes.domain.look_back import LookBackState, LookBackWords, Month
from managernotes.domain.metric import ItemSort
from managernotes.domain.promise import PromiseOwner, PromiseState
from managernotes.domain.search_query import parse_query
from managernotes.errors import EditConflictError, InvalidInputError
from managernotes.services.look_backs import NOT_FOUND_BY_A_SEARCH
from tests.core.office import Office
from tests.core.talks_office import TODAY

MARCH, FEBRUARY = Month(2026, 3), Month(2026, 2)
NEXT_MONTH = TODAY + timedelta(days=30)
WORDS = LookBackWords(avoided="The hand-overs, for two weeks.", one_thing="Ask, then explain.")


def test_s45_finishing_makes_one_promise_to_myself_with_a_day(office: Office) -> None:
    office.look_backs.save_words(MARCH, WORDS)
    done = office.look_backs.finish(MARCH, try_by=NEXT_MONTH)
    [promise] = office.promises.lists().mine
    assert (done.state, done.ended_on, done.try_by) == (LookBackState.DONE, TODAY, NEXT_MONTH)
    assert (promise.id, promise.owner, promise.people) == (done.promise, PromiseOwner.ME, ())
    assert (promise.words.text, promise.due_on) == ("Ask, then explain.", NEXT_MONTH)


def test_s45_finishing_again_makes_no_second_promise(office: Office) -> None:
    office.look_backs.save_words(MARCH, WORDS)
    first = office.look_backs.finish(MARCH, try_by=NEXT_MONTH)
    office.look_backs.reopen(MARCH)
    office.look_backs.save_words(MARCH, LookBackWords(one_thing="Thank sooner."))
    later = NEXT_MONTH + timedelta(days=3)
    again = office.look_backs.finish(MARCH, try_by=later)
    [promise] = office.promises.lists().mine
    assert again.promise == first.promise == promise.id
    assert (promise.words.text, promise.due_on) == ("Thank sooner.", later)
    assert (promise.original_due_on, promise.is_untold) == (NEXT_MONTH, False)


def test_s45_without_a_day_nothing_is_promised(office: Office) -> None:
    office.look_backs.save_words(MARCH, WORDS)
    assert office.look_backs.finish(MARCH).state is LookBackState.DONE
    assert office.promises.lists().mine == ()


def test_s45_a_day_without_a_thing_to_try_changes_nothing(office: Office) -> None:
    office.look_backs.save_words(MARCH, LookBackWords(avoided="Nothing much."))
    with pytest.raises(InvalidInputError):
        office.look_backs.finish(MARCH, try_by=NEXT_MONTH)
    with pytest.raises(InvalidInputError):
        office.look_backs.finish(FEBRUARY, try_by=NEXT_MONTH)
    found = office.look_backs.get(MARCH)
    assert found is not None
    assert found.state is LookBackState.OPEN
    assert office.look_backs.get(FEBRUARY) is None


def test_s45_the_one_thing_cannot_be_promised_for_a_day_that_has_been(office: Office) -> None:
    office.look_backs.save_words(MARCH, WORDS)
    with pytest.raises(InvalidInputError):
        office.look_backs.finish(MARCH, try_by=TODAY - timedelta(days=1))
    assert office.promises.lists().mine == ()


def test_s45_skipping_leaves_no_word_and_no_promise(office: Office) -> None:
    skipped = office.look_backs.skip(FEBRUARY)
    assert (skipped.state, skipped.words) == (LookBackState.SKIPPED, LookBackWords())
    assert office.promises.lists().mine == ()
    assert office.look_backs.reopen(FEBRUARY).state is LookBackState.OPEN


def test_what_was_done_is_not_skipped(office: Office) -> None:
    office.look_backs.save_words(MARCH, WORDS)
    office.look_backs.finish(MARCH)
    with pytest.raises(InvalidInputError):
        office.look_backs.skip(MARCH)


def test_inv_15_words_are_saved_whether_it_is_done_or_not(office: Office) -> None:
    office.look_backs.save_words(MARCH, WORDS)
    office.look_backs.finish(MARCH)
    saved = office.look_backs.save_words(MARCH, LookBackWords(told="You decide slowly."))
    assert (saved.words.told, saved.state) == ("You decide slowly.", LookBackState.DONE)


def test_words_of_another_window_are_not_overwritten(office: Office) -> None:
    first = office.look_backs.save_words(MARCH, WORDS)
    office.look_backs.save_words(MARCH, LookBackWords(cared="Ines"), first.revision)
    with pytest.raises(EditConflictError):
        office.look_backs.save_words(MARCH, LookBackWords(cared="Mei"), first.revision)


def test_a_month_to_come_is_refused(office: Office) -> None:
    with pytest.raises(InvalidInputError):
        office.look_backs.save_words(MARCH.plus(1), WORDS)
    assert office.look_backs.get(MARCH.plus(1)) is None


def test_the_list_of_months_is_newest_first_and_tells_the_one_thing(office: Office) -> None:
    office.look_backs.save_words(Month(2025, 12), LookBackWords(one_thing="\nThank sooner.\nYes"))
    rows = office.look_backs.months()
    assert [str(row.month) for row in rows] == ["2026-03", "2026-02", "2026-01", "2025-12"]
    assert (rows[-1].one_thing, rows[-1].is_begun) == ("Thank sooner.", True)
    assert (rows[1].one_thing, rows[1].is_begun) == ("", False)


def test_inv_11_no_search_finds_a_look_back(office: Office) -> None:
    office.look_backs.save_words(MARCH, LookBackWords(avoided="zebrafish"))
    query = parse_query("zebrafish", TODAY)
    assert not office.search.search(query)
    assert not office.search.papers(query)
    assert NOT_FOUND_BY_A_SEARCH == ""
    rows = office.db.execute("SELECT plain FROM paper WHERE sort = 'look_back'").fetchall()
    assert [row[0] for row in rows] == [""]


def test_a_promise_to_myself_has_nobody_to_be_told(office: Office) -> None:
    office.look_backs.save_words(MARCH, WORDS)
    done = office.look_backs.finish(MARCH, try_by=TODAY)
    assert done.promise is not None
    office.clock.advance(days=2)
    assert office.promises.keep(done.promise).state is PromiseState.KEPT_LATE
    assert office.promises.get(done.promise).told_on is not None
    office.promises.reopen(done.promise)
    dropped = office.promises.drop(done.promise, "It came to nothing.", None)
    assert not dropped.is_untold
    assert office.promises.lists().mine == ()


def test_there_is_one_field_for_each_of_the_five_questions() -> None:
    assert len(fields(LookBackWords)) == 5
    assert {sort.value for sort in ItemSort} >= {"note", "promise", "talk", "goal"}
