"""A goal that is written down from anywhere is shown, or said to be stored, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.goals_tab import GoalsTab
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell import commands
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.widgets.undo_bar import UndoBar
from tests.ui.note_bench import Bench, note_bench
from tests.ui.style_bench import dressed

TITLE = "Two people can run a release alone"


class Window:
    """The open vault with two people and no goal."""

    def __init__(self, vault: OpenVault, bench: Bench) -> None:
        self.vault = vault
        self.bench = bench

    def write_a_goal(self, at: Place) -> None:
        """Go somewhere, ask for a new goal, and write it with the keyboard alone."""
        self.vault.go(at)
        self.settle()
        self.vault.run(commands.NEW_GOAL)
        self.settle()
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, TITLE)
        QTest.keyClick(focus, Qt.Key.Key_Return)
        self.settle()

    @property
    def titles(self) -> list[str]:
        """The goals of Dana that are not in the bin."""
        dana = self.bench.dana.id
        found = self.bench.ask(lambda workspace: workspace.goals.of_person(dana))
        return [goal.words.title for goal in found]

    @property
    def bar(self) -> UndoBar:
        """The bar that is on show."""
        [bar] = [bar for bar in self.vault.view.findChildren(UndoBar) if bar.isVisible()]
        return bar

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


def test_from_a_timeline_the_new_goal_is_chosen_on_its_tab_and_has_the_keyboard(
    window: Window,
) -> None:
    window.write_a_goal(Place(PageName.PERSON, person=window.bench.dana.id))

    page = window.vault.view.page
    assert isinstance(page, PersonPage)
    [tab] = page.findChildren(GoalsTab)
    assert tab.isVisible()
    assert tab.vm.goal is not None
    assert tab.vm.goal.words.title == TITLE
    assert tab.list.hasFocus()
    assert strings.WRITTEN in window.bar._words.text()


@pytest.mark.parametrize("page", [PageName.TODAY, PageName.PERSON, PageName.GOALS])
def test_a_new_goal_is_said_to_be_stored_and_can_be_taken_back(
    window: Window, page: PageName
) -> None:
    person = window.bench.dana.id if page is PageName.PERSON else None
    window.write_a_goal(Place(page, person=person))
    assert window.vault.view.page is not None
    assert window.vault.view.page.isAncestorOf(window.bar)

    window.bar.undo()
    window.settle()

    assert TITLE not in window.titles
