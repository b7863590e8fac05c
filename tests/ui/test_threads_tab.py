"""Threads in the window: list, lines, states, the sentence that closes one (SPEC §7.29)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import NoteId, ThreadId
from managernotes.domain.observation import Kind, NewObservation, NoteText, ShareState
from managernotes.domain.thread import Thread, ThreadKind, ThreadState
from managernotes_ui.conversations.conversations_page import ConversationsPage
from managernotes_ui.conversations.tabs import TabName, tabs_of
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.cover import Cover
from managernotes_ui.threads.thread_sheets import EditThreadSheet, NewThreadSheet, ThreadNoteSheet
from managernotes_ui.threads.threads_tab import ThreadsTab
from managernotes_ui.widgets.menu import Menu
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused, tell

KEY = Qt.Key
SEPTEMBER = date(2026, 9, 12)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The page with its threads, on show."""

    def __init__(self, bench: PeopleBench, width: int = 1056) -> None:
        self.bench = bench
        self.page = ConversationsPage(bench.desk, tabs_of({TabName.THREADS: ThreadsTab}))
        bench.show(self.page, width)
        self.page.show_place(Place(PageName.CONVERSATIONS, query="threads"))
        bench.settle()
        self.page.take_focus()
        bench.settle()

    @property
    def tab(self) -> ThreadsTab:
        body = self.page.body
        assert isinstance(body, ThreadsTab)
        return body

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = ALT & ~ALT) -> None:
        QTest.keyClick(focused(), key, modifier)
        self.bench.settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(focused(), words)
        self.bench.settle()

    @property
    def listed(self) -> list[str]:
        return [line.text for line in self.tab.list.lines]

    @property
    def rail(self) -> list[str]:
        return [line.text for line in self.tab.pane.rail.lines]


def note(bench: PeopleBench, fact: str, kind: Kind = Kind.CONCERN, *, said: bool = False) -> NoteId:
    new = NewObservation(
        text=NoteText(fact=fact),
        kind=kind,
        people=(bench.bench.dana.id,),
        occurred_on=TODAY,
        share_state=ShareState.SHARED if said else None,
        shared_on=TODAY if said else None,
    )
    return bench.bench.ask(lambda workspace: workspace.notes.add(new)).id


def begin(
    bench: PeopleBench,
    title: str = "The storage move",
    kind: ThreadKind = ThreadKind.SETBACK,
    notes: Sequence[NoteId] = (),
) -> ThreadId:
    dana = bench.bench.dana.id
    thread = bench.bench.ask(
        lambda workspace: workspace.threads.open(dana, kind, title, SEPTEMBER, notes)
    )
    tell(bench)
    return thread.id


def get(bench: PeopleBench, thread: ThreadId) -> Thread:
    return bench.bench.ask(lambda workspace: workspace.threads.get(thread))


def test_threads_stand_under_their_sorts_and_the_first_is_shown(bench: PeopleBench) -> None:
    begin(bench, "Late hand-overs", ThreadKind.ISSUE)
    begin(bench)

    screen = Screen(bench)

    assert screen.listed == ["Setbacks", "The storage move", "Issues", "Late hand-overs"]
    assert screen.tab.pane.title.text() == "The storage move"
    assert "Dana Whitfield · a setback, since 12 September" in screen.tab.pane.meta.text()


def test_arrows_choose_a_thread_and_its_lines_follow(bench: PeopleBench) -> None:
    begin(bench, "Late hand-overs", ThreadKind.ISSUE, [note(bench, "At 18:40")])
    begin(bench)
    screen = Screen(bench)

    screen.press(KEY.Key_Down)

    assert screen.tab.pane.title.text() == "Late hand-overs"
    assert screen.rail == ["At 18:40"]


def test_a_place_that_names_a_thread_chooses_it(bench: PeopleBench) -> None:
    begin(bench)
    late = begin(bench, "Late hand-overs", ThreadKind.ISSUE)
    screen = Screen(bench)

    screen.page.show_place(Place(PageName.CONVERSATIONS, thread=late, query="threads"))
    bench.settle()

    assert screen.tab.pane.title.text() == "Late hand-overs"


def test_s18_alt_right_asks_for_the_sentence_before_a_thread_closes(bench: PeopleBench) -> None:
    thread = begin(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_Right, ALT)
    assert get(bench, thread).state is ThreadState.STEADYING

    screen.press(KEY.Key_Right, ALT)
    assert get(bench, thread).state is ThreadState.STEADYING
    assert focused() is screen.tab.pane.card.sentence
    screen.type("He sleeps again")
    screen.press(KEY.Key_Right, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    QTest.keyClick(menu, KEY.Key_Return)
    bench.settle()

    closed = get(bench, thread)
    assert (closed.state, closed.closed_on) == (ThreadState.RECOVERED, TODAY)
    assert closed.words.better_now == "He sleeps again"


def test_an_issue_that_nobody_heard_of_is_not_raised(qtbot: QtBot, bench: PeopleBench) -> None:
    thread = begin(bench, kind=ThreadKind.ISSUE, notes=[note(bench, "At 18:40")])
    screen = Screen(bench)

    with qtbot.waitSignal(bench.bench.session.failed) as told:
        screen.press(KEY.Key_Right, ALT)

    assert told.args is not None
    assert "said to them" in str(told.args[0])
    assert get(bench, thread).state is ThreadState.NOTICED


def test_the_sentence_saves_itself_and_survives_leaving(bench: PeopleBench) -> None:
    thread = begin(bench)
    screen = Screen(bench)
    screen.tab.pane.card.ask_for_sentence()

    screen.type("He sleeps")
    screen.page.leave()
    bench.settle()

    assert get(bench, thread).words.better_now == "He sleeps"
    assert not screen.page.has_unsaved


def test_typing_goes_on_while_another_window_renames_the_thread(bench: PeopleBench) -> None:
    thread = begin(bench)
    screen = Screen(bench)
    screen.tab.pane.card.ask_for_sentence()
    screen.type("He ")

    words = replace(get(bench, thread).words, title="The move")
    bench.bench.ask(lambda workspace: workspace.threads.save_words(thread, words))
    tell(bench)
    screen.type("sleeps")
    screen.page.leave()
    bench.settle()

    after = get(bench, thread).words
    assert (after.title, after.better_now) == ("The move", "He sleeps")


def test_n_writes_a_note_that_is_on_the_thread_at_once(bench: PeopleBench) -> None:
    thread = begin(bench)
    screen = Screen(bench)

    screen.press(KEY.Key_N)
    sheet = screen.tab.deeds.note_sheet
    assert isinstance(sheet, ThreadNoteSheet)
    screen.type("Took the two calls")
    sheet.sort.setCurrentIndex(sheet.sort.findData(Kind.SUPPORT_GIVEN.value))
    QTest.mouseClick(sheet.yes, Qt.MouseButton.LeftButton)
    bench.settle()

    assert not sheet.isVisible()
    assert screen.rail == ["Took the two calls"]
    [linked] = get(bench, thread).notes
    saved = bench.bench.ask(lambda workspace: workspace.notes.get(linked))
    assert (saved.kind, saved.occurred_on) == (Kind.SUPPORT_GIVEN, TODAY)


def test_a_note_without_words_is_asked_for_and_nothing_is_stored(bench: PeopleBench) -> None:
    thread = begin(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_N)

    QTest.mouseClick(screen.tab.deeds.note_sheet.yes, Qt.MouseButton.LeftButton)
    bench.settle()

    assert screen.tab.deeds.note_sheet.isVisible()
    assert get(bench, thread).notes == ()


def test_l_links_a_note_and_del_takes_it_off_again(bench: PeopleBench) -> None:
    known = note(bench, "At 18:40")
    thread = begin(bench)
    screen = Screen(bench)

    screen.press(KEY.Key_L)
    assert [found.id for found in screen.tab.deeds.picker.found] == [known]
    QTest.keyClick(screen.tab.deeds.picker, KEY.Key_Return)
    bench.settle()
    assert get(bench, thread).notes == (known,)

    screen.tab.pane.rail.setFocus()
    screen.press(KEY.Key_Down)
    screen.press(KEY.Key_Delete)
    assert get(bench, thread).notes == ()


def test_enter_on_a_line_opens_its_note(bench: PeopleBench) -> None:
    known = note(bench, "At 18:40")
    begin(bench, notes=[known])
    screen = Screen(bench)

    screen.tab.pane.rail.setFocus()
    screen.press(KEY.Key_Down)
    screen.press(KEY.Key_Return)

    assert bench.places[-1] == Place(PageName.NOTE, person=bench.bench.dana.id, note=known)


def test_a_new_thread_is_begun_and_chosen(bench: PeopleBench) -> None:
    begin(bench)
    screen = Screen(bench)

    screen.press(KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
    sheet = screen.tab.deeds.new_sheet
    assert isinstance(sheet, NewThreadSheet)
    screen.type("Late hand-overs")
    sheet.sort.setCurrentIndex(sheet.sort.findData(ThreadKind.ISSUE.value))
    sheet.since.setText("3 Nov")
    screen.press(KEY.Key_Return)

    assert screen.tab.pane.title.text() == "Late hand-overs"
    row = screen.tab.vm.row
    assert row is not None
    assert (row.kind, row.opened_on) == (ThreadKind.ISSUE, date(2026, 11, 3))


def test_a_thread_without_a_title_is_not_begun(bench: PeopleBench) -> None:
    begin(bench)
    screen = Screen(bench)
    screen.tab.deeds.new_thread()

    screen.press(KEY.Key_Return)

    assert screen.tab.deeds.new_sheet.isVisible()
    assert len(screen.tab.vm.rows) == 1


def test_what_is_ahead_is_the_last_line(bench: PeopleBench) -> None:
    begin(bench, notes=[note(bench, "At 18:40")])
    screen = Screen(bench)

    screen.press(KEY.Key_F2)
    sheet = screen.tab.deeds.edit_sheet
    assert isinstance(sheet, EditThreadSheet)
    sheet.ahead.setText("Third cut-over")
    sheet.day.setText("18 Dec")
    screen.press(KEY.Key_Return)

    assert screen.rail == ["At 18:40", "Third cut-over"]
    assert screen.tab.pane.rail.lines[-1].after == ""


def test_a_thread_goes_to_the_bin_and_comes_back(bench: PeopleBench) -> None:
    begin(bench)
    screen = Screen(bench)

    screen.press(KEY.Key_Delete)
    assert screen.listed == []

    screen.tab._undo.undo()
    bench.settle()
    assert screen.listed == ["Setbacks", "The storage move"]


def test_a_day_to_look_again_is_offered(bench: PeopleBench) -> None:
    thread = begin(bench)
    screen = Screen(bench)

    screen.tab.pane.card.look.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    QTest.keyClick(menu, KEY.Key_Return)
    bench.settle()

    assert get(bench, thread).look_on == date(2026, 11, 26)
    assert "Thu 26 Nov" in screen.tab.pane.card.look.text()


def test_without_threads_the_page_teaches_and_begins_one(bench: PeopleBench) -> None:
    screen = Screen(bench)

    screen.press(KEY.Key_Space)

    assert screen.tab.deeds.new_sheet.isVisible()


def test_a_screen_reader_hears_kind_day_words_and_state(bench: PeopleBench) -> None:
    begin(bench, kind=ThreadKind.ISSUE, notes=[note(bench, "At 18:40")])
    screen = Screen(bench)

    rail = screen.tab.pane.rail.model()
    told = rail.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert told == "concern, Thursday 19 November 2026, At 18:40, not said yet"


def test_covered_texts_are_not_told(bench: PeopleBench) -> None:
    begin(bench, notes=[note(bench, "At 18:40")])
    screen = Screen(bench)

    bench.theme.set_cover(Cover(texts=True))
    bench.settle()

    told = screen.tab.pane.rail.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "18:40" not in told


@pytest.mark.parametrize("width", [696, 1056])
def test_every_state_has_room_or_a_tooltip(bench: PeopleBench, width: int) -> None:
    begin(bench, kind=ThreadKind.ISSUE)
    screen = Screen(bench, width)

    pane = screen.tab.pane
    assert pane.stages.width() <= pane.viewport().width()
    assert all(stage.toolTip() for stage in pane.stages.stages)
