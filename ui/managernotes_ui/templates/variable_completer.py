"""The list that opens under "{{": the variables that begin with what was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.strings import templates as strings
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.popup_list import PopupList
from managernotes_ui.widgets.popup_row import PopupRow

_WIDTH, _MOST = 320, 8
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class VariableCompleter(PopupList):
    """Arrows choose, Enter or Tab takes, Esc closes; the editor keeps the keyboard."""

    taken = Signal(str)

    def __init__(self, theme: Theme, owner: QWidget, names: Sequence[str]) -> None:
        super().__init__(theme, owner, strings.COMPLETER)
        self._shown_by = theme
        self._names = tuple(names)
        self._values: Mapping[str, str] = {}
        self._offered: tuple[str, ...] = ()
        self.picked.connect(self._on_picked)

    def set_values(self, values: Mapping[str, str]) -> None:
        """Take what each variable would be filled with; it stands beside the name."""
        self._values = values

    def offer(self, begun: str, corner: QPoint) -> None:
        """Show the variables that begin so; none hides the list."""
        folded = begun.casefold()
        found = [name for name in self._names if name.casefold().startswith(folded)]
        if found == [begun]:
            found = []
        self._offered = tuple(found[:_MOST])
        rows = [PopupRow(name, detail=_short(self._values.get(name, ""))) for name in self._offered]
        self.show_rows(rows, corner, self._shown_by.scale.px(_WIDTH))

    def takes(self, event: QKeyEvent) -> bool:
        """Use a key of the open list; whether it was one."""
        if not self.isVisible():
            return False
        if event.key() in _STEPS:
            self.move_current(_STEPS[event.key()])
        elif event.key() in _TAKES:
            self._on_picked(self.current_row())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        event.accept()
        return True

    @Slot(int)
    def _on_picked(self, row: int) -> None:
        if 0 <= row < len(self._offered):
            name = self._offered[row]
            self.hide()
            self.taken.emit(name)


def _short(value: str) -> str:
    most = 28
    return value if len(value) <= most else f"{value[: most - 1].rstrip()}…"
