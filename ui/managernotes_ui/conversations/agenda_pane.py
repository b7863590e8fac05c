"""The left of a talk's page: the agenda, and the line that adds to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.conversations.agenda_add import AgendaAdd
from managernotes_ui.conversations.agenda_delegate import REACH
from managernotes_ui.conversations.agenda_list import AgendaList
from managernotes_ui.style.theme import Theme

WIDTH, LEAST = 432, 260
_LANE = 12


class AgendaPane(QWidget):
    """The list takes the room of its rows; the line follows right under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = AgendaList(theme)
        self.add = AgendaAdd(theme)
        self.setMinimumWidth(LEAST)
        self._rows = QVBoxLayout()
        self._rows.addWidget(self.list)
        self._line = QVBoxLayout()
        self._line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 8)
        column.setSpacing(0)
        column.addLayout(self._rows)
        column.addLayout(self._line)
        column.addStretch(1)
        self.set_side(32)
        self.add.escaped.connect(self.take_focus)

    def set_side(self, side: int) -> None:
        """Keep the pane's padding; rows reach 12 px into it."""
        self._rows.setContentsMargins(side - REACH, 0, side - REACH - _LANE, 0)
        self._line.setContentsMargins(side, 0, side, 0)

    def take_focus(self) -> None:
        """Put the keyboard into the list, or where the first topic is written."""
        empty = self.list.model().rowCount() == 0
        target: QWidget = self.add if empty else self.list
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
