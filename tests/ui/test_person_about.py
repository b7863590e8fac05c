"""The About tab saves each field by itself, and keeps what cannot be saved yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.person import Cadence, NewPerson, Person, PersonStatus
from managernotes.services.workspace import Workspace
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.people.add_person_reading import PersonField
from managernotes_ui.people.person_about import PersonAbout
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Scheme
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.style_bench import LOOKS

REST = 800
"""Milliseconds after which what was typed is saved."""


class Screen:
    """The tab in a window, on Dana's page."""

    def __init__(self, bench: PeopleBench, width: int = 1056, height: int = 700) -> None:
        self.bench = bench
        self.window = QWidget()
        self.about = PersonAbout(bench.desk)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.about)
        bench.show(self.window, width, height)
        self.go(bench.bench.dana)

    def go(self, person: Person) -> None:
        self.about.show_person(person.id)
        self.bench.settle()

    def line(self, field: PersonField) -> LineEdit:
        edit = self.about.form.edits[field]
        assert isinstance(edit, LineEdit)
        return edit

    def area(self, field: PersonField) -> TextArea:
        edit = self.about.form.edits[field]
        assert isinstance(edit, TextArea)
        return edit

    def error(self, field: PersonField) -> str:
        return self.about.form.fields[field].error

    def type(self, field: PersonField, words: str) -> None:
        edit = self.about.form.edits[field]
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, words)

    def leave_field(self) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        self.bench.settle()

    @property
    def history(self) -> str:
        labels = [label.text() for label in self.about.findChildren(TextLabel)]
        return next(text for text in labels if "hanged" in text)

    @property
    def dana(self) -> Person:
        return self.bench.get(self.bench.bench.dana.id)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def screen(bench: PeopleBench) -> Screen:
    return Screen(bench)


def changed(bench: PeopleBench, **changes: object) -> None:
    """Change Dana in the vault, as another window would."""

    def change(workspace: Workspace) -> None:
        dana = workspace.people.get(bench.bench.dana.id)
        workspace.people.edit(replace(dana, **changes))  # type: ignore[arg-type]

    bench.bench.ask(change)
    bench.tell()


def test_it_shows_what_is_known(bench: PeopleBench, screen: Screen) -> None:
    changed(
        bench,
        role="Welder",
        started_on=date(2024, 8, 12),
        cadence=Cadence.MONTHLY,
        status=PersonStatus.AWAY,
        aims="To lead\na team",
    )
    assert screen.line(PersonField.NAME).text() == "Dana Whitfield"
    assert screen.line(PersonField.ROLE).text() == "Welder"
    assert screen.line(PersonField.STARTED).text() == "12 Aug 2024"
    assert screen.about.form.cadence.currentText() == "every month"
    assert screen.about.form.status.currentText() == "away"
    assert screen.area(PersonField.AIMS).toPlainText() == "To lead\na team"


def test_what_is_typed_is_saved_within_a_second(qtbot: QtBot, screen: Screen) -> None:
    screen.type(PersonField.ROLE, "Welder")
    qtbot.wait(REST + 100)
    screen.bench.settle()
    assert screen.dana.role == "Welder"
    assert screen.line(PersonField.ROLE).hasFocus()


def test_a_field_that_is_left_is_saved_at_once(screen: Screen) -> None:
    screen.type(PersonField.TEAM, "  Hall   2 ")
    screen.leave_field()
    assert screen.dana.team == "Hall 2"
    assert screen.line(PersonField.TEAM).text() == "Hall 2"


def test_leaving_the_page_saves(screen: Screen) -> None:
    screen.type(PersonField.WORKS_BEST, "In the morning")
    screen.about.leave()
    screen.bench.settle()
    assert screen.dana.works_best == "In the morning"


def test_going_to_somebody_else_saves_and_shows_them(bench: PeopleBench, screen: Screen) -> None:
    screen.type(PersonField.NAME, "Dana Whit")
    screen.go(bench.bench.arjun)
    assert screen.dana.display_name == "Dana Whit"
    assert screen.line(PersonField.NAME).text() == "Arjun Rao"
    assert screen.line(PersonField.ROLE).text() == ""


def test_choices_are_saved_as_they_are_made(screen: Screen) -> None:
    form = screen.about.form
    for select, words in ((form.cadence, "every two weeks"), (form.status, "left")):
        select.setCurrentIndex(select.findText(words))
        select.activated.emit(select.currentIndex())
    screen.bench.settle()
    assert screen.dana.cadence is Cadence.FORTNIGHTLY
    assert screen.dana.status is PersonStatus.LEFT


def test_a_day_that_cannot_be_read_says_so_only_once_it_is_left(
    qtbot: QtBot, screen: Screen
) -> None:
    screen.type(PersonField.STARTED, "12 A")
    qtbot.wait(REST + 100)
    assert screen.error(PersonField.STARTED) == ""
    screen.leave_field()
    assert screen.error(PersonField.STARTED) == "Write the day as 12 Aug 2024 or 2024-08-12."
    assert screen.line(PersonField.STARTED).text() == "12 A"
    screen.type(PersonField.STARTED, "12 Aug 2024")
    screen.leave_field()
    assert screen.error(PersonField.STARTED) == ""
    assert screen.dana.started_on == date(2024, 8, 12)


def test_a_name_that_is_taken_waits_and_the_other_fields_do_not(
    bench: PeopleBench, screen: Screen
) -> None:
    screen.type(PersonField.NAME, "Arjun Rao")
    screen.leave_field()
    assert screen.error(PersonField.NAME).startswith("“Arjun Rao” is already here.")
    screen.type(PersonField.ROLE, "Welder")
    screen.leave_field()
    assert screen.dana.role == "Welder"
    assert screen.dana.display_name == "Dana Whitfield"
    assert screen.line(PersonField.NAME).text() == "Arjun Rao"
    screen.type(PersonField.ALIAS, "arjun2")
    screen.leave_field()
    assert (screen.dana.display_name, screen.dana.alias) == ("Arjun Rao", "arjun2")
    assert screen.error(PersonField.NAME) == ""


def test_a_short_name_that_is_taken_is_told_at_its_field(
    bench: PeopleBench, screen: Screen
) -> None:
    bench.add(NewPerson(display_name="Bo", alias="bo"))
    screen.type(PersonField.ALIAS, "bo")
    screen.leave_field()
    assert screen.error(PersonField.ALIAS) == "“bo” is somebody’s short name already."
    assert screen.dana.alias is None


def test_another_windows_change_of_another_field_stays(bench: PeopleBench, screen: Screen) -> None:
    screen.type(PersonField.ROLE, "Welder")
    bench.bench.elsewhere(
        lambda workspace: workspace.people.edit(
            replace(workspace.people.get(bench.bench.dana.id), team="Hall 2")
        )
    )
    screen.leave_field()
    assert (screen.dana.role, screen.dana.team) == ("Welder", "Hall 2")
    assert screen.line(PersonField.TEAM).text() == "Hall 2"


def test_what_is_being_typed_is_left_alone_by_a_change(bench: PeopleBench, screen: Screen) -> None:
    screen.type(PersonField.ROLE, "Wel")
    changed(bench, role="Smith")
    assert screen.line(PersonField.ROLE).text() == "Wel"


def test_a_full_disk_keeps_the_words_until_there_is_room(
    qtbot: QtBot, bench: PeopleBench, screen: Screen
) -> None:
    failures: list[Exception] = []
    bench.bench.session.failed.connect(failures.append)
    bench.bench.fill_disk()
    words = "x" * 20_000
    screen.area(PersonField.AIMS).setPlainText(words)
    screen.about.leave()
    bench.settle()
    assert len(failures) == 1
    screen.go(bench.bench.arjun)
    bench.bench.free_disk()
    screen.go(bench.bench.dana)
    assert screen.area(PersonField.AIMS).toPlainText() == words
    assert screen.dana.aims == words


def test_it_tells_how_often_and_when_it_was_changed(bench: PeopleBench, screen: Screen) -> None:
    assert screen.history == "Not changed since today 10:42"
    screen.type(PersonField.ROLE, "Welder")
    screen.leave_field()
    assert screen.history == "Changed once, today 10:42"
    bench.bench.clock.moment += timedelta(days=1)
    screen.type(PersonField.ROLE, "Smith")
    screen.leave_field()
    assert screen.history == "Changed 2 times, last today 10:42"
    bench.bench.clock.moment += timedelta(days=1)
    bench.tell()
    assert screen.history == "Changed 2 times, last yesterday 10:42"


def test_removing_is_asked_once_and_leads_to_the_list(bench: PeopleBench, screen: Screen) -> None:
    screen.about.remove_button.click()
    [dialog] = screen.window.findChildren(AskDialog)
    assert dialog.accessibleName() == "Remove Dana Whitfield from the list?"
    assert not any(label.is_cut for label in dialog.findChildren(TextLabel))
    dialog.no.click()
    bench.settle()
    assert bench.places == []
    screen.about.remove_button.click()
    dialogs = [dialog for dialog in screen.window.findChildren(QDialog) if dialog.isVisible()]
    dialogs[-1].accept()
    bench.settle()
    assert bench.places == [Place(PageName.PEOPLE, person=bench.bench.dana.id)]
    names = bench.bench.ask(lambda workspace: workspace.people.list_people())
    assert [person.display_name for person in names] == ["Arjun Rao"]


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
def test_nothing_is_cut_in_the_smallest_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, scheme: Scheme, scale: float
) -> None:
    with people_bench(qtbot, qapp, tmp_path, scheme, scale) as bench:
        screen = Screen(bench, 744, 380)
        screen.type(PersonField.STARTED, "12 Foo")
        screen.leave_field()
        qtbot.wait(20)
        labels = [label for label in screen.about.findChildren(TextLabel) if label.isVisible()]
        assert [label.text() for label in labels if label.is_cut] == []
        inside = screen.about.widget()
        assert inside is not None
        assert inside.width() == screen.about.viewport().width()
        assert inside.minimumSizeHint().width() <= inside.width()


def test_the_column_is_no_wider_than_its_text_may_be(bench: PeopleBench) -> None:
    screen = Screen(bench, 1400, 700)
    assert screen.about.form.width() == 640
