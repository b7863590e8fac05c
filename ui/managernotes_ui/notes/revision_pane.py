"""One side of the comparison: a paragraph a block, changed words marked, a bar beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QStyle, QWidget

from managernotes_ui.notes.inline_marks import Look
from managernotes_ui.notes.revision_words import Stretch, stretches
from managernotes_ui.notes.word_diff import Piece
from managernotes_ui.style.fonts import SEMIBOLD, Type
from managernotes_ui.style.own_font import set_own_font
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.covered_line import COVERED, lines_of, paint_covered_line
from managernotes_ui.widgets.endless_words import has_endless_word
from managernotes_ui.widgets.line_spacing import line_format
from managernotes_ui.widgets.offline_browser import OfflineBrowser
from managernotes_ui.widgets.scroll_bar import calm_scrolling

GAP = 16
"""Pixels between two paragraphs."""

_SIDE, _TOP, _BAR = 28, 8, 2
_LINE_END = "\u2028"
_LETTER = re.compile(r"\S")


class RevisionPane(OfflineBrowser):
    """Shows one version; `newer` decides how its own words are marked, and has the scroll bar."""

    def __init__(
        self, theme: Theme, name: str, nothing: str, *, newer: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty_words = nothing
        self._newer = newer
        self._differs: tuple[bool, ...] = ()
        self._covers = False
        self._formats: dict[tuple[Look, bool], QTextCharFormat] = {}
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        lane = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        if newer:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            calm_scrolling(theme, self)
        else:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, _TOP, 0 if newer else lane, 0)

    def show_side(self, rows: Sequence[tuple[Piece, ...]], differs: Sequence[bool]) -> None:
        """Show a version's paragraphs; an empty one stands beside a paragraph of the other."""
        self._differs = tuple(differs)
        self.break_anywhere(any(has_endless_word(_text(pieces)) for pieces in rows))
        cursor = self._begin()
        block = self._block()
        for number, pieces in enumerate(rows):
            if number:
                cursor.insertBlock(block)
            self._write(cursor, pieces)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_covered(self, covers: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Draw bars for what is shown from now on, and keep none of its letters (SPEC §8)."""
        self._covers = covers
        self.setAccessibleDescription(COVERED if covers else "")

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a version."""
        self._differs = ()
        cursor = self._begin()
        cursor.insertText(sentence, self._format(Look.MARK, only_here=False))
        cursor.endEditBlock()

    def _begin(self) -> QTextCursor:
        """Empty the document and return a cursor in its first block, an edit begun."""
        self._formats.clear()
        document = self.document()
        font = self._theme.fonts.of(Type.EDITOR)
        set_own_font(self, font)
        document.setDefaultFont(font)
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(self._block())
        return cursor

    def _block(self) -> QTextBlockFormat:
        block = line_format(self._theme, Type.EDITOR)
        block.setBottomMargin(GAP)
        block.setLeftMargin(_SIDE)
        block.setRightMargin(_SIDE)
        return block

    def height_of(self, row: int) -> float:
        """Return how high a paragraph stands, in pixels."""
        block = self.document().findBlockByNumber(row)
        return self.document().documentLayout().blockBoundingRect(block).height()

    def set_room_after(self, row: int, extra: float) -> None:
        """Leave so many pixels free under a paragraph, because the other side's is higher."""
        block = self.document().findBlockByNumber(row)
        if block.blockFormat().bottomMargin() != GAP + extra:
            form = QTextBlockFormat()
            form.setBottomMargin(GAP + extra)
            QTextCursor(block).mergeBlockFormat(form)

    def top_of(self, row: int) -> float:
        """Return where a paragraph begins, in pixels from the beginning of the text."""
        block = self.document().findBlockByNumber(row)
        return self.document().documentLayout().blockBoundingRect(block).top()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then a bar beside each paragraph that differs."""
        if self._covers and self._differs:
            self._paint_covered()
        else:
            super().paintEvent(event)
        tokens = self._theme.tokens
        colour = tokens.accent if self._newer else tokens.control
        painter = QPainter(self.viewport())
        scrolled = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        block = self._first_visible()
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(0, -scrolled)
            if rect.top() > self.viewport().height():
                break
            if self._differs_at(block):
                room = block.blockFormat().bottomMargin() - GAP
                painter.fillRect(QRectF(0, rect.top(), _BAR, rect.height() + room), colour)
            block = block.next()
        painter.end()

    def _paint_covered(self) -> None:
        painter = QPainter(self.viewport())
        line = float(self._theme.fonts.line(Type.EDITOR))
        scrolled = QPointF(0, -self.verticalScrollBar().value())
        for at, width in lines_of(self.document()):
            place = at + scrolled
            if -line < place.y() < self.viewport().height():
                paint_covered_line(painter, place, self._theme, (width, line), Type.EDITOR)
        painter.end()

    def _first_visible(self) -> QTextBlock:
        return self.cursorForPosition(self.viewport().rect().topLeft()).block()

    def _differs_at(self, block: QTextBlock) -> bool:
        number = block.blockNumber()
        return number < len(self._differs) and self._differs[number]

    def _write(self, cursor: QTextCursor, pieces: tuple[Piece, ...]) -> None:
        if not pieces:
            cursor.insertText(self._empty_words, self._format(Look.MARK, only_here=False))
        for stretch in stretches(pieces):
            form = self._format(stretch.look, only_here=stretch.only_here)
            text = _one_block(stretch)
            cursor.insertText(_LETTER.sub("n", text) if self._covers else text, form)

    def _format(self, look: Look, *, only_here: bool) -> QTextCharFormat:
        key = (look, only_here)
        if key not in self._formats:
            self._formats[key] = self._made(look, only_here=only_here)
        return self._formats[key]

    def _made(self, look: Look, *, only_here: bool) -> QTextCharFormat:
        tokens = self._theme.tokens
        colour = Role.MUTED if Look.MARK in look else Role.TEXT
        colour = Role.ACCENT if Look.LINK in look else colour
        made = QTextCharFormat()
        if Look.BOLD in look:
            made.setFontWeight(SEMIBOLD)
        made.setFontItalic(Look.ITALIC in look)
        if only_here and self._newer:
            made.setBackground(tokens.selected)
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(tokens.accent)
        elif only_here:
            colour = Role.MUTED
            made.setBackground(tokens.neutral_soft)
            made.setFontStrikeOut(True)
        made.setForeground(tokens.of(colour))
        return made


def _text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def _one_block(stretch: Stretch) -> str:
    return stretch.text.replace("\n", _LINE_END)
