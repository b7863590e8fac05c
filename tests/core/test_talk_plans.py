"""Tests for what was to be said in a talk that moves, falls through or passes it over."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from managernotes.domain.conversation import Conversation, ConversationType, NoteRole
from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, NewObservation, NoteText, Observation, ShareState
from managernotes.vault.driver_errors import StatementError
from tests.core.office import Office
from tests.core.talks_office import TODAY, person, planned

NEXT_WEEK = TODAY + timedelta(days=7)


def test_moving_a_talk_moves_what_is_planned_in_it(office: Office) -> None:
    talk, note = _planned_win(office)
    office.talks.set_day(talk.id, NEXT_WEEK)
    assert office.notes.get(note.id).planned_for == NEXT_WEEK


def test_putting_a_talk_off_is_one_step_that_happens_whole_or_not_at_all(office: Office) -> None:
    talk, note = _planned_win(office)
    office.talks.set_day(talk.id, TODAY, time(9, 30), 25)
    before = office.talks.get(talk.id)
    office.db.execute(
        "CREATE TEMP TRIGGER unmovable BEFORE UPDATE ON conversation"
        " BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(StatementError):
        office.talks.move(talk.id, NEXT_WEEK, "Both away")
    assert office.talks.get(talk.id) == before
    office.db.execute("DROP TRIGGER unmovable")
    moved = office.talks.move(talk.id, NEXT_WEEK, "Both away")
    assert (moved.state, moved.words.reason) == (before.state, "Both away")
    assert (moved.planned_on, moved.moved_from) == (NEXT_WEEK, TODAY)
    assert (moved.planned_at, moved.minutes) == (time(9, 30), 25)
    assert office.notes.get(note.id).planned_for == NEXT_WEEK


def test_cancelling_a_talk_makes_unsaid_what_was_planned_in_it_and_reopening_plans_it(
    office: Office,
) -> None:
    talk, note = _planned_win(office)
    office.talks.cancel(talk.id, "Both away")
    assert _state(office, note) == (ShareState.UNSAID, None)
    office.talks.reopen(talk.id)
    assert _state(office, note) == (ShareState.PLANNED, talk.id)


def test_binning_a_talk_makes_unsaid_what_was_planned_in_it_and_restoring_plans_it(
    office: Office,
) -> None:
    talk, note = _planned_win(office)
    office.talks.bin(talk.id)
    assert _state(office, note) == (ShareState.UNSAID, None)
    office.talks.restore(talk.id)
    assert _state(office, note) == (ShareState.PLANNED, talk.id)


def test_a_restored_talk_takes_back_nothing_that_was_said_meanwhile(office: Office) -> None:
    talk, note = _planned_win(office)
    office.talks.bin(talk.id)
    office.sharing.said(note.id, TODAY)
    office.talks.restore(talk.id)
    assert _state(office, note)[0] is ShareState.SHARED


def test_closing_a_talk_hands_what_was_not_said_to_the_next_one(office: Office) -> None:
    talk, note = _planned_win(office)
    following = planned(office, person(office), on=NEXT_WEEK)
    _hold_and_close(office, talk)
    assert _state(office, note) == (ShareState.PLANNED, following.id)
    assert office.notes.get(note.id).planned_for == NEXT_WEEK
    assert office.talks.notes_of(following.id)[NoteRole.TO_SAY] == (note.id,)
    assert office.talks.notes_of(talk.id) == {}


def test_without_a_next_talk_what_was_not_said_is_unsaid_again(office: Office) -> None:
    talk, note = _planned_win(office)
    _hold_and_close(office, talk)
    assert _state(office, note) == (ShareState.UNSAID, None)


def test_a_talk_with_somebody_else_is_no_next_one(office: Office) -> None:
    talk, note = _planned_win(office)
    planned(office, person(office, "Raj"), on=NEXT_WEEK)
    _hold_and_close(office, talk)
    assert _state(office, note) == (ShareState.UNSAID, None)


def test_a_person_in_the_bin_takes_no_shared_note_along_that_was_planned_with_them(
    office: Office,
) -> None:
    dana, raj = person(office), person(office, "Raj")
    talk, note = _planned_win(office, dana, raj)
    office.people.bin(dana)
    assert _state(office, note) == (ShareState.UNSAID, None)
    office.people.restore(dana)
    assert _state(office, note) == (ShareState.PLANNED, talk.id)


def test_no_note_is_planned_in_a_talk_that_was_erased(office: Office) -> None:
    talk, note = _planned_win(office)
    office.notes.bin(note.id)
    office.talks.bin(talk.id)
    office.clock.advance(days=20)
    office.notes.restore(note.id)
    office.notes.bin(note.id)
    office.clock.advance(days=11)
    assert office.notes.empty_bin() == 1
    assert _state(office, note) == (ShareState.UNSAID, None)


def test_a_concern_planned_in_a_talk_is_counted_in_its_row(office: Office) -> None:
    talk = planned(office, kind=ConversationType.ONE_ON_ONE)
    note = _note(office, Kind.CONCERN, person(office))
    office.sharing.plan(note.id, talk.id)
    assert office.talks.row(talk.id).concerns_planned == 1


def test_a_note_is_attached_to_a_talk_and_taken_away(office: Office) -> None:
    talk, note = planned(office), _note(office, Kind.CONTEXT, person(office))
    office.talks.attach(talk.id, note.id, NoteRole.CAME_OF)
    office.talks.attach(talk.id, note.id, NoteRole.CAME_OF)
    assert office.talks.notes_of(talk.id) == {NoteRole.CAME_OF: (note.id,)}
    office.talks.detach(talk.id, note.id, NoteRole.CAME_OF)
    assert office.talks.notes_of(talk.id) == {}


def _planned_win(office: Office, *about: PersonId) -> tuple[Conversation, Observation]:
    dana = person(office)
    talk = planned(office, dana)
    note = _note(office, Kind.WIN, *(about or (dana,)))
    return talk, office.sharing.plan(note.id, talk.id)


def _note(office: Office, kind: Kind, *people: PersonId) -> Observation:
    return office.notes.add(
        NewObservation(
            text=NoteText(fact="Calm rollback"), kind=kind, people=people, occurred_on=TODAY
        )
    )


def _state(office: Office, note: Observation) -> tuple[object, object]:
    now = office.notes.get(note.id)
    return now.share_state, now.planned_in


def _hold_and_close(office: Office, talk: Conversation) -> None:
    office.talks.asked_nothing(talk.id, nothing=True)
    office.talks.hold(talk.id, held_on=TODAY)
    office.talks.close(talk.id)
