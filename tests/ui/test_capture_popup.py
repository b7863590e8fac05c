"""The popup under the line: keys, choosing, asking, adding, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.capture.completer_popup import CompleterPopup, kept_on_screen
from managernotes_ui.capture.line_field import LineField
from managernotes_ui.style.theme import Theme
from tests.ui.capture_bench import (
    CONTROL,
    KEY,
    NO_MODIFIER,
    CaptureBench,
    capture_bench,
    heard,
    press,
    show,
    type_text,
)
from tests.ui.style_bench import dressed

SCREEN = QRect(0, 0, 1280, 800)


class Typing:
    """A line field in a window, with its popup."""

    def __init__(self, qtbot: QtBot, theme: Theme, capture: CaptureBench) -> None:
        self.capture = capture
        capture.add_people("Andrew Low", "Ana Prado")
        self.vm = capture.line()
        self.window = QWidget()
        self.window.resize(700, 100)
        self.field = LineField(self.vm, theme)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        show(qtbot, self.window)
        self.field.setFocus()

    @property
    def popup(self) -> CompleterPopup:
        return self.field.popup

    @property
    def rows(self) -> list[str]:
        """The words on show, none while it is hidden."""
        return [row.words for row in self.popup.rows] if self.popup.isVisible() else []

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        press(self.field, key, "", modifiers)


@pytest.fixture
def typing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Typing]:
    with dressed(qapp) as theme, capture_bench(qtbot, tmp_path) as capture:
        made = Typing(qtbot, theme, capture)
        yield made
        made.window.close()


def test_shows_who_is_meant_while_a_name_is_typed(typing: Typing) -> None:
    type_text(typing.field, "with @an")

    assert typing.rows[:2] == ["Ana Prado", "Andrew Low"]
    assert typing.rows[-1] == "Add “an…” as a person"
    assert typing.popup.rows[0].detail == "@ana"
    assert typing.popup.rows[-1].detail == "Ctrl Enter"


def test_sets_the_matched_letters_in_semibold(typing: Typing) -> None:
    type_text(typing.field, "@an")

    first = typing.popup.rows[0].text

    assert [(run.text, run.weight) for run in first if not isinstance(run, str)] == [
        ("An", 600),
        ("a Prado", None),
    ]


def test_never_takes_the_focus(typing: Typing) -> None:
    type_text(typing.field, "@an")

    assert typing.popup.isVisible()
    assert typing.field.hasFocus()
    assert typing.popup.windowFlags() & Qt.WindowType.ToolTip == Qt.WindowType.ToolTip
    assert typing.popup.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_enter_takes_the_first_person(typing: Typing) -> None:
    type_text(typing.field, "@an")

    typing.key(KEY.Key_Return)

    assert typing.field.line() == "@ana "
    assert typing.field.is_chip(0)
    assert typing.rows == []


@pytest.mark.parametrize("key", [KEY.Key_Tab, KEY.Key_Return, KEY.Key_Enter])
def test_arrows_move_and_tab_or_enter_choose(typing: Typing, key: Qt.Key) -> None:
    type_text(typing.field, "with @an")
    typing.key(KEY.Key_Down)

    typing.key(key)

    assert typing.field.line() == "with @andrew "
    assert typing.field.caret() == len("with @andrew ")


def test_arrows_go_round_the_ends(typing: Typing) -> None:
    type_text(typing.field, "@an")

    typing.key(KEY.Key_Up)
    assert typing.popup.current_row() == len(typing.rows) - 1
    typing.key(KEY.Key_Down)
    assert typing.popup.current_row() == 0


def test_a_click_chooses(typing: Typing) -> None:
    type_text(typing.field, "@an")
    [rows] = typing.popup.findChildren(QListView)
    place = rows.visualRect(rows.model().index(1, 0)).center()

    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, place)

    assert typing.field.line() == "@andrew "


def test_escape_closes_the_popup_only(typing: Typing) -> None:
    type_text(typing.field, "@an")
    left: list[bool] = []
    typing.field.escaped.connect(lambda: left.append(True))

    typing.key(KEY.Key_Escape)
    assert (typing.rows, left) == ([], [])
    type_text(typing.field, "a")
    assert typing.rows == []

    typing.key(KEY.Key_Escape)
    assert left == [True]


def test_comes_again_for_another_token(typing: Typing) -> None:
    type_text(typing.field, "@an")
    typing.key(KEY.Key_Escape)

    type_text(typing.field, " +co")

    assert typing.rows == ["concern", "context"]


def test_goes_when_the_token_is_left(typing: Typing) -> None:
    type_text(typing.field, "with @an")

    typing.key(KEY.Key_Home)

    assert typing.rows == []


def test_goes_with_the_focus(typing: Typing) -> None:
    type_text(typing.field, "@an")

    typing.field.clearFocus()

    assert typing.rows == []


def test_enter_saves_when_only_a_tag_is_offered(qtbot: QtBot, typing: Typing) -> None:
    typing.vm.type("first #incident")
    with qtbot.waitSignal(typing.vm.saved):
        typing.vm.save()
    typing.capture.bench.settle()
    type_text(typing.field, "again #inc")
    assert typing.rows == ["incident"]

    with qtbot.waitSignal(typing.vm.saved):
        typing.key(KEY.Key_Return)

    assert {note.tags for note in typing.capture.notes()} == {("incident",), ("inc",)}


def test_tab_takes_the_first_tag(qtbot: QtBot, typing: Typing) -> None:
    typing.vm.type("first #incident")
    with qtbot.waitSignal(typing.vm.saved):
        typing.vm.save()
    typing.capture.bench.settle()
    type_text(typing.field, "#inc")

    typing.key(KEY.Key_Tab)

    assert typing.field.line() == "#incident "


def test_control_enter_adds_the_person(qtbot: QtBot, typing: Typing) -> None:
    type_text(typing.field, "with @nadia")
    assert typing.rows == ["Add “nadia…” as a person"]

    with qtbot.waitSignal(typing.vm.names.changed):
        typing.key(KEY.Key_Return, CONTROL)

    assert typing.field.line() == "with @nadia "
    assert typing.vm.reading.tokens[0].problem == ""
    assert typing.field.is_chip(5)
    assert typing.vm.names.people[-1].display_name == "Nadia"


def test_nobody_is_added_by_a_hasty_enter_or_tab(qtbot: QtBot, typing: Typing) -> None:
    type_text(typing.field, "with @nadia")

    typing.key(KEY.Key_Tab)
    assert typing.field.line() == "with @nadia"
    assert typing.popup.current_row() == 0

    typing.key(KEY.Key_Escape)
    with qtbot.waitSignal(typing.vm.problem_found):
        typing.key(KEY.Key_Return)
    assert typing.capture.notes() == []


def test_asks_about_an_unclear_name_when_it_is_ended(typing: Typing) -> None:
    type_text(typing.field, "with @an ")

    assert typing.rows == ["Ana Prado", "Andrew Low", "Add “an…” as a person"]
    assert typing.popup.current_row() == -1

    type_text(typing.field, "ok")
    assert typing.rows == []


def test_asks_about_an_unclear_name_when_it_is_saved(qtbot: QtBot, typing: Typing) -> None:
    told = heard(typing.field.told)
    type_text(typing.field, "with @an at noon")

    with qtbot.waitSignal(typing.vm.problem_found):
        typing.key(KEY.Key_Return)
    assert typing.rows[:2] == ["Ana Prado", "Andrew Low"]
    assert typing.popup.current_row() == -1
    assert told[-1] == "“an” could be Ana Prado, Andrew Low."

    typing.key(KEY.Key_Down)
    typing.key(KEY.Key_Return)
    assert typing.field.line() == "with @ana at noon"
    assert told[-1] == ""
    with qtbot.waitSignal(typing.vm.saved):
        typing.key(KEY.Key_Return)


def test_stands_under_the_token_8_px_left_of_it(typing: Typing) -> None:
    typing.window.move(100, 100)
    type_text(typing.field, "with @an")

    token = typing.field.rect_of(5)
    at = typing.field.viewport().mapToGlobal(token.bottomLeft())

    assert typing.popup.x() == at.x() - 8
    assert typing.popup.y() > at.y()
    assert typing.popup.width() == 272
    assert typing.popup.height() == len(typing.rows) * 36 + 10


def test_stays_where_it_is_while_the_token_grows(typing: Typing) -> None:
    typing.window.move(100, 100)
    type_text(typing.field, "with @a")
    place = typing.popup.pos()

    type_text(typing.field, "n")

    assert typing.popup.pos() == place


@pytest.mark.parametrize(
    ("token", "corner"),
    [
        (QRect(100, 100, 1, 24), QPoint(92, 136)),
        (QRect(1200, 100, 1, 24), QPoint(1008, 136)),
        (QRect(2, 100, 1, 24), QPoint(0, 136)),
        (QRect(100, 760, 1, 24), QPoint(92, 630)),
    ],
)
def test_stays_on_the_screen(token: QRect, corner: QPoint) -> None:
    popup = QRect(token.left() - 8, token.bottom() + 13, 272, 118)

    assert kept_on_screen(popup, token, SCREEN) == corner


def test_names_kinds_as_the_lists_do(typing: Typing) -> None:
    type_text(typing.field, "+")

    details = {row.words: row.detail for row in typing.popup.rows}

    assert details["win"] == "+win"
    assert details["their feedback"] == "+tome"
    assert details["from others"] == "+others"
