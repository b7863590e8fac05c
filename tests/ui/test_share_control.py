"""The way of a win or a concern to the person, in the window: each step, and back (S19, S30)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from managernotes.clock import today
from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.identity import ConversationId, NoteId
from managernotes.domain.observation import KeptBack, Kind, Observation, ShareState
from managernotes_ui.common.strings import sharing as strings
from managernotes_ui.sharing.plan_menu import days_offered
from managernotes_ui.sharing.share_control import ShareControl, SharedNote, words_of
from managernotes_ui.sharing.share_deeds import STEPS, ShareStep
from managernotes_ui.sharing.share_dialogs import AnswerDialog, KeepBackDialog
from tests.ui.note_bench import Bench, note_bench
from tests.ui.style_bench import dressed

HERE = QPoint(10, 10)


class Way:
    """A control over a widget, and a concern about Dana."""

    def __init__(self, qtbot: QtBot, bench: Bench, over: QWidget, control: ShareControl) -> None:
        self.qtbot = qtbot
        self.bench = bench
        self.over = over
        self.control = control
        self.note = bench.note(kind=Kind.CONCERN)
        self.offers: list[tuple[str, object]] = []
        control.done.connect(lambda words, back: self.offers.append((words, back)))

    @property
    def stored(self) -> Observation:
        return self.bench.ask(lambda w: w.notes.get(self.note))

    def state(self) -> ShareState | None:
        return self.stored.share_state

    def take(self, step: ShareStep) -> None:
        state = self.stored.share_state
        assert state is not None
        shared = SharedNote(self.note, state, (self.bench.dana.id,))
        self.control.take(step, shared, HERE)
        self.settle()

    def choose(self, row: int) -> None:
        menu = self.control.menu
        assert menu is not None
        [*rows] = [action for action in menu.actions() if not action.isSeparator()]
        rows[row].trigger()
        menu.close()
        self.settle()

    def undo(self) -> None:
        back = self.offers[-1][1]
        assert callable(back)
        back()
        self.settle()

    def talk(self, in_days: int = 3) -> ConversationId:
        new = NewConversation(
            type=ConversationType.ONE_ON_ONE,
            people=(self.bench.dana.id,),
            planned_on=self.today + timedelta(days=in_days),
        )
        return self.bench.ask(lambda w: w.talks.plan(new)).id

    def settle(self) -> None:
        for _round in range(3):
            self.bench.settle()

    @property
    def today(self) -> date:
        return today(self.bench.clock)


@pytest.fixture
def way(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Way]:
    with dressed(qapp) as theme, note_bench(qtbot, tmp_path) as bench:
        over = QWidget()
        qtbot.addWidget(over)
        over.show()
        yield Way(qtbot, bench, over, ShareControl(theme, bench.session, over))


def test_every_state_offers_its_next_steps_in_words() -> None:
    assert set(STEPS) == set(ShareState)
    for state, steps in STEPS.items():
        words = [words_of(step, state) for step in steps]
        assert all(words)
        assert len(set(words)) == len(words)


def test_said_it_is_said_today_and_undone(way: Way) -> None:
    way.take(ShareStep.SAID)
    assert (way.state(), way.stored.shared_on) == (ShareState.SHARED, way.today)
    way.undo()
    assert (way.state(), way.stored.shared_on) == (ShareState.UNSAID, None)


def test_it_can_be_planned_for_a_talk_that_is_ahead(way: Way) -> None:
    talk = way.talk()
    way.take(ShareStep.PLAN)
    way.choose(0)
    assert (way.state(), way.stored.planned_in) == (ShareState.PLANNED, talk)
    way.undo()
    assert way.state() is ShareState.UNSAID


def test_it_can_be_planned_for_a_new_one_to_one_on_a_day(way: Way) -> None:
    way.take(ShareStep.PLAN)
    way.choose(1)
    talk = way.stored.planned_in
    assert talk is not None
    assert way.bench.ask(lambda w: w.talks.get(talk)).planned_on == days_offered(way.today)[1]
    way.undo()
    assert way.state() is ShareState.UNSAID
    assert way.bench.ask(lambda w: w.talks.of_person(way.bench.dana.id)) == ()


def test_only_working_days_are_offered() -> None:
    friday = date(2026, 11, 27)
    assert [day.day for day in days_offered(friday)] == [27, 30, 1, 2, 3]


def test_undoing_said_it_on_a_planned_note_brings_the_plan_back(way: Way) -> None:
    talk = way.talk()
    way.take(ShareStep.PLAN)
    way.choose(0)
    way.take(ShareStep.SAID)
    assert (way.state(), way.stored.said_in) == (ShareState.SHARED, talk)
    way.undo()
    assert (way.state(), way.stored.planned_in) == (ShareState.PLANNED, talk)


def test_another_talk_takes_it_and_undo_brings_the_first(way: Way) -> None:
    first, second = way.talk(3), way.talk(5)
    way.take(ShareStep.PLAN)
    way.choose(0)
    assert way.stored.planned_in == first
    way.take(ShareStep.PLAN)
    way.choose(1)
    assert way.stored.planned_in == second
    way.undo()
    assert way.stored.planned_in == first


def test_a_plan_is_given_up_and_comes_back(way: Way) -> None:
    talk = way.talk()
    way.take(ShareStep.PLAN)
    way.choose(0)
    way.take(ShareStep.UNPLAN)
    assert way.state() is ShareState.UNSAID
    way.undo()
    assert way.stored.planned_in == talk


def test_s19_not_for_sharing_wants_one_of_four_reasons(way: Way) -> None:
    way.take(ShareStep.KEEP_BACK)
    [dialog] = way.over.findChildren(KeepBackDialog)
    assert not dialog.yes.isEnabled()
    assert len(dialog.choices) == len(KeptBack)
    dialog.choices[KeptBack.TOO_SMALL].click()
    dialog.yes.click()
    way.settle()
    assert way.state() is ShareState.NOT_FOR_SHARING
    assert way.stored.kept_back is KeptBack.TOO_SMALL
    assert strings.REASONS[KeptBack.TOO_SMALL] in way.offers[-1][0]
    way.undo()
    assert way.state() is ShareState.UNSAID


def test_s19_leaving_the_question_changes_nothing(way: Way) -> None:
    way.take(ShareStep.KEEP_BACK)
    [dialog] = way.over.findChildren(KeepBackDialog)
    dialog.choices[KeptBack.TOO_SMALL].click()
    dialog.reject()
    way.settle()
    assert way.state() is ShareState.UNSAID
    assert way.offers == []


def test_a_plan_that_is_kept_back_comes_back_as_a_plan(way: Way) -> None:
    talk = way.talk()
    way.take(ShareStep.PLAN)
    way.choose(0)
    keep_back(way, KeptBack.PASSED_TO_HR)
    way.undo()
    assert (way.state(), way.stored.planned_in) == (ShareState.PLANNED, talk)


def test_it_may_be_said_after_all_and_the_reason_comes_back(way: Way) -> None:
    keep_back(way, KeptBack.ONLY_CONTEXT)
    way.take(ShareStep.TAKE_BACK)
    assert way.state() is ShareState.UNSAID
    way.undo()
    assert way.stored.kept_back is KeptBack.ONLY_CONTEXT


def test_s30_what_they_answered_is_kept_and_a_change_is_seen(way: Way) -> None:
    way.take(ShareStep.SAID)
    answer(way, "I thought the ticket was enough.")
    assert way.state() is ShareState.RESPONDED
    assert kept_answer(way) == "I thought the ticket was enough."
    way.take(ShareStep.CHANGE_SEEN)
    assert way.stored.change_seen_on == way.today
    way.undo()
    assert way.state() is ShareState.RESPONDED


def test_s30_an_answer_is_changed_and_the_one_before_comes_back(way: Way) -> None:
    way.take(ShareStep.SAID)
    answer(way, "First.")
    answer(way, "Second.")
    assert kept_answer(way) == "Second."
    way.undo()
    assert kept_answer(way) == "First."


def test_an_answer_that_is_taken_back_comes_again(way: Way) -> None:
    way.take(ShareStep.SAID)
    answer(way, "First.")
    way.take(ShareStep.TAKE_BACK)
    assert way.state() is ShareState.SHARED
    way.undo()
    assert kept_answer(way) == "First."


def test_an_empty_answer_cannot_be_kept(way: Way) -> None:
    way.take(ShareStep.SAID)
    way.take(ShareStep.ANSWERED)
    [dialog] = way.over.findChildren(AnswerDialog)
    dialog.field.setPlainText("   ")
    assert not dialog.yes.isEnabled()
    dialog.reject()


def test_not_said_after_all_can_itself_be_undone(way: Way) -> None:
    way.take(ShareStep.SAID)
    way.take(ShareStep.TAKE_BACK)
    assert way.state() is ShareState.UNSAID
    way.undo()
    assert (way.state(), way.stored.shared_on) == (ShareState.SHARED, way.today)


def keep_back(way: Way, reason: KeptBack) -> None:
    way.take(ShareStep.KEEP_BACK)
    dialog = way.over.findChildren(KeepBackDialog)[-1]
    dialog.choices[reason].click()
    dialog.yes.click()
    way.settle()


def answer(way: Way, words: str) -> None:
    way.take(ShareStep.ANSWERED)
    dialog = way.over.findChildren(AnswerDialog)[-1]
    dialog.field.setPlainText(words)
    dialog.yes.click()
    way.settle()


def kept_answer(way: Way) -> str:
    found = way.bench.ask(lambda w: w.sharing.answer_of(note_of(way)))
    return found.text if found else ""


def note_of(way: Way) -> NoteId:
    return way.note
