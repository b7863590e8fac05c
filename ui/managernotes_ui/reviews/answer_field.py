"""One question of the look-back: what is asked, and a field that saves itself (SPEC §7.26)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.covered_line import lines_of, paint_covered_line
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel

_ABOVE_FIELD, _EDGE, _LINES = 6, 8, 2
_SHARE = 0.3


class AnswerField(QWidget):
    """`typed` carries the field's text each time it changes by hand."""

    typed = Signal(str)

    def __init__(self, theme: Theme, title: str, hint: str = "") -> None:
        super().__init__()
        self._title = TextLabel(theme, title, Type.BODY_STRONG, lines=0)
        self.field = _CoveredArea(theme, title, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_ABOVE_FIELD)
        column.addWidget(self._title)
        column.addWidget(self.field)
        self.field.textChanged.connect(self._on_changed)

    def ask(self, title: str) -> None:
        """Ask in other words, with another name."""
        self._title.setText(title)
        self.field.setAccessibleName(title)

    def show_text(self, text: str) -> None:
        """Show a text, unless it stands there already; the caret stays where it can."""
        if self.field.toPlainText() == text:
            return
        at = self.field.textCursor().position()
        self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.blockSignals(False)
        cursor = self.field.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.field.setTextCursor(cursor)
        self.field.updateGeometry()

    @Slot()
    def _on_changed(self) -> None:
        self.typed.emit(self.field.toPlainText())


class _CoveredArea(TextArea):
    """Shows bars instead of its words while texts are covered and nobody types in it (SPEC §8)."""

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        super().__init__(theme, name, hint, least_lines=_LINES, share=_SHARE, snug=_EDGE)
        theme.cover_changed.connect(self.viewport().update)

    @property
    def is_covered(self) -> bool:
        """Whether bars stand for the words."""
        covers = self._theme.cover.texts and not self.hasFocus()
        return covers and not self.document().isEmpty()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the words that are typed on."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Cover them again."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, or bars as long as they are."""
        if not self.is_covered:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        line = float(self._theme.fonts.line(self._style))
        above = QPointF(0, -float(self.verticalScrollBar().value()))
        for at, width in lines_of(self.document()):
            paint_covered_line(painter, at + above, self._theme, (width, line), self._style)
        painter.end()
