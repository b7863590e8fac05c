"""A person's page: which note is lit, what can be said, and where the keyboard is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, NoteText, ShareState
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.people.person_vm import TimelineFilter
from managernotes_ui.people.year_strip import LegendEntry
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.page_frame import PANEL_OVER_BELOW, PageFrame
from managernotes_ui.widgets.strip import MonthColumn
from tests.ui.people_bench import PeopleBench, people_bench

KEY = Qt.Key
WIDE, NARROW = PANEL_OVER_BELOW + 100, PANEL_OVER_BELOW - 100


@dataclass
class Screen:
    """Dana's page in its frame, with three notes: the newest first."""

    bench: PeopleBench
    page: PersonPage
    frame: PageFrame
    notes: list[NoteId]

    @property
    def lit(self) -> NoteId | None:
        return self.page.note

    @property
    def has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        panel = self.page.panel
        return focus is not None and (panel is focus or panel.isAncestorOf(focus))

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        self.bench.settle()

    def tab(self, *, back: bool = False) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, KEY.Key_Backtab if back else KEY.Key_Tab)

    def state(self, note: NoteId) -> ShareState | None:
        return self.bench.bench.ask(lambda w: w.notes.get(note)).share_state


def note(bench: PeopleBench, day: int, kind: Kind) -> NoteId:
    return bench.bench.note(NoteText(fact=f"Of day {day}"), kind=kind, day=date(2026, 11, day))


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def screen(qtbot: QtBot, bench: PeopleBench) -> Screen:
    notes = [
        note(bench, 18, Kind.WIN),
        note(bench, 17, Kind.AGREEMENT_NOTE),
        note(bench, 16, Kind.CONCERN),
    ]
    page = PersonPage(bench.desk)
    screen = Screen(bench, page, PageFrame(page, bench.desk), notes)
    bench.show(screen.frame, WIDE)
    page.show_place(Place(PageName.PERSON, person=bench.bench.dana.id))
    bench.settle()
    page.take_focus()
    page.timeline.list.choose(notes[0])
    qtbot.waitUntil(lambda: page.vm.can_say(notes[0]))
    return screen


def test_after_a_note_went_to_the_bin_the_next_one_is_lit(screen: Screen) -> None:
    screen.press(KEY.Key_Delete)
    assert screen.lit == screen.notes[1]


def test_the_last_note_gives_way_to_the_one_above(screen: Screen) -> None:
    screen.page.timeline.list.choose(screen.notes[2])
    screen.press(KEY.Key_Delete)
    assert screen.lit == screen.notes[1]


def test_undo_lights_the_note_that_came_back(screen: Screen) -> None:
    screen.press(KEY.Key_Delete)
    QTest.keyClick(screen.page.timeline.list, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    screen.bench.settle()
    assert screen.lit == screen.notes[0]


def test_a_note_that_the_filter_hides_gives_way_to_its_neighbour(screen: Screen) -> None:
    screen.page.vm.set_filter(TimelineFilter(kind=Kind.CONCERN))
    screen.bench.settle()
    assert screen.lit == screen.notes[2]


def test_a_place_lights_its_note_although_the_list_is_still_to_come(screen: Screen) -> None:
    bench = screen.bench.bench
    screen.page.show_place(Place(PageName.PERSON, person=bench.arjun.id))
    screen.bench.settle()
    screen.page.show_place(Place(PageName.PERSON, person=bench.dana.id, note=screen.notes[1]))
    screen.bench.settle()
    assert screen.lit == screen.notes[1]


def test_s_says_what_waits_and_undo_takes_it_back(screen: Screen) -> None:
    screen.press(KEY.Key_S)
    assert screen.state(screen.notes[0]) is ShareState.SHARED
    QTest.keyClick(screen.page.timeline.list, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    screen.bench.settle()
    assert screen.state(screen.notes[0]) is ShareState.UNSAID


def test_s_leaves_alone_what_was_said_before(screen: Screen) -> None:
    said = screen.bench.bench.ask(
        lambda w: w.notes.mark_shared(screen.notes[0], date(2026, 11, 18))
    )
    screen.bench.bench.session.notes_changed.emit()
    screen.bench.settle()
    screen.press(KEY.Key_S)
    assert screen.bench.bench.ask(lambda w: w.notes.get(said.id)) == said


def test_s_leaves_alone_what_nobody_waits_for(screen: Screen) -> None:
    failures: list[Exception] = []
    screen.page.vm.failed.connect(failures.append)
    screen.page.timeline.list.choose(screen.notes[1])
    screen.press(KEY.Key_S)
    assert not failures
    assert screen.state(screen.notes[1]) is None


def test_a_click_on_a_month_leaves_the_keyboard_in_the_list(screen: Screen) -> None:
    november = screen.page.findChildren(MonthColumn)[-1]
    QTest.mouseClick(november, Qt.MouseButton.LeftButton)
    screen.bench.settle()
    assert screen.page.vm.filter.month == date(2026, 11, 1)
    assert screen.page.timeline.list.hasFocus()


def test_tab_goes_from_the_legend_over_the_months_into_the_list(screen: Screen) -> None:
    screen.page.findChildren(LegendEntry)[-1].setFocus()
    for month in screen.page.findChildren(MonthColumn):
        screen.tab()
        assert month.hasFocus()
    screen.tab()
    assert screen.page.timeline.list.hasFocus()


def test_a_person_who_is_gone_leads_to_everybody_from_the_page_on_show_only(
    screen: Screen,
) -> None:
    screen.frame.hide()
    screen.bench.bench.ask(lambda w: w.people.bin(screen.bench.bench.dana.id))
    screen.bench.tell()
    assert not screen.bench.places
    screen.frame.show()
    screen.page.show_place(Place(PageName.PERSON, person=screen.bench.bench.dana.id))
    screen.bench.settle()
    assert screen.bench.places == [Place(PageName.PEOPLE)]
    screen.bench.tell()
    assert screen.bench.places == [Place(PageName.PEOPLE)]


def test_beside_the_page_the_panel_leaves_the_keyboard_in_the_list(screen: Screen) -> None:
    screen.press(KEY.Key_Space)
    assert screen.page.panel.isVisible()
    assert screen.page.timeline.list.hasFocus()


def test_over_the_page_the_panel_takes_and_keeps_the_keyboard(screen: Screen) -> None:
    screen.frame.resize(NARROW, 764)
    screen.press(KEY.Key_Space)
    assert screen.has_keyboard
    for back in (False, True):
        for _stop in range(8):
            screen.tab(back=back)
            assert screen.has_keyboard
    assert screen.frame.panes == [screen.page.panel]


def test_over_the_page_up_and_down_still_turn_to_the_next_note(screen: Screen) -> None:
    screen.frame.resize(NARROW, 764)
    screen.press(KEY.Key_Space)
    screen.press(KEY.Key_Down)
    assert screen.lit == screen.notes[1]
    assert screen.has_keyboard


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_Space])
def test_the_panel_gives_the_keyboard_back_to_the_row(screen: Screen, key: Qt.Key) -> None:
    screen.frame.resize(NARROW, 764)
    screen.press(KEY.Key_Space)
    screen.press(key)
    assert not screen.page.panel.isVisible()
    assert screen.page.timeline.list.hasFocus()


def test_the_key_that_opens_the_panel_closes_it_from_inside(screen: Screen) -> None:
    screen.frame.resize(NARROW, 764)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    for is_open in (True, False):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, KEY.Key_P, held)
        assert screen.page.panel.isVisible() is is_open
    assert screen.page.timeline.list.hasFocus()


def test_a_window_that_grows_narrow_takes_the_keyboard_into_the_panel(screen: Screen) -> None:
    screen.press(KEY.Key_Space)
    screen.frame.resize(NARROW, 764)
    assert screen.has_keyboard
    screen.frame.resize(WIDE, 764)
    assert screen.page.timeline.list.hasFocus()


def test_the_panel_comes_back_as_wide_as_it_was_left(screen: Screen) -> None:
    screen.press(KEY.Key_Space)
    grip = screen.frame.splitter.handle(1)
    for _press in range(3):
        QTest.keyClick(grip, KEY.Key_Left)
    wide = screen.page.panel.width()
    assert wide == 344 + 3 * 16
    screen.page.close_panel()
    screen.press(KEY.Key_Space)
    assert screen.page.panel.width() == wide
    screen.frame.resize(NARROW, 764)
    assert screen.page.panel.width() == wide
