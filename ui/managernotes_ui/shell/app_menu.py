"""The menu behind the app's mark: every action that is alive, by heading (LOOK.md)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from managernotes_ui.common.actions import Actions, Section
from managernotes_ui.common.strings import shell as strings


class AppMenu(QMenu):
    """Filled from the one action table each time it opens."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.aboutToShow.connect(self._fill)

    def show_under(self, button: QWidget) -> None:
        """Open below a button."""
        self.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    @Slot()
    def _fill(self) -> None:
        self.clear()
        for section in Section:
            entries = [action for spec, action in self._actions if spec.section is section]
            if not entries or section is Section.QUICK_LINE:
                continue
            submenu = self.addMenu(strings.MENU_HEADINGS[section.value])
            submenu.addActions(entries)
