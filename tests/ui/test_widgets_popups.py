"""Menus and the completer's list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.widgets.menu import Menu, row_of, set_danger
from managernotes_ui.widgets.popup_list import PopupList
from managernotes_ui.widgets.popup_row import PopupRow, popup_row_width
from managernotes_ui.widgets.text_block import Run
from tests.ui.style_bench import LOOKS, dressed, has, picture


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


class TestMenu:
    """Rows with icon and key."""

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    def test_every_row_is_whole(
        self, qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float
    ) -> None:
        with dressed(qapp, scheme, scale) as look:
            menu = Menu(look)
            qtbot.addWidget(menu)
            action = menu.add_item("Link to an expectation…", Icon.LINK, "Ctrl+Shift+E")
            menu.ensurePolished()
            inner = menu.sizeHint().width() - 10
            assert inner >= popup_row_width(look, row_of(action)) - 1
            assert menu.actionGeometry(action).height() == look.scale.grow(32, 20)

    def test_a_row_runs_its_command(self, qtbot: QtBot, theme: Theme) -> None:
        menu = Menu(theme)
        qtbot.addWidget(menu)
        ran: list[str] = []
        action = menu.add_item("Said it", Icon.CHECK, "S", run=lambda: ran.append("said"))
        menu.popup(QPoint(10, 10))
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert ran == ["said"]
        assert row_of(action).detail == "S"

    def test_an_action_of_the_page_shows_its_own_key(self, qtbot: QtBot, theme: Theme) -> None:
        menu = Menu(theme)
        qtbot.addWidget(menu)
        action = menu.addAction("&Search && find")
        action.setShortcut(QKeySequence("Ctrl+F"))
        assert row_of(action).detail == "Ctrl F"
        assert row_of(action).text == "Search & find"

    def test_what_erases_is_drawn_in_danger(self, qtbot: QtBot, theme: Theme) -> None:
        menu = Menu(theme)
        qtbot.addWidget(menu)
        set_danger(menu.add_item("■■■ Erase for good…"))
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
        assert has(picture(menu), theme.tokens.danger)


class TestPopupList:
    """The completer's rows."""

    ROWS = (
        PopupRow((Run("Ar", 600), Run("jun Mehta")), Icon.USER, "@arjun"),
        PopupRow("Ines Carvalho", Icon.USER, "@ines"),
        PopupRow("Add “ar…” as a person", Icon.PLUS, "Ctrl Enter"),
    )

    @pytest.fixture
    def owner(self, qtbot: QtBot) -> QLineEdit:
        owner = QLineEdit()
        qtbot.addWidget(owner)
        owner.show()
        with qtbot.waitActive(owner):
            owner.activateWindow()
        owner.setFocus()
        return owner

    @pytest.fixture
    def popup(self, theme: Theme, owner: QLineEdit) -> PopupList:
        popup = PopupList(theme, owner, "People")
        popup.show_rows(self.ROWS, QPoint(40, 60), 272)
        return popup

    def test_it_opens_where_it_is_told_and_never_takes_the_focus(
        self, owner: QLineEdit, popup: PopupList
    ) -> None:
        assert popup.isVisible()
        assert (popup.x(), popup.y(), popup.width()) == (40, 60, 272)
        assert popup.height() == 3 * 36 + 10
        QApplication.processEvents()
        assert not popup.isActiveWindow()
        assert owner.hasFocus()

    def test_arrows_go_round(self, popup: PopupList) -> None:
        assert popup.current_row() == 0
        popup.move_current(-1)
        assert popup.current_row() == 2
        popup.move_current(1)
        assert popup.current_row() == 0

    def test_none_may_be_chosen(self, popup: PopupList) -> None:
        popup.choose(-1)
        assert popup.current_row() == -1

    def test_no_rows_close_it(self, popup: PopupList) -> None:
        popup.show_rows([], QPoint(0, 0), 272)
        assert not popup.isVisible()
        popup.move_current(1)
        assert popup.current_row() == -1

    def test_a_click_picks(self, qtbot: QtBot, popup: PopupList) -> None:
        where = popup.childAt(100, 5 + 36 + 18)
        assert where is not None
        at = where.mapFrom(popup, QPoint(100, 5 + 36 + 18))
        with qtbot.waitSignal(popup.picked) as picked:
            QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=at)
        assert picked.args == [1]
