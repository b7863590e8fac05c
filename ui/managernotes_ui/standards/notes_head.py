"""The head over the notes behind a cell: which cell, what they say of it, what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class NotesHead(QWidget):
    """Its title is the expectation of the chosen cell."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = TextLabel(theme, "", Type.SECTION)
        self.cell = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self.copy = TextLabel(theme, "", Type.LIST, tone=Role.TEXT2, lines=2)
        self.nothing = TextLabel(theme, strings.NO_NOTES, Type.LIST, tone=Role.MUTED, lines=0)
        self.prepare = make_button(theme, strings.PREPARE, size=ButtonSize.SMALL, key="P")
        self.standards = make_button(
            theme,
            strings.STANDARDS,
            icon=Icon.TARGET,
            role=ButtonRole.QUIET,
            size=ButtonSize.SMALL,
            key="V",
            tip=strings.STANDARDS_TIP,
        )
        self.standards.setAccessibleName(strings.STANDARDS_TIP)
        self._words = QHBoxLayout()
        for label in (self.title, self.copy):
            label.hold_text(Uncover(theme, label, None))
        self._build()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the cell under the title and leave words of a button out, or draw all in a row."""
        self.standards.setText("" if narrow else strings.STANDARDS)
        self._words.setDirection(_DOWN if narrow else _ACROSS)
        self._words.setSpacing(0 if narrow else 8)

    def show_cell(self, title: str, cell: str) -> None:
        """Say which cell is chosen."""
        self.title.setText(title)
        self.cell.setText(cell)

    def show_copy(self, words: str) -> None:
        """Say what they say of it themselves; nothing takes no room."""
        self.copy.setText(words)
        self.copy.setVisible(bool(words))

    def show_nothing(self, *, nothing: bool) -> None:
        """Say that nothing was written, or offer to prepare from what was."""
        self.nothing.setVisible(nothing)
        self.prepare.setEnabled(not nothing)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._words.setSpacing(8)
        self._words.addWidget(self.title)
        self._words.addWidget(self.cell, 1)
        row.addLayout(self._words, 1)
        row.addWidget(self.standards)
        row.addWidget(self.prepare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.copy)
        column.addSpacing(2)
        column.addWidget(hairline())
        column.addWidget(self.nothing)
        self.copy.hide()
        self.nothing.hide()
