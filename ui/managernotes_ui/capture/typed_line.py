"""An editor of one line of letters, in whose document chips may stand for some of them."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from managernotes.errors import ManagerNotesError
from managernotes_ui.capture.chip_document import (
    CHIP,
    WrittenLine,
    plain,
    put_letters,
    read_document,
)
from managernotes_ui.capture.chip_object import ChipObject
from managernotes_ui.capture.splices import Splice
from managernotes_ui.common.private_copy import private_text
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.own_font import set_own_font
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.caret import Caret
from managernotes_ui.widgets.line_spacing import document_of, line_format
from managernotes_ui.widgets.scroll_bar import calm_scrolling

_BASE_LINE = 0.8
"""How far down a line of fixed height Qt stands the letters."""


class TypedLine(QTextEdit):
    """Gives and takes letters, exactly; carets and places are indexes in the line.

    `refusal` judges what a paste would make of the line: a line that cannot be kept stays as it
    was, and `paste_refused` brings the reason.
    """

    line_changed = Signal(str)
    caret_moved = Signal(int)
    height_changed = Signal()
    paste_refused = Signal(Exception)

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        name: str,
        hint: str,
        refusal: Callable[[str], ManagerNotesError | None],
        chips: ChipObject,
        *,
        style: Type,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._hint = hint
        self._refusal = refusal
        self._chips = chips
        chips.setParent(self)
        self._shown: QTextDocument | None = None
        self._written = WrittenLine("", ())
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._caret = Caret(theme, self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(theme, self)
        self._show_document("")
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def line(self) -> str:
        """Return what was typed, letter for letter, with line feeds as line ends."""
        return self._written.line

    def caret(self) -> int:
        """Return where the caret is."""
        return self._written.index_of(self.textCursor().position())

    def set_line(self, line: str) -> None:
        """Show another line, with the caret at its end and nothing to undo."""
        self._show_document(line)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.line_changed.emit(self.line())

    def splice(self, change: Splice) -> None:
        """Change a part of the line, one step to undo; a caret behind it moves along."""
        written = self._written
        place, after = written.place_of(change.start), written.place_of(change.end)
        put_letters(self.document(), place, after, change.text)
        self.ensureCursorVisible()

    def select(self, anchor: int, caret: int) -> None:
        """Select from an anchor to the caret; both alike select nothing."""
        cursor = self.textCursor()
        places = self._written.place_of(anchor), self._written.place_of(caret)
        if places != (cursor.anchor(), cursor.position()):
            cursor.setPosition(places[0])
            cursor.setPosition(places[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def rect_of(self, index: int) -> QRect:
        """Return where an index stands in the viewport: a line high, without width."""
        cursor = self.textCursor()
        cursor.setPosition(self._written.place_of(index))
        found = self.cursorRect(cursor)
        height = self._theme.fonts.line(self._style)
        layout = cursor.block().layout()
        inside = cursor.position() - cursor.block().position()
        row = layout.lineForTextPosition(inside).lineNumber()
        top = round(layout.position().y()) + row * height - self.verticalScrollBar().value()
        return QRect(found.left(), top, 1, height)

    def text_height(self) -> int:
        """Return how high the whole text is, in pixels; one line at least."""
        return max(ceil(self.document().size().height()), self._theme.fonts.line(self._style))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only: a dropped picture or file would be opened to be shown."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what is pasted or dropped as plain text, or leave all as it is and say why."""
        text = plain(source.text())
        cursor = self.textCursor()
        start = self._written.index_of(cursor.selectionStart())
        end = self._written.index_of(cursor.selectionEnd())
        refused = self._refusal(Splice(start, end, text).applied_to(self.line()))
        if refused is not None:
            self.paste_refused.emit(refused)
            return
        cursor.insertText(text, QTextCharFormat())
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the typed letters, which clipboard histories are asked not to keep."""
        cursor = self.textCursor()
        return private_text(self._written.letters_between(cursor.anchor(), cursor.position()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text; where there is none, the hint on the line that it will stand on."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        is_empty = self.document().isEmpty()
        if is_empty and not self.document().firstBlock().layout().preeditAreaText():
            painter.setFont(self._theme.fonts.of(self._style))
            painter.setPen(self._theme.tokens.muted)
            base = _BASE_LINE * self._theme.fonts.line(self._style)
            painter.drawText(QPointF(0, base), self._hint)
        self._caret.paint(painter)
        painter.end()

    def _show_document(self, line: str) -> None:
        font = self._theme.fonts.of(self._style)
        shown = document_of(plain(line), line_format(self._theme, self._style), font, self)
        shown.documentLayout().registerHandler(CHIP, self._chips)
        set_own_font(self, font)
        self._written = read_document(shown)
        self.setDocument(shown)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = shown
        shown.contentsChanged.connect(self._on_contents_changed)
        # Chips are higher than the letters beside them, which is all that Qt would repaint.
        shown.contentsChanged.connect(self.viewport().update)
        shown.documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.height_changed.emit()

    @Slot()
    def _on_contents_changed(self) -> None:
        before = self._written.line
        self._written = read_document(self.document())
        if self._written.line != before:
            self.line_changed.emit(self._written.line)

    @Slot()
    def _on_cursor_moved(self) -> None:
        self.caret_moved.emit(self.caret())

    @Slot()
    def _on_size_changed(self) -> None:
        self.height_changed.emit()
