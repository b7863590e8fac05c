"""The steps of a note's way to the person where notes are shown: editor, timeline, panel (S19)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.identity import NoteId
from managernotes.domain.observation import KeptBack, Kind, ShareState
from managernotes_ui.common.strings import sharing as strings
from managernotes_ui.notes.note_page import NotePage
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.widgets.menu import Menu
from tests.ui.people_bench import PeopleBench, people_bench


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def note(bench: PeopleBench) -> NoteId:
    return bench.bench.note(kind=Kind.CONCERN)


@pytest.fixture
def editor(bench: PeopleBench, note: NoteId) -> Iterator[NotePage]:
    desk = bench.desk
    page = NotePage(desk.theme, desk.session, desk.actions, desk.navigator.go)
    bench.show(page, 1224)
    page.show_place(Place(PageName.NOTE, person=bench.bench.dana.id, note=note))
    bench.settle()
    yield page
    page._preview_vm.close()


@pytest.fixture
def person(bench: PeopleBench, note: NoteId) -> PersonPage:
    page = PersonPage(bench.desk)
    bench.show(page)
    page.show_place(Place(PageName.PERSON, person=bench.bench.dana.id, note=note))
    bench.settle()
    page.take_focus()
    return page


def state(bench: PeopleBench, note: NoteId) -> ShareState | None:
    return bench.bench.ask(lambda w: w.notes.get(note)).share_state


def take(bench: PeopleBench, menu: Menu | None, words: str) -> None:
    assert menu is not None
    [entry] = [one for one in menu.actions() if one.text().split("\t")[0] == words]
    entry.trigger()
    menu.close()
    bench.settle()


def test_the_editors_state_opens_the_steps_and_its_undo_bar_takes_them_back(
    bench: PeopleBench, editor: NotePage, note: NoteId
) -> None:
    editor._facts._state.click()
    take(bench, editor._share.menu, strings.STEP_SAID)
    assert state(bench, note) is ShareState.SHARED
    assert editor.undo_bar.isVisible()
    editor.undo_bar.undo()
    bench.settle()
    assert state(bench, note) is ShareState.UNSAID


def test_the_editor_tells_why_a_note_is_kept_back(
    bench: PeopleBench, editor: NotePage, note: NoteId
) -> None:
    bench.bench.ask(lambda w: w.sharing.keep_back(note, KeptBack.TOO_SMALL))
    bench.desk.session.notes_changed.emit()
    bench.settle()
    assert strings.REASONS[KeptBack.TOO_SMALL] in editor._facts._state.accessibleName()


def test_a_step_leaves_what_is_being_typed_without_a_conflict(
    bench: PeopleBench, editor: NotePage, note: NoteId
) -> None:
    editor.take_focus()
    QTest.keyClicks(editor._fields.fact, "And again. ")
    editor._facts._state.click()
    take(bench, editor._share.menu, strings.STEP_SAID)
    editor.leave()
    bench.settle()
    stored = bench.bench.ask(lambda w: w.notes.get(note))
    assert "And again." in stored.text.fact
    assert stored.share_state is ShareState.SHARED
    assert editor._vm.problem is None


def test_the_timelines_menu_has_the_steps(
    bench: PeopleBench, person: PersonPage, note: NoteId
) -> None:
    menu = Menu(bench.theme, person)
    assert person._steps.add_to(menu, note, QPoint(5, 5))
    words = [action.text().split("\t")[0] for action in menu.actions()]
    assert words == [strings.STEP_SAID, strings.STEP_PLAN, strings.STEP_KEEP_BACK]
    take(bench, menu, strings.STEP_SAID)
    assert state(bench, note) is ShareState.SHARED


def test_s_says_it_and_undo_brings_the_plan_back(
    bench: PeopleBench, person: PersonPage, note: NoteId
) -> None:
    new = NewConversation(type=ConversationType.ONE_ON_ONE, people=(bench.bench.dana.id,))
    talk = bench.bench.ask(lambda w: w.talks.plan(new))
    bench.bench.ask(lambda w: w.sharing.plan(note, talk.id))
    bench.desk.session.notes_changed.emit()
    bench.settle()
    person.timeline.list.choose(note)
    QTest.keyClick(person.timeline.list, Qt.Key.Key_S)
    bench.settle()
    assert state(bench, note) is ShareState.SHARED
    person._steps._undo.undo()
    bench.settle()
    stored = bench.bench.ask(lambda w: w.notes.get(note))
    assert (stored.share_state, stored.planned_in) == (ShareState.PLANNED, talk.id)


def test_the_panel_offers_the_steps_of_a_note_that_has_them(
    person: PersonPage, note: NoteId, qtbot: QtBot
) -> None:
    peek = person._peek
    person.timeline.list.choose(note)
    asked: list[NoteId] = []
    peek.steps_wanted.connect(lambda wanted, _corner: asked.append(wanted))
    peek.vm.show_note(note)
    qtbot.waitUntil(lambda: peek.vm.peek is not None)
    peek.steps_button.click()
    assert asked == [note]
    assert person._steps._share.menu is not None
    person._steps._share.menu.close()
