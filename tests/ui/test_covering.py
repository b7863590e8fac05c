"""The veil: it comes when the person turns away, hides everything, and gives all back as it was."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from managernotes_ui.common.strings import locking as strings
from managernotes_ui.locking.covering import Covering
from managernotes_ui.locking.veil import Veil
from tests.ui.style_bench import dressed

ACTIVE, INACTIVE = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive
TEXT = "\n".join(f"line {number} about Dana" for number in range(200))


@dataclass
class Scene:
    """A window with a long text and a field, as a vault's window is."""

    qt: QApplication
    window: QMainWindow
    text: QTextEdit
    field: QLineEdit
    covering: Covering
    told: list[str]

    def turn_away(self) -> None:
        """Give the keyboard to another program, as the window system tells it."""
        self.qt.applicationStateChanged.emit(INACTIVE)

    @property
    def veils(self) -> list[Veil]:
        """The veils over the main window; one at most."""
        return veils_of(self.window)


def veils_of(window: QWidget) -> list[Veil]:
    """Return the veils that cover a window."""
    return [veil for veil in window.children() if isinstance(veil, Veil) and veil.isVisible()]


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> Iterator[Scene]:
    with dressed(qapp) as theme:
        window = QMainWindow()
        middle = QWidget()
        text, field = QTextEdit(TEXT), QLineEdit("Dana Whitfield")
        column = QVBoxLayout(middle)
        column.addWidget(text)
        column.addWidget(field)
        window.setCentralWidget(middle)
        window.resize(800, 560)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        # The first window of all is not active at once, and one that opens elsewhere is covered.
        qtbot.waitUntil(lambda: qapp.applicationState() is ACTIVE)
        told: list[str] = []
        lock = QAction("Lock", middle)
        lock.setShortcut("Ctrl+L")
        lock.triggered.connect(lambda: told.append("lock"))
        middle.addAction(lock)
        covering = Covering(qapp, theme, window)
        covering.watch(lambda: told.append("saved"), lock)
        yield Scene(qapp, window, text, field, covering, told)
        covering.rest()


def test_everything_is_hidden_within_a_tenth_of_a_second_and_saved_first(scene: Scene) -> None:
    began = time.monotonic()
    scene.turn_away()
    assert time.monotonic() - began < 0.1
    assert scene.told == ["saved"]
    [veil] = scene.veils
    assert veil.geometry() == scene.window.rect()
    assert veil.accessibleName() == strings.COVERED
    assert not scene.text.isVisible()
    assert not scene.field.isVisible()


def test_a_picture_of_the_covered_window_holds_no_letter_of_it(scene: Scene) -> None:
    scene.turn_away()
    first = scene.window.grab().toImage()
    scene.covering.come_back()
    scene.text.setPlainText("other words altogether")
    scene.turn_away()
    assert scene.window.grab().toImage() == first


def test_caret_selection_and_scroll_are_as_before(scene: Scene) -> None:
    cursor = scene.text.textCursor()
    cursor.setPosition(1_000)
    cursor.setPosition(1_040, cursor.MoveMode.KeepAnchor)
    scene.text.setTextCursor(cursor)
    scene.text.setFocus()
    scene.text.verticalScrollBar().setValue(700)
    scene.field.setSelection(5, 9)
    before = scene.text.verticalScrollBar().value()
    scene.turn_away()
    QTest.mouseClick(scene.veils[0], Qt.MouseButton.LeftButton)
    assert scene.veils == []
    assert scene.text.isVisible()
    assert scene.window.focusWidget() is scene.text
    assert scene.text.verticalScrollBar().value() == before
    now = scene.text.textCursor()
    assert (now.anchor(), now.position()) == (1_000, 1_040)
    assert scene.field.selectedText() == "Whitfield"[:9]


def test_the_window_that_is_given_the_keyboard_again_comes_back(scene: Scene) -> None:
    other = QWidget()
    other.show()
    other.activateWindow()
    scene.turn_away()
    assert scene.covering.covers
    scene.window.activateWindow()
    QApplication.processEvents()
    assert not scene.covering.covers
    other.deleteLater()


def test_every_window_is_covered_and_each_comes_back_by_itself(scene: Scene, qtbot: QtBot) -> None:
    quick = QWidget(scene.window, Qt.WindowType.Window)
    QVBoxLayout(quick).addWidget(QLabel("a line about Dana"))
    qtbot.addWidget(quick)
    quick.show()
    scene.turn_away()
    assert len(scene.veils) == len(veils_of(quick)) == 1
    QTest.mouseClick(veils_of(quick)[0], Qt.MouseButton.LeftButton)
    assert veils_of(quick) == []
    assert scene.covering.covers, "the quick line uncovered the main window"


def test_a_dialog_brings_back_the_window_it_stands_before(scene: Scene, qtbot: QtBot) -> None:
    dialog = QDialog(scene.window)
    QVBoxLayout(dialog).addWidget(QLabel("Erase Dana?"))
    qtbot.addWidget(dialog)
    dialog.open()
    scene.turn_away()
    assert len(scene.veils) == len(veils_of(dialog)) == 1
    QTest.mouseClick(veils_of(dialog)[0], Qt.MouseButton.LeftButton)
    assert scene.veils == veils_of(dialog) == []


def test_menus_and_lists_are_gone(scene: Scene, qtbot: QtBot) -> None:
    menu = QMenu(scene.window)
    menu.addAction("Dana")
    qtbot.addWidget(menu)
    menu.popup(QPoint(10, 10))
    names = QWidget(scene.window, Qt.WindowType.ToolTip)
    qtbot.addWidget(names)
    names.show()
    scene.turn_away()
    assert not menu.isVisible()
    assert not names.isVisible()


def test_it_can_be_locked_under_the_veil(scene: Scene) -> None:
    scene.turn_away()
    [veil] = scene.veils
    QTest.keyClick(veil, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert scene.told[-1] == "lock"


def test_nothing_covers_what_is_not_to_be_covered(scene: Scene) -> None:
    scene.covering.set_wanted(False)
    scene.turn_away()
    assert scene.veils == []
    scene.covering.cover()
    assert scene.covering.covers, "what must stay in memory is covered whatever is chosen"


def test_a_locked_window_has_no_veil(scene: Scene) -> None:
    scene.turn_away()
    scene.covering.rest()
    scene.turn_away()
    assert scene.veils == []
    assert scene.text.isVisible()


def test_no_click_brings_back_what_is_being_locked(scene: Scene) -> None:
    scene.covering.cover_for_lock()
    [veil] = scene.veils
    assert veil.accessibleName() == strings.LOCKING
    QTest.mouseClick(veil, Qt.MouseButton.LeftButton)
    assert scene.veils == [veil]
    scene.covering.come_back()
    assert scene.text.isVisible()


def test_the_veil_grows_with_its_window(scene: Scene) -> None:
    scene.turn_away()
    scene.window.resize(1000, 700)
    QApplication.processEvents()
    assert scene.veils[0].geometry() == scene.window.rect()


def test_a_vault_that_opens_while_the_person_is_elsewhere_is_covered(scene: Scene) -> None:
    scene.covering.rest()
    scene.turn_away()
    assert not scene.covering.covers
    scene.covering.watch(lambda: None, QAction("Lock", scene.window))
    assert scene.covering.covers
