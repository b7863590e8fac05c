"""The menu behind the app's mark: every action that can be done here and now (LOOK.md)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.actions import Actions
from managernotes_ui.shell import commands
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu

_MAKE = (commands.NEW_NOTE, commands.QUICK_NOTE, commands.ADD_PERSON)
_GO = (
    commands.PALETTE,
    commands.SEARCH,
    commands.PAGE_TODAY,
    commands.PAGE_CONVERSATIONS,
    commands.PAGE_REVIEWS,
    commands.PAGE_TEMPLATES,
    commands.PAGE_STANDARDS,
    commands.PAGE_PEOPLE,
    commands.BACK,
    commands.NEXT_PANE,
)
_APP = (commands.HAND_OVER, commands.DISCREET, commands.SETTINGS, commands.KEYS)
_LEAVE = (commands.LOCK, commands.QUIT)
_ITSELF = commands.MENU.name


class AppMenu(Menu):
    """Filled from the one action table each time it opens; the page on show stands in the middle.

    What another page can do is not listed: its keys are on the key sheet.
    """

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._actions = actions
        self.aboutToShow.connect(self._fill)

    def show_under(self, button: QWidget) -> None:
        """Open below a button."""
        self.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    @Slot()
    def _fill(self) -> None:
        self.clear()
        alive = {spec.name: action for spec, action in self._actions if spec.on_sheet}
        groups = [
            [alive.pop(spec.name) for spec in group if spec.name in alive]
            for group in (_MAKE, _GO, _APP, _LEAVE)
        ]
        alive.pop(_ITSELF, None)
        make, go, app, leave = groups
        for entries in (make, go, _on_show(alive.values()), app, leave):
            if entries and self.actions():
                self.addSeparator()
            self.addActions(entries)


def _on_show(actions: Iterable[QAction]) -> list[QAction]:
    return [
        action
        for action in actions
        if isinstance(owner := action.parent(), QWidget) and owner.isVisible()
    ]
