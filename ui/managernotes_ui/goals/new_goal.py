"""A new goal from anywhere in the window: its sheet, and where it is told that it is stored."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.goal import Goal
from managernotes.domain.identity import GoalId
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.goal_sheet import GoalSheet
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.widgets.undo_bar import UndoBar


class NewGoal(QObject):
    """On a person's page the goal is shown where it stands; elsewhere a bar says it is written."""

    def __init__(self, desk: Desk, window: QWidget, page: Callable[[], Page | None]) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._page = page

    @cached_property
    def sheet(self) -> GoalSheet:
        """Asks what a goal needs."""
        sheet = GoalSheet(self._desk, self._window)
        sheet.added.connect(self._on_added)
        return sheet

    def offer(self) -> None:
        """Write a goal down, for whoever the page is about."""
        place = self._desk.navigator.place
        self.sheet.offer(place.person if place is not None else None)

    @Slot(object)
    def _on_added(self, goal: Goal) -> None:
        here = self._desk.navigator.place
        if here is not None and here.page is PageName.PERSON:
            there = Place(PageName.PERSON, person=goal.person, goal=goal.id, query="goals")
            self._desk.navigator.go(there)
        page = self._page()
        if page is not None:
            bar = _bar_of(page) or UndoBar(self._desk.theme, page, strings.UNDO)
            bar.offer(strings.WRITTEN, lambda: self._bin(goal.id))

    def _bin(self, goal: GoalId) -> None:
        self._desk.session.write(lambda workspace: workspace.goals.bin(goal), changes=Changed.TALKS)


def _bar_of(page: Page) -> UndoBar | None:
    """Return the bar that a page itself has; those of its tabs may be out of sight."""
    bars = page.findChildren(UndoBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return bars[0] if bars else None
