"""The vision: its text, and the lines that expectations and goals serve (S09)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.identity import VisionLineId
from managernotes.domain.vision import Vision, VisionLine
from managernotes_ui.common.strings import standards as strings
from managernotes_ui.standards.pane import Pane
from managernotes_ui.standards.standards_saver import VisionField
from managernotes_ui.standards.typed_field import TypedArea
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonRole, icon_button
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_label import TextLabel


class VisionPane(Pane):
    """`typed` brings the field and its text, the others what is wanted of the lines."""

    typed = Signal(object, str)
    line_wanted = Signal(str)
    line_unwanted = Signal(object)

    def __init__(self, theme: Theme, unsaved: Callable[[VisionField], str | None]) -> None:
        super().__init__(theme)
        self._unsaved = unsaved
        self.text = TypedArea(theme, strings.VISION_TEXT, strings.VISION_TEXT_HINT, lines=4)
        self.new = LineEdit(theme, strings.LINE_HINT, strings.LINE_HINT)
        self.lines: list[LineRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._build()
        self.text.typed.connect(lambda words: self.typed.emit(VisionField(None), words))
        self.new.returnPressed.connect(self._on_new)

    def show_vision(self, vision: Vision | None) -> None:
        """Show the present one, or empty fields before the first."""
        words = "" if vision is None else vision.words.text
        if self._unsaved(VisionField(None)) is None:
            self.text.show_text(words)
        self._show_lines(() if vision is None else vision.words.lines)

    def _build(self) -> None:
        theme = self._theme
        self.column.addWidget(self.text)
        lines = QVBoxLayout()
        lines.setSpacing(8)
        lines.addWidget(TextLabel(theme, strings.LINES, Type.META_MEDIUM, tone=Role.TEXT2, lines=0))
        lines.addLayout(self._rows)
        new = QHBoxLayout()
        new.addWidget(self.new, 1)
        new.addSpacing(theme.scale.px(40))
        lines.addLayout(new)
        self.column.addLayout(lines)
        self.column.addWidget(
            TextLabel(theme, strings.VISION_HELP, Type.META, tone=Role.MUTED, lines=0)
        )
        self.column.addStretch(1)

    def _show_lines(self, lines: Sequence[VisionLine]) -> None:
        if [row.line for row in self.lines] != [line.id for line in lines]:
            for old in self.lines:
                old.hide()
                old.deleteLater()
            self.lines = [self._row(number, line) for number, line in enumerate(lines, 1)]
        for row, line in zip(self.lines, lines, strict=True):
            if self._unsaved(VisionField(line.id)) is None and not row.edit.hasFocus():
                row.show_text(line.text)

    def _row(self, number: int, line: VisionLine) -> LineRow:
        row = LineRow(self._theme, number, line.id)
        row.show_text(line.text)
        row.typed.connect(self.typed)
        row.remove.clicked.connect(lambda: self.line_unwanted.emit(line.id))
        self._rows.addWidget(row)
        return row

    def _on_new(self) -> None:
        words = self.new.text().strip()
        if words:
            self.new.clear()
            self.line_wanted.emit(words)


class LineRow(QWidget):
    """A line of the vision; emptied and left, it has its words again: a button takes it out."""

    typed = Signal(object, str)

    def __init__(self, theme: Theme, number: int, line: VisionLineId) -> None:
        super().__init__()
        self.line = line
        self._stored = ""
        self.edit = LineEdit(theme, strings.LINE.format(number=number), strings.LINE_HINT)
        self.remove: Button = icon_button(theme, Icon.X, strings.REMOVE_LINE, role=ButtonRole.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.editingFinished.connect(self._on_left)

    def show_text(self, text: str) -> None:
        """Show what is stored."""
        self._stored = text
        if text != self.edit.text():
            self.edit.setText(text)

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self.typed.emit(VisionField(self.line), text)

    def _on_left(self) -> None:
        if not self.edit.text().strip():
            self.edit.setText(self._stored)
