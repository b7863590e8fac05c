"""The sheet adds a person with a few keys, and says at the field what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.person import Cadence, NewPerson
from managernotes_ui.people.add_person import AddPersonSheet
from managernotes_ui.people.add_person_reading import PersonField
from managernotes_ui.shell.page import PageName
from managernotes_ui.style.theme import Scheme
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.style_bench import LOOKS

KEY = Qt.Key


class Screen:
    """A window with a line that has the keyboard, and the sheet over it."""

    def __init__(self, bench: PeopleBench, width: int = 1280, height: int = 800) -> None:
        self.window = QWidget()
        self.line = QLineEdit(self.window)
        self.sheet = AddPersonSheet(bench.desk, self.window)
        bench.show(self.window, width, height)
        self.line.setFocus()

    def edit(self, field: PersonField) -> QLineEdit:
        return self.sheet.edits[field]

    def error(self, field: PersonField) -> str:
        return self.sheet.fields[field].error

    def fill(self, **typed: str) -> None:
        for name, words in typed.items():
            self.edit(PersonField[name]).setText(words)

    def enter(self) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, KEY.Key_Return)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def screen(bench: PeopleBench) -> Screen:
    return Screen(bench)


def everybody(bench: PeopleBench) -> list[str]:
    people = bench.bench.ask(lambda workspace: workspace.people.list_people())
    return [person.display_name for person in people]


def test_a_name_and_enter_add_somebody_and_open_their_page(
    bench: PeopleBench, screen: Screen
) -> None:
    screen.sheet.offer()
    QTest.keyClicks(screen.edit(PersonField.NAME), "Mei Lindqvist")
    screen.enter()
    bench.settle()
    assert everybody(bench) == ["Arjun Rao", "Dana Whitfield", "Mei Lindqvist"]
    [place] = bench.places
    assert place.page is PageName.PERSON
    assert place.person is not None
    assert bench.get(place.person).display_name == "Mei Lindqvist"
    assert not screen.sheet.isVisible()


def test_every_field_is_stored(bench: PeopleBench, screen: Screen) -> None:
    screen.sheet.offer("Mei Lindqvist")
    screen.fill(ALIAS="mei", ROLE="Welder", TEAM="Hall 2", STARTED="12 Aug 2024")
    screen.sheet.cadence.setCurrentIndex(screen.sheet.cadence.findText("every two weeks"))
    screen.enter()
    bench.settle()
    person = bench.places[0].person
    assert person is not None
    mei = bench.get(person)
    assert (mei.alias, mei.role, mei.team) == ("mei", "Welder", "Hall 2")
    assert mei.started_on == date(2024, 8, 12)
    assert mei.cadence is Cadence.FORTNIGHTLY


def test_each_fault_stands_under_its_field_and_nothing_is_added(
    bench: PeopleBench, screen: Screen
) -> None:
    screen.sheet.offer()
    screen.fill(ALIAS="two words", STARTED="12 Foo")
    screen.enter()
    bench.settle()
    assert screen.error(PersonField.NAME) == "A name is needed. Type the person's name."
    assert screen.error(PersonField.ALIAS) == "Use letters, digits, dots, - or _, and no spaces."
    assert screen.error(PersonField.STARTED) == "Write the day as 12 Aug 2024 or 2024-08-12."
    assert screen.error(PersonField.ROLE) == ""
    assert screen.edit(PersonField.STARTED).property("error")
    assert screen.edit(PersonField.NAME).hasFocus()
    assert len(everybody(bench)) == 2
    QTest.keyClicks(screen.edit(PersonField.NAME), "M")
    assert screen.error(PersonField.STARTED) == ""


def test_a_name_used_twice_asks_for_a_short_name(bench: PeopleBench, screen: Screen) -> None:
    screen.sheet.offer("dana whitfield")
    screen.enter()
    bench.settle()
    assert screen.error(PersonField.NAME).startswith("“dana whitfield” is already here.")
    screen.fill(ALIAS="dana2")
    screen.enter()
    bench.settle()
    assert len(everybody(bench)) == 3


def test_a_short_name_used_twice_is_refused(bench: PeopleBench, screen: Screen) -> None:
    bench.add(NewPerson(display_name="Bo", alias="bo"))
    screen.sheet.offer("Boris")
    screen.fill(ALIAS="bo")
    screen.enter()
    bench.settle()
    assert screen.error(PersonField.ALIAS) == "“bo” is somebody’s short name already."
    assert screen.edit(PersonField.ALIAS).hasFocus()


def test_enter_twice_adds_once(bench: PeopleBench, screen: Screen) -> None:
    screen.sheet.offer("Mei")
    screen.enter()
    screen.enter()
    bench.settle()
    assert everybody(bench).count("Mei") == 1


def test_esc_closes_and_gives_the_keyboard_back(bench: PeopleBench, screen: Screen) -> None:
    screen.sheet.offer()
    QTest.keyClicks(screen.edit(PersonField.NAME), "Mei")
    QTest.keyClick(screen.edit(PersonField.NAME), KEY.Key_Escape)
    assert not screen.sheet.isVisible()
    assert screen.line.hasFocus()
    assert len(everybody(bench)) == 2
    screen.sheet.offer()
    assert screen.edit(PersonField.NAME).text() == ""


def test_enter_on_cancel_cancels(bench: PeopleBench, screen: Screen) -> None:
    screen.sheet.offer("Mei")
    screen.sheet.cancel_button.setFocus()
    screen.enter()
    bench.settle()
    assert not screen.sheet.isVisible()
    assert len(everybody(bench)) == 2


def test_tab_goes_round_the_sheet_in_the_order_of_the_eye(screen: Screen) -> None:
    screen.sheet.offer()
    names = []
    for _stop in range(9):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName() or getattr(focus, "text", str)())
        QTest.keyClick(focus, KEY.Key_Tab)
    fields = ["Name", "Short name", "Role", "Team", "Started", "You mean to talk"]
    assert names == [*fields, "Add", "Cancel", "Name"]


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
def test_the_sheet_fits_the_smallest_window_with_all_its_faults(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, scheme: Scheme, scale: float
) -> None:
    with people_bench(qtbot, qapp, tmp_path, scheme, scale) as bench:
        screen = Screen(bench, 800, 560)
        screen.sheet.offer()
        screen.fill(ALIAS="two words", STARTED="12 Foo")
        screen.enter()
        qtbot.wait(20)
        assert screen.window.rect().contains(screen.sheet.sheet.geometry())
        labels = [label for label in screen.sheet.findChildren(TextLabel) if label.isVisible()]
        assert [label.text() for label in labels if label.is_cut] == []
        name = screen.edit(PersonField.NAME)
        assert not name.visibleRegion().isEmpty()
        assert not screen.sheet.add_button.visibleRegion().isEmpty()
