"""What they asked of the manager: the line without which no one-to-one ends (S13)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.line_edit import LineEdit, Measure
from managernotes_ui.widgets.text_label import TextLabel

_LONGEST = 2000


class AskedRow(QWidget):
    """The question, its line, and "nothing asked" as the other answer."""

    typed = Signal()
    left = Signal()
    nothing_said = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = LineEdit(theme, strings.ASKED, strings.ASKED_HINT, measure=Measure.LARGE)
        self.line.setMaxLength(_LONGEST)
        self.nothing = make_button(theme, strings.NOTHING_ASKED, checkable=True)
        self._note = TextLabel(theme, strings.ASKED_NOTE, Type.META, tone=Role.MUTED)
        self._build(theme)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self.left)
        self.nothing.clicked.connect(self._on_nothing)

    def show_text(self, text: str) -> None:
        """Show what was asked; what is typed stays where it is."""
        if text != self.line.text():
            self.line.setText(text)

    def show_nothing(self, nothing: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show whether "nothing" is the answer."""
        self.nothing.setChecked(nothing)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Keep the line from being changed: the talk is in the bin."""
        self.line.setReadOnly(read_only)
        self.nothing.setEnabled(not read_only)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Leave the sentence beside the question out where it has no room."""
        self._note.setHidden(narrow)

    def set_side(self, side: int) -> None:
        """Keep the pane's padding."""
        self._column.setContentsMargins(side, 16, side, 20)

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        ground = QWidget()
        ground.setProperty("ground", "sunken")
        column.addWidget(ground)
        inside = self._column = QVBoxLayout(ground)
        inside.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(TextLabel(theme, strings.ASKED, Type.NAME), 1)
        head.addWidget(self._note)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.nothing)
        inside.addLayout(head)
        inside.addLayout(row)
        self.set_side(32)

    def _on_edited(self) -> None:
        """Take "nothing" back once something is written."""
        if self.line.text().strip() and self.nothing.isChecked():
            self.nothing.setChecked(False)
            self.nothing_said.emit(False)
        self.typed.emit()

    def _on_nothing(self) -> None:
        self.nothing_said.emit(self.nothing.isChecked())
