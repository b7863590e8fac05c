"""A text field for plain text on exact line heights: what is typed stays letter for letter."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Slot
from PySide6.QtGui import (
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from managernotes_ui.common.private_copy import private_text
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.own_font import set_own_font
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.caret import Caret
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_block import TextBlock


class PlainEditor(QTextEdit):
    """Takes and gives plain text only; lines are as high as the type style says."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        *,
        style: Type = Type.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._is_composing = False
        self._caret = Caret(theme, self)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(0)
        calm_scrolling(theme, self)
        self._set_type()
        theme.changed.connect(self._on_theme_changed)

    def setPlainText(self, text: str) -> None:
        """Replace the text; like Qt's own, this begins a new undo history."""
        super().setPlainText(text)
        self._set_lines()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words without their dress."""
        self.insertPlainText(source.text())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy as plain text that clipboard histories are asked not to keep."""
        return private_text(self.textCursor().selection().toPlainText())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the caret, and the placeholder on the line where the text will stand."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.placeholderText() and self.document().isEmpty() and not self._is_composing:
            width = float(self.viewport().width())
            block = TextBlock(self._theme, self.placeholderText(), self._style, width)
            block.paint(painter, QPointF(0, 1), Role.MUTED)
        self._caret.paint(painter)
        painter.end()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notice when an input method shows letters of its own."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _set_type(self) -> None:
        font = self._theme.fonts.of(self._style)
        set_own_font(self, font)
        self.document().setDefaultFont(font)
        self._set_lines()

    def _set_lines(self) -> None:
        document = self.document()
        lines = QTextBlockFormat()
        lines.setLineHeight(
            self._theme.fonts.line(self._style),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        undo = document.isUndoRedoEnabled()
        modified = document.isModified()
        blocked = document.blockSignals(True)
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(lines)
        document.setUndoRedoEnabled(undo)
        document.setModified(modified)
        document.blockSignals(blocked)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._set_type()
