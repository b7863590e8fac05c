"""A note is measured with two keys on the timeline, in the panel and in the editor (S20)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import NoteId
from managernotes_ui.common.strings import measuring as strings
from managernotes_ui.notes.note_page import NotePage
from managernotes_ui.notes.standard_menu import StandardMenu
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.page_frame import PageFrame
from managernotes_ui.style.cover import Cover
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.standards_bench import CALM, HANDS_OVER, expect, measured_by, seen
from tests.ui.talk_bench import focused

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def note(bench: PeopleBench) -> NoteId:
    return seen(bench, "Calm call", None)


def person_page(bench: PeopleBench) -> PersonPage:
    page = PersonPage(bench.desk)
    frame = PageFrame(page, bench.desk)
    bench.show(frame, 1224)
    page.show_place(Place(PageName.PERSON, person=bench.bench.dana.id))
    bench.settle()
    page.take_focus()
    return page


def menu() -> StandardMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, StandardMenu)
    return popup


def press(bench: PeopleBench, key: Qt.Key, where: QWidget | None = None) -> None:
    QTest.keyClick(where or focused(), key)
    bench.settle()


def offered(bench: PeopleBench) -> list[str]:
    bench.settle()
    words = [action.text().partition("\t")[0] for action in menu().actions()]
    return [one for one in words if one]


def test_e_then_a_digit_measures_a_row_of_the_timeline_and_undo_takes_it_back(
    bench: PeopleBench, note: NoteId
) -> None:
    expect(bench, CALM)
    expect(bench, HANDS_OVER)
    page = person_page(bench)
    QTest.keyClick(focused(), KEY.Key_E)
    assert offered(bench) == [CALM, HANDS_OVER, strings.WRITE]
    press(bench, KEY.Key_2, menu())
    assert measured_by(bench, note) == [HANDS_OVER]
    assert page.vm.filter.kind is None, "the digit is the menu's, not the filter's"
    page._steps._undo.undo()
    bench.settle()
    assert measured_by(bench, note) == []


def test_a_digit_typed_before_the_vault_has_answered_is_not_lost(
    bench: PeopleBench, note: NoteId
) -> None:
    expect(bench, CALM)
    person_page(bench)
    QTest.keyClick(focused(), KEY.Key_E)
    QTest.keyClick(menu(), KEY.Key_1)
    bench.settle()
    assert measured_by(bench, note) == [CALM]


def test_what_it_is_measured_by_has_a_check_and_the_same_digit_takes_it_off(
    bench: PeopleBench, note: NoteId
) -> None:
    calm = expect(bench, CALM)
    bench.bench.ask(lambda workspace: workspace.yardsticks.link_note(calm, note))
    person_page(bench)
    QTest.keyClick(focused(), KEY.Key_E)
    bench.settle()
    press(bench, KEY.Key_1, menu())
    assert measured_by(bench, note) == []


@pytest.mark.usefixtures("note")
def test_in_discreet_mode_the_titles_are_bars_until_space_is_held(bench: PeopleBench) -> None:
    expect(bench, CALM)
    bench.theme.set_cover(Cover(texts=True))
    person_page(bench)
    QTest.keyClick(focused(), KEY.Key_E)
    assert CALM not in offered(bench)
    QTest.keyPress(menu(), KEY.Key_Space)
    assert CALM in offered(bench)
    QTest.keyRelease(menu(), KEY.Key_Space)
    assert CALM not in offered(bench)
    menu().close()


def test_a_digit_without_a_row_does_nothing(bench: PeopleBench, note: NoteId) -> None:
    expect(bench, CALM)
    person_page(bench)
    QTest.keyClick(focused(), KEY.Key_E)
    bench.settle()
    press(bench, KEY.Key_7, menu())
    assert measured_by(bench, note) == []
    menu().close()


@pytest.mark.usefixtures("note")
def test_where_nothing_is_expected_the_menu_leads_to_the_page_that_writes_it(
    bench: PeopleBench,
) -> None:
    person_page(bench)
    QTest.keyClick(focused(), KEY.Key_E)
    assert offered(bench) == [strings.NOTHING, strings.WRITE]
    press(bench, KEY.Key_Return, menu())
    assert bench.places[-1] == Place(PageName.STANDARDS)


def test_e_then_a_digit_measures_the_note_in_the_panel_which_then_says_so(
    bench: PeopleBench, note: NoteId, qtbot: QtBot
) -> None:
    expect(bench, CALM)
    page = person_page(bench)
    page.toggle_panel()
    qtbot.waitUntil(lambda: page._peek.vm.peek is not None)
    page._peek.setFocus()
    QTest.keyClick(page._peek, KEY.Key_E)
    bench.settle()
    press(bench, KEY.Key_1, menu())
    assert measured_by(bench, note) == [CALM]
    qtbot.waitUntil(lambda: f"measured by {CALM}" in page._peek.body._more.text())


def test_under_belongs_to_e_and_a_digit_link_it_enter_opens_it_delete_takes_it_off(
    bench: PeopleBench, note: NoteId
) -> None:
    calm = expect(bench, CALM)
    desk = bench.desk
    page = NotePage(bench.theme, bench.bench.session, desk.actions, desk.navigator.go)
    bench.show(page, 1224)
    dana = bench.bench.dana.id
    page.show_place(Place(PageName.NOTE, person=dana, note=note))
    bench.settle()
    links = page._fields.links
    links.setFocus()
    QTest.keyClick(links, KEY.Key_E)
    bench.settle()
    press(bench, KEY.Key_1, menu())
    assert links.model().index(0, 0).data() == f"{CALM}, expectation"
    links.setFocus()
    press(bench, KEY.Key_Home)
    press(bench, KEY.Key_Return)
    assert bench.places[-1] == Place(PageName.STANDARDS, dana, yardstick=calm)
    press(bench, KEY.Key_Delete)
    assert measured_by(bench, note) == []
    page.undo_bar.undo()
    bench.settle()
    assert measured_by(bench, note) == [CALM]
