"""The composer of a person's page: rest, writing, growing, its tools, and leaving it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind
from managernotes_ui.capture.composer import Composer
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.widgets.menu import Menu
from tests.ui.capture_bench import (
    KEY,
    NO_MODIFIER,
    CaptureBench,
    capture_bench,
    press,
    show,
    type_text,
)
from tests.ui.style_bench import dressed, has, picture


class Page:
    """A page of Dana's with the composer over another field."""

    def __init__(self, qtbot: QtBot, theme: Theme, capture: CaptureBench) -> None:
        self.capture = capture
        self.theme = theme
        self.window = QWidget()
        self.window.resize(1056, 800)
        self.composer = Composer(capture.new_line(), theme)
        self.other = QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(32, 24, 32, 0)
        layout.addWidget(self.composer)
        layout.addWidget(self.other)
        layout.addStretch(1)
        show(qtbot, self.window)
        self.composer.show_person(capture.dana.id)
        capture.bench.settle()
        self.other.setFocus()

    @property
    def line(self) -> str:
        return self.composer.field.line()

    @property
    def hint(self) -> str:
        return self.composer.tools._hint.text()

    def choose(self, menu: Menu, words: str) -> None:
        """Choose a row of a menu."""
        menu.aboutToShow.emit()
        [action] = [action for action in menu.actions() if words in action.text()]
        action.trigger()

    @property
    def kinds(self) -> Menu:
        return self.composer.tools._kinds

    @property
    def days(self) -> Menu:
        return self.composer.tools._days


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Page]:
    with dressed(qapp) as theme, capture_bench(qtbot, tmp_path) as capture:
        made = Page(qtbot, theme, capture)
        yield made
        made.window.close()


def test_is_one_line_of_50_at_rest(page: Page) -> None:
    assert not page.composer.is_open
    assert page.composer.height() == 50
    assert has(picture(page.composer), page.theme.tokens.control)
    assert not has(picture(page.composer), page.theme.tokens.accent)


def test_is_82_with_its_tools_and_an_accent_border_while_it_is_written_in(page: Page) -> None:
    page.composer.take_focus()

    assert page.composer.is_open
    assert page.composer.height() == 82
    assert has(picture(page.composer), page.theme.tokens.accent)
    assert page.hint == "Fact first: what would a camera have caught?"


def test_a_click_anywhere_in_it_begins(page: Page) -> None:
    QTest.mouseClick(page.composer, Qt.MouseButton.LeftButton, NO_MODIFIER)

    assert page.composer.field.hasFocus()


def test_closes_when_the_keyboard_goes_elsewhere(page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "half a thou")

    page.other.setFocus()

    assert page.composer.height() == 50
    assert page.line == "half a thou"


def test_stays_open_while_tab_goes_through_its_tools(page: Page) -> None:
    page.composer.take_focus()

    press(page.composer.field, KEY.Key_Tab, "\t")
    assert page.composer.tools.kind_chip.hasFocus()
    assert page.composer.is_open

    page.composer.tools.day_chip.setFocus()
    press(page.composer.tools.day_chip, KEY.Key_Tab, "\t")
    assert not page.composer.is_open


def test_stays_open_under_its_own_menu(page: Page) -> None:
    page.composer.take_focus()
    page.composer.tools.kind_chip.click()
    assert page.kinds.isVisible()

    page.kinds.close()

    assert page.composer.is_open
    assert page.composer.field.hasFocus()


def test_grows_with_its_text_to_two_fifths_of_the_window(page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "one")
    for height in (106, 130):
        press(page.composer.field, KEY.Key_Return, "\r", Qt.KeyboardModifier.ShiftModifier)
        assert page.composer.height() == height

    page.composer.field.set_line("line\n" * 60)

    assert page.composer.field.height() == int(800 * 0.4) // 24 * 24
    page.other.setFocus()
    assert page.composer.height() == 50


def test_enter_saves_a_note_about_the_person(qtbot: QtBot, page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "+win ran the rollback calmly #incident")

    with qtbot.waitSignal(page.composer.vm.saved):
        press(page.composer.field, KEY.Key_Return, "\r")

    [note] = page.capture.notes()
    assert note.people == (page.capture.dana.id,)
    assert note.kind is Kind.WIN
    assert page.line == ""
    assert page.composer.field.hasFocus()


def test_escape_keeps_the_draft_and_gives_the_keyboard_back(qtbot: QtBot, page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "half a thou")

    with qtbot.waitSignal(page.composer.escaped):
        press(page.composer.field, KEY.Key_Escape)

    assert not page.composer.is_open
    page.capture.bench.settle()
    assert page.capture.draft(page.capture.dana.id) == "half a thou"


def test_leaving_the_page_keeps_the_draft(page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "half a thou")

    page.composer.leave()

    page.capture.bench.settle()
    assert page.capture.draft(page.capture.dana.id) == "half a thou"


def test_shows_the_draft_of_each_person(page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "half @arjun ")

    page.composer.show_person(page.capture.arjun.id)
    page.capture.bench.settle()
    assert page.line == ""

    page.composer.show_person(page.capture.dana.id)
    page.capture.bench.settle()
    assert page.line == "half @arjun "
    assert page.composer.field.is_chip(5)


def test_its_tools_tell_what_the_line_says(page: Page) -> None:
    tools = page.composer.tools
    assert (tools.kind_chip.text(), tools.day_chip.text()) == ("no kind", "Thu 19 Nov")
    page.composer.take_focus()

    type_text(page.composer.field, "+concern ^yesterday late ")

    assert (tools.kind_chip.text(), tools.day_chip.text()) == ("concern", "Wed 18 Nov")
    assert tools.kind_chip.accessibleName() == "Kind: concern"
    assert tools.day_chip.accessibleName() == "Day it happened: Wed 18 Nov"


def test_a_chosen_kind_is_written_into_the_line(page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "ran it")

    page.choose(page.kinds, "win")
    assert page.line == "+win ran it"
    assert page.composer.field.is_chip(0)
    assert page.composer.field.hasFocus()
    assert page.composer.field.caret() == len("+win ran it")

    page.choose(page.kinds, "No kind")
    assert page.line == "ran it"


def test_a_chosen_day_is_written_into_the_line(page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "ran it")

    page.choose(page.days, "Yesterday")
    assert page.line == "ran it ^yesterday "

    page.choose(page.days, "Sun 15 Nov")
    assert page.line == "ran it ^2026-11-15 "

    page.choose(page.days, "Today")
    assert page.line == "ran it "


def test_offers_the_last_seven_days(page: Page) -> None:
    page.days.aboutToShow.emit()

    words = [action.text() for action in page.days.actions() if not action.isSeparator()]

    assert words[0] == "Today, Thu 19 Nov"
    assert words[1] == "Yesterday, Wed 18 Nov"
    assert words[6] == "Fri 13 Nov"
    assert len(words) == 8


def test_another_day_is_typed(page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "ran it")

    page.choose(page.days, "Another day")
    type_text(page.composer.field, "12mar ")

    assert page.line == "ran it ^12mar "
    assert page.composer.tools.day_chip.text() == "Thu 12 Mar"


def test_a_choice_can_be_undone(page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "ran it")
    page.choose(page.kinds, "win")

    for _ in range(2):
        press(page.composer.field, KEY.Key_Z, "", Qt.KeyboardModifier.ControlModifier)

    assert page.line == "ran it"


def test_says_what_is_wrong_in_place_of_the_hint(qtbot: QtBot, page: Page) -> None:
    page.composer.take_focus()
    type_text(page.composer.field, "late ^31nov again")

    press(page.composer.field, KEY.Key_Return, "\r")
    assert page.hint == "There is no 31 November. November has 30 days at most."
    assert has(picture(page.composer.tools), page.theme.tokens.danger)

    type_text(page.composer.field, " ")
    assert page.hint == "Fact first: what would a camera have caught?"


def test_a_full_disk_keeps_the_text_and_leaves_the_word_to_the_banner(
    qtbot: QtBot, page: Page
) -> None:
    page.composer.take_focus()
    page.capture.bench.fill_disk()
    long = "Must not be lost. " * 5_000
    page.composer.field.set_line(long)

    with qtbot.waitSignal(page.composer.vm.unsaved_changed):
        press(page.composer.field, KEY.Key_Return, "\r")

    assert page.line == long
    assert page.composer.vm.unsaved is not None
    assert page.hint == "Fact first: what would a camera have caught?"


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_cuts_no_word_in_a_narrow_window(page: Page, scheme: Scheme, scale: float) -> None:
    page.theme.set_scheme(scheme)
    page.theme.set_text_scale(scale)
    page.window.resize(744, 560)
    page.composer.take_focus()
    type_text(page.composer.field, "late ^31nov and more words than one line holds, so it wraps ")
    press(page.composer.field, KEY.Key_Return, "\r")
    tools = page.composer.tools

    assert not tools._hint.is_cut
    assert tools.height() >= tools._hint.heightForWidth(tools._hint.width())
    assert tools.day_chip.geometry().right() < tools._hint.x()
    assert page.composer.field.height() >= page.composer.field.text_height()
    page.theme.set_text_scale(1.0)
    page.theme.set_scheme(Scheme.LIGHT)


def test_every_choice_of_kind_has_an_icon_and_a_word(page: Page) -> None:
    rows: list[QAction] = [row for row in page.kinds.actions() if not row.isSeparator()]

    assert len(rows) == len(Kind)
    assert all(row.text() and row.property("glyph") for row in rows)
