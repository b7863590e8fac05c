"""Ctrl+PgDown and the arrows go along the tabs of a page, and the keyboard stays in reach."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.widgets.tab_bar import TabBar
from tests.ui.note_bench import Bench, note_bench
from tests.ui.style_bench import dressed

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Window:
    """The open vault with two people and nothing written, as in the first week."""

    def __init__(self, vault: OpenVault, bench: Bench) -> None:
        self.vault = vault
        self.bench = bench

    def go(self, place: Place) -> Page:
        self.vault.go(place)
        self.settle()
        page = self.vault.view.page
        assert page is not None
        return page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)
        self.settle()

    def settle(self) -> None:
        for _round in range(4):
            self.bench.settle()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    with dressed(qapp) as theme, note_bench(qtbot, tmp_path) as bench:
        vault = OpenVault(theme, bench.session, SettingsKeeper(tmp_path / "settings.json"))
        vault.view.resize(1280, 800)
        vault.view.show()
        vault.view.activateWindow()
        vault.begin()
        yield Window(vault, bench)
        vault.close()
        QApplication.sendPostedEvents(None, 0)


def places(window: Window) -> tuple[Place, ...]:
    return (
        Place(PageName.PERSON, person=window.bench.dana.id),
        Place(PageName.CONVERSATIONS),
        Place(PageName.REVIEWS),
    )


def tabs_of(page: Page) -> TabBar:
    assert page.tab_bar is not None
    return page.tab_bar


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_key_goes_round_all_tabs_and_the_keyboard_is_on_the_page(
    window: Window, number: int
) -> None:
    page = window.go(places(window)[number])
    tabs = tabs_of(page)
    seen = []
    for _tab in range(tabs.count()):
        window.press(Qt.Key.Key_PageDown, CTRL)
        seen.append(tabs.currentIndex())
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.isAncestorOf(focus)
    assert seen == [*range(1, tabs.count()), 0]
    window.press(Qt.Key.Key_PageUp, CTRL)
    assert tabs.currentIndex() == tabs.count() - 1


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_arrows_walk_to_the_last_tab_and_what_comes_in_takes_no_keyboard(
    window: Window, number: int
) -> None:
    tabs = tabs_of(window.go(places(window)[number]))
    tabs.setFocus()
    for _tab in range(tabs.count() - 1):
        window.press(Qt.Key.Key_Right)
    assert tabs.hasFocus()
    assert tabs.currentIndex() == tabs.count() - 1
