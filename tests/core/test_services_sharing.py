"""Saying what has not been said, step by step and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest

from managernotes.domain.conversation import NoteRole
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import (
    KeptBack,
    Kind,
    NewObservation,
    NoteText,
    Observation,
    ShareState,
)
from managernotes.domain.sharing import Answer
from managernotes.errors import InvalidInputError, NoteNotFoundError, PaperNotFoundError
from managernotes.storage import answers
from tests.core.office import Office
from tests.core.talks_office import TODAY, held, person, planned

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def noted(
    office: Office, kind: Kind = Kind.CONCERN, who: PersonId | None = None, on: date = TODAY
) -> NoteId:
    new = NewObservation(
        text=NoteText(fact="The hand-over came late."),
        kind=kind,
        people=(who or person(office),),
        occurred_on=on,
    )
    return office.notes.add(new).id


def said(office: Office, on: date = TODAY) -> NoteId:
    return office.sharing.said(noted(office), on).id


def test_a_concern_is_planned_for_a_talk_and_stands_on_its_list(office: Office) -> None:
    note, talk = noted(office), planned(office, on=TOMORROW)
    there = office.sharing.plan(note, talk.id)
    assert (there.share_state, there.planned_in) == (ShareState.PLANNED, talk.id)
    assert there.planned_for == TOMORROW
    assert office.talks.notes_of(talk.id)[NoteRole.TO_SAY] == (note,)
    back = office.sharing.unplan(note)
    assert (back.share_state, back.planned_in, back.planned_for) == (ShareState.UNSAID, None, None)
    assert office.talks.notes_of(talk.id).get(NoteRole.TO_SAY, ()) == ()


def test_a_plan_moves_with_its_talk(office: Office) -> None:
    note, talk = noted(office), planned(office, on=TOMORROW)
    office.sharing.plan(note, talk.id)
    later = TODAY + timedelta(days=8)
    office.talks.set_day(talk.id, later)
    assert office.notes.get(note).planned_for == later
    [row] = office.notes.rows([note])
    assert row.planned_for == later


def test_a_note_is_planned_anew_for_another_talk(office: Office) -> None:
    note, first, second = noted(office), planned(office), planned(office, on=TOMORROW)
    office.sharing.plan(note, first.id)
    office.sharing.plan(note, second.id)
    assert office.talks.notes_of(first.id).get(NoteRole.TO_SAY, ()) == ()
    assert office.talks.notes_of(second.id)[NoteRole.TO_SAY] == (note,)


def test_inv_16_a_note_is_planned_only_with_whom_it_is_about(office: Office) -> None:
    note, talk = noted(office), planned(office, person(office, "Maya"))
    with pytest.raises(InvalidInputError):
        office.sharing.plan(note, talk.id)
    assert office.notes.get(note).share_state is ShareState.UNSAID


def test_nothing_is_planned_for_a_talk_that_is_over_or_gone(office: Office) -> None:
    note, over, binned = noted(office), held(office), planned(office)
    cancelled = office.talks.cancel(planned(office).id, "Ill")
    office.talks.bin(binned.id)
    for talk in (over.id, binned.id, cancelled.id):
        with pytest.raises(InvalidInputError):
            office.sharing.plan(note, talk)
    with pytest.raises(PaperNotFoundError):
        office.sharing.plan(note, ConversationId(uuid4()))
    assert office.notes.get(note).share_state is ShareState.UNSAID


def test_taking_said_back_brings_the_plan_back(office: Office) -> None:
    note, talk = noted(office), planned(office, on=TOMORROW)
    there = office.sharing.plan(note, talk.id)
    heard = office.sharing.said(note, TODAY, talk.id)
    assert (heard.share_state, heard.shared_on, heard.said_in) == (
        ShareState.SHARED,
        TODAY,
        talk.id,
    )
    back = office.sharing.unsay(note)
    assert (back.share_state, back.planned_in, back.planned_for) == (
        ShareState.PLANNED,
        there.planned_in,
        there.planned_for,
    )
    assert (back.shared_on, back.said_in) == (None, None)


def test_the_undo_of_the_lists_brings_the_plan_back_too(office: Office) -> None:
    note, talk = noted(office), planned(office)
    office.sharing.plan(note, talk.id)
    office.notes.change(note, share_state=ShareState.SHARED)
    assert office.notes.change(note, share_state=ShareState.UNSAID).planned_in == talk.id
    office.notes.change(note, share_state=ShareState.UNSAID)
    assert office.talks.notes_of(talk.id).get(NoteRole.TO_SAY, ()) == ()


def test_what_was_unsaid_is_unsaid_again(office: Office) -> None:
    back = office.sharing.unsay(said(office))
    assert (back.share_state, back.shared_on) == (ShareState.UNSAID, None)


@pytest.mark.parametrize("reason", list(KeptBack))
def test_s19_a_concern_leaves_the_unsaid_with_one_of_four_reasons(
    office: Office, reason: KeptBack
) -> None:
    note = noted(office)
    kept = office.sharing.keep_back(note, reason)
    assert (kept.share_state, kept.kept_back) == (ShareState.NOT_FOR_SHARING, reason)
    assert office.today.today().raise_.total == 0
    assert office.sharing.unkeep(note).kept_back is None
    assert office.today.today().raise_.total == 1


def test_inv_no_note_is_kept_back_without_a_reason(office: Office) -> None:
    for kind in (Kind.WIN, Kind.CONCERN):
        note = noted(office, kind)
        with pytest.raises(InvalidInputError):
            office.notes.change(note, share_state=ShareState.NOT_FOR_SHARING)
        with pytest.raises(InvalidInputError):
            office.notes.change(note, share_state=ShareState.PLANNED)
        assert office.notes.get(note).share_state is ShareState.UNSAID


def test_keeping_back_gives_a_plan_up(office: Office) -> None:
    note, talk = noted(office), planned(office)
    office.sharing.plan(note, talk.id)
    assert office.sharing.keep_back(note, KeptBack.WRONG_AFTER_ALL).planned_in is None
    assert office.talks.notes_of(talk.id).get(NoteRole.TO_SAY, ()) == ()


def test_s30_their_answer_is_kept_in_their_words(office: Office) -> None:
    note = said(office, YESTERDAY)
    answered = office.sharing.answered(note, "I thought the ticket was enough.", TODAY)
    assert (answered.share_state, answered.shared_on) == (ShareState.RESPONDED, YESTERDAY)
    assert office.sharing.answer_of(note) == Answer("I thought the ticket was enough.", TODAY)
    office.sharing.answered(note, "I did not know it mattered.", TODAY)
    assert office.sharing.answer_of(note) == Answer("I did not know it mattered.", TODAY)


def test_an_answer_taken_back_is_kept_for_the_next_time(office: Office) -> None:
    note = said(office)
    office.sharing.answered(note, "Yes.", TODAY)
    assert office.sharing.unanswer(note).share_state is ShareState.SHARED
    assert office.sharing.answer_of(note) is None
    office.notes.change(note, share_state=ShareState.RESPONDED)
    assert office.sharing.answer_of(note) == Answer("Yes.", TODAY)


def test_s30_a_change_seen_has_its_day(office: Office) -> None:
    note = said(office, YESTERDAY)
    with pytest.raises(InvalidInputError):
        office.sharing.change_seen(note, TODAY)
    office.sharing.answered(note, "Yes.", TODAY)
    assert office.sharing.change_seen(note, TODAY).change_seen_on == TODAY
    found = office.sharing.state_of(note)
    assert (found.state, found.change_seen_on) == (ShareState.CHANGE_SEEN, TODAY)
    assert found.answer == Answer("Yes.", TODAY)
    assert office.sharing.unsee(note).change_seen_on is None


def test_s30_a_shared_concern_past_its_follow_up_asks_what_changed(office: Office) -> None:
    dana, note = person(office), noted(office)
    talk = held(office, dana)
    office.sharing.said(note, TODAY, talk.id)
    office.talks.log(talk.id, outcome=None, follow_up_on=TODAY + timedelta(days=7))
    following = planned(office, dana, on=TODAY + timedelta(days=9))

    def asked() -> list[NoteId]:
        return [row.id for row in office.sharing.changes_to_ask(dana)]

    office.clock.advance(days=7)
    assert asked() == []
    office.clock.advance(days=1)
    assert asked() == [note]
    assert following.people == (dana,)
    office.sharing.answered(note, "Since Monday the link is there.", office.ledger.today())
    assert asked() == [note]
    office.sharing.change_seen(note, office.ledger.today())
    assert asked() == []


def test_s30_without_a_day_it_is_asked_after_four_weeks(office: Office) -> None:
    dana, note = person(office), said(office)
    office.clock.advance(days=27)
    assert office.sharing.changes_to_ask(dana) == ()
    office.clock.advance(days=1)
    assert [row.id for row in office.sharing.changes_to_ask(dana)] == [note]
    assert office.sharing.changes_to_ask(person(office, "Maya")) == ()


@pytest.mark.parametrize(
    "step",
    [
        lambda office, note: office.sharing.said(note, TOMORROW),
        lambda office, note: office.sharing.unsay(note),
        lambda office, note: office.sharing.unplan(note),
        lambda office, note: office.sharing.unkeep(note),
        lambda office, note: office.sharing.unanswer(note),
        lambda office, note: office.sharing.unsee(note),
        lambda office, note: office.sharing.answered(note, "Yes.", TODAY),
        lambda office, note: office.sharing.change_seen(note, TODAY),
    ],
)
def test_a_step_that_is_not_allowed_changes_nothing(
    office: Office, step: Callable[[Office, NoteId], Observation]
) -> None:
    note = noted(office)
    before = office.notes.get(note)
    with pytest.raises(InvalidInputError):
        step(office, note)
    assert office.notes.get(note) == before
    assert answers.of_note(office.db, note) is None


@pytest.mark.parametrize(("words", "on"), [("  ", TODAY), ("Yes.", TOMORROW), ("Yes.", YESTERDAY)])
def test_an_answer_has_words_and_a_day_between_saying_and_today(
    office: Office, words: str, on: date
) -> None:
    note = said(office)
    with pytest.raises(InvalidInputError):
        office.sharing.answered(note, words, on)
    assert office.notes.get(note).share_state is ShareState.SHARED
    assert answers.of_note(office.db, note) is None


def test_a_note_that_is_gone_says_so(office: Office) -> None:
    gone = noted(office)
    office.notes.erase(gone)
    with pytest.raises(NoteNotFoundError):
        office.sharing.keep_back(gone, KeptBack.TOO_SMALL)


def test_erasing_a_note_erases_the_answer_to_it(office: Office) -> None:
    note = said(office)
    office.sharing.answered(note, "Rhubarb.", TODAY)
    office.notes.erase(note)
    assert office.db.execute("SELECT count(*) FROM paper WHERE sort = 'answer'").fetchone()[0] == 0
    found = office.db.execute(
        "SELECT count(*) FROM paper_search WHERE paper_search MATCH 'rhubarb'"
    )
    assert found.fetchone()[0] == 0


def test_inv_03_no_step_touches_when_a_note_was_written(office: Office) -> None:
    note = noted(office, on=TODAY - timedelta(days=12))
    written = office.notes.get(note)
    office.clock.advance(days=1)
    office.sharing.said(note, TODAY)
    office.sharing.answered(note, "Yes.", TOMORROW)
    later = office.sharing.change_seen(note, TOMORROW)
    assert later.created_at == written.created_at
    assert later.days_late == written.days_late == 12
