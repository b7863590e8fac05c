"""The menu behind the app's mark: every action that is alive, by heading (LOOK.md)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.actions import Actions, Section
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu


class AppMenu(Menu):
    """Filled from the one action table each time it opens."""

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
        for section in Section:
            entries = [
                action
                for spec, action in self._actions
                if spec.section is section and spec.on_sheet
            ]
            if entries and self.actions():
                self.addSeparator()
            self.addActions(entries)
