"""Threads: followed over time, closed only with a dated sentence (S18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, NewObservation, NoteText, Sensitivity, ShareState
from managernotes.domain.person import NewPerson
from managernotes.domain.thread import Thread, ThreadItemSort, ThreadKind, ThreadState
from managernotes.errors import EditConflictError, InvalidInputError
from tests.core.office import NOON, Office

TODAY = NOON.date()
SEPTEMBER = date(2025, 9, 12)


@pytest.fixture
def jonah(office: Office) -> PersonId:
    return office.people.add(NewPerson(display_name="Jonah Okafor")).id


@pytest.fixture
def setback(office: Office, jonah: PersonId) -> Thread:
    return office.threads.open(jonah, ThreadKind.SETBACK, "The storage move", SEPTEMBER)


@pytest.fixture
def issue(office: Office, jonah: PersonId) -> Thread:
    return office.threads.open(jonah, ThreadKind.ISSUE, "Late hand-overs", SEPTEMBER)


def note(  # noqa: PLR0913  one for each thing that matters to a thread
    office: Office,
    person: PersonId,
    kind: Kind = Kind.CONCERN,
    fact: str = "Handed over at 18:40 without the link",
    *,
    state: ShareState | None = None,
    sensitivity: Sensitivity = Sensitivity.NORMAL,
) -> NoteId:
    heard = state in {ShareState.SHARED, ShareState.RESPONDED}
    return office.notes.add(
        NewObservation(
            text=NoteText(fact=fact, effect="Support waited an hour"),
            kind=kind,
            people=(person,),
            occurred_on=TODAY - timedelta(days=2),
            share_state=state,
            sensitivity=sensitivity,
            shared_on=TODAY if heard else None,
        )
    ).id


def better(office: Office, thread: Thread, words: str = "He sleeps before a cut-over") -> None:
    office.threads.save_words(thread.id, replace(thread.words, better_now=words))


def walk(office: Office, thread: Thread, *states: ThreadState) -> Thread:
    for state in states:
        thread = office.threads.step(thread.id, state, TODAY)
    return thread


def test_a_thread_begins_in_the_first_state_of_its_kind(office: Office, jonah: PersonId) -> None:
    states = {
        kind: office.threads.open(jonah, kind, "Something", SEPTEMBER).state for kind in ThreadKind
    }

    assert states == {
        ThreadKind.SETBACK: ThreadState.OPEN,
        ThreadKind.ISSUE: ThreadState.NOTICED,
        ThreadKind.STRENGTH: ThreadState.OPEN,
        ThreadKind.PROJECT: ThreadState.OPEN,
    }


def test_a_thread_needs_a_title_and_a_day_that_has_been(office: Office, jonah: PersonId) -> None:
    with pytest.raises(InvalidInputError, match="title"):
        office.threads.open(jonah, ThreadKind.ISSUE, " ", SEPTEMBER)
    with pytest.raises(InvalidInputError, match="has been"):
        office.threads.open(jonah, ThreadKind.ISSUE, "Late", TODAY + timedelta(days=1))

    assert office.threads.list() == ()


def test_an_issue_is_raised_only_once_a_concern_of_it_was_heard(
    office: Office, jonah: PersonId, issue: Thread
) -> None:
    office.threads.link(issue.id, note(office, jonah))
    office.threads.link(
        issue.id, note(office, jonah, Kind.WIN, "Told early", state=ShareState.SHARED)
    )

    with pytest.raises(InvalidInputError, match="said to them"):
        walk(office, issue, ThreadState.RAISED)
    office.threads.link(issue.id, note(office, jonah, state=ShareState.SHARED))

    assert walk(office, issue, ThreadState.RAISED).state is ThreadState.RAISED


def test_a_concern_in_the_bin_raises_nothing(
    office: Office, jonah: PersonId, issue: Thread
) -> None:
    heard = note(office, jonah, state=ShareState.SHARED)
    office.threads.link(issue.id, heard)
    office.notes.bin(heard)

    with pytest.raises(InvalidInputError, match="said to them"):
        walk(office, issue, ThreadState.RAISED)


def test_s18_a_setback_closes_only_with_what_is_better_and_a_day(
    office: Office, setback: Thread
) -> None:
    walk(office, setback, ThreadState.STEADYING)
    for state in (ThreadState.RECOVERED, ThreadState.ACCEPTED):
        with pytest.raises(InvalidInputError, match="sentence"):
            walk(office, setback, state)
    better(office, setback)

    closed = office.threads.step(setback.id, ThreadState.RECOVERED, TODAY)

    assert closed.closed_on == TODAY
    assert closed.words.better_now == "He sleeps before a cut-over"


def test_s18_an_issue_closes_only_with_what_is_better(
    office: Office, jonah: PersonId, issue: Thread
) -> None:
    office.threads.link(issue.id, note(office, jonah, state=ShareState.SHARED))
    walk(office, issue, ThreadState.RAISED, ThreadState.AGREED, ThreadState.IMPROVING)

    with pytest.raises(InvalidInputError, match="sentence"):
        walk(office, issue, ThreadState.RESOLVED)

    better(office, issue, "Hand-overs come by 17:30")
    assert walk(office, issue, ThreadState.RESOLVED).closed_on == TODAY


def test_s18_a_closed_thread_that_loses_its_sentence_is_open_again(
    office: Office, setback: Thread
) -> None:
    walk(office, setback, ThreadState.STEADYING)
    better(office, setback)
    walk(office, setback, ThreadState.ACCEPTED)

    better(office, setback, "")

    thread = office.threads.get(setback.id)
    assert (thread.state, thread.closed_on) == (ThreadState.STEADYING, None)


def test_a_thread_goes_one_step_at_a_time(office: Office, setback: Thread, issue: Thread) -> None:
    better(office, setback)

    for thread, state in (
        (setback, ThreadState.RECOVERED),
        (setback, ThreadState.RESOLVED),
        (setback, ThreadState.PASSED_TO_HR),
        (issue, ThreadState.AGREED),
        (issue, ThreadState.STEADYING),
    ):
        with pytest.raises(InvalidInputError, match="cannot be"):
            walk(office, thread, state)


def test_an_issue_can_be_passed_to_hr_from_anywhere(office: Office, issue: Thread) -> None:
    passed = walk(office, issue, ThreadState.PASSED_TO_HR)

    assert passed.state is ThreadState.PASSED_TO_HR
    assert passed.closed_on is None
    assert office.threads.next_states(issue.id) == ()


def test_what_was_over_opens_again_where_it_stood(office: Office, setback: Thread) -> None:
    walk(office, setback, ThreadState.STEADYING)
    better(office, setback)
    walk(office, setback, ThreadState.RECOVERED)

    again = office.threads.reopen(setback.id)

    assert (again.state, again.closed_on) == (ThreadState.STEADYING, None)
    assert [step.state for step in again.steps] == [
        ThreadState.OPEN,
        ThreadState.STEADYING,
        ThreadState.RECOVERED,
        ThreadState.STEADYING,
    ]
    with pytest.raises(InvalidInputError, match="open"):
        office.threads.reopen(setback.id)


def test_a_step_is_neither_to_come_nor_before_the_last(office: Office, setback: Thread) -> None:
    with pytest.raises(InvalidInputError, match="not come"):
        office.threads.step(setback.id, ThreadState.STEADYING, TODAY + timedelta(days=1))
    with pytest.raises(InvalidInputError, match="before the last"):
        office.threads.step(setback.id, ThreadState.STEADYING, SEPTEMBER - timedelta(days=1))

    assert office.threads.get(setback.id) == setback


def test_a_note_about_somebody_else_stays_off_the_thread(office: Office, setback: Thread) -> None:
    maya = office.people.add(NewPerson(display_name="Maya Brown")).id

    with pytest.raises(InvalidInputError, match="somebody else"):
        office.threads.link(setback.id, note(office, maya))


def test_s26_a_note_and_its_thread_know_each_other(
    office: Office, jonah: PersonId, setback: Thread
) -> None:
    linked = note(office, jonah)

    office.threads.link(setback.id, linked)
    office.threads.link(setback.id, linked)

    assert office.threads.get(setback.id).notes == (linked,)
    assert [row.id for row in office.threads.of_note(linked)] == [setback.id]
    office.threads.unlink(setback.id, linked)
    assert office.threads.of_note(linked) == ()
    assert office.threads.items(setback.id) == ()


def test_the_lines_of_a_thread_end_with_what_is_ahead(
    office: Office, jonah: PersonId, setback: Thread
) -> None:
    office.threads.link(setback.id, note(office, jonah, Kind.SUPPORT_GIVEN, "Took the two calls"))
    office.threads.link(setback.id, note(office, jonah))
    office.threads.save_words(setback.id, replace(setback.words, ahead="Third cut-over"))
    office.threads.set_look_on(setback.id, TODAY + timedelta(days=30))

    items = office.threads.items(setback.id)

    assert [(item.sort, item.text, item.is_event) for item in items] == [
        (ThreadItemSort.NOTE, "Took the two calls", False),
        (ThreadItemSort.NOTE, "Handed over at 18:40 without the link", True),
        (ThreadItemSort.AHEAD, "Third cut-over", False),
    ]
    assert items[0].detail == "Support waited an hour"
    office.threads.set_ahead_on(setback.id, TODAY + timedelta(days=60))
    assert office.threads.items(setback.id)[-1].on == TODAY + timedelta(days=60)


def test_a_restricted_note_shows_no_words_on_a_thread(
    office: Office, jonah: PersonId, setback: Thread
) -> None:
    linked = note(office, jonah, sensitivity=Sensitivity.RESTRICTED)
    office.threads.link(setback.id, linked)

    [item] = office.threads.items(setback.id)

    assert (item.text, item.detail, item.restricted) == ("", "", True)


def test_a_thread_is_not_looked_at_in_the_past(office: Office, setback: Thread) -> None:
    with pytest.raises(InvalidInputError, match="passed"):
        office.threads.set_look_on(setback.id, TODAY - timedelta(days=1))

    assert office.threads.set_look_on(setback.id, TODAY).look_on == TODAY
    assert office.threads.set_look_on(setback.id, None).look_on is None


def test_a_thread_in_the_bin_leaves_the_lists_and_comes_back(
    office: Office, jonah: PersonId, setback: Thread
) -> None:
    office.threads.bin(setback.id)
    assert office.threads.list() == ()

    office.threads.restore(setback.id)

    assert [row.id for row in office.threads.of_person(jonah)] == [setback.id]


def test_words_that_another_window_saved_meanwhile_are_not_overwritten(
    office: Office, setback: Thread
) -> None:
    better(office, setback)

    with pytest.raises(EditConflictError):
        office.threads.save_words(setback.id, setback.words, setback.revision)


def test_words_are_saved_whatever_is_missing(office: Office, setback: Thread) -> None:
    saved = office.threads.save_words(setback.id, replace(setback.words, title=""))

    assert saved.words.title == "The storage move"
