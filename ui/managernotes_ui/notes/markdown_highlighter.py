"""Colours Markdown while it is written, block by block, and never holds up typing."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument

from managernotes_ui.notes.inline_marks import Look
from managernotes_ui.notes.markdown_marks import Fence, line_spans
from managernotes_ui.notes.utf16 import to_units
from managernotes_ui.style.fonts import SEMIBOLD
from managernotes_ui.style.theme import Theme

SLICE_MS = 4
"""How long one turn of the event loop may spend on text that was just loaded (a frame is 16)."""


class MarkdownHighlighter(QSyntaxHighlighter):
    """Marks muted, bold, italic, code and links as such (SPEC §5.3).

    A loaded text is coloured from the top in short slices; a typed change at once.
    """

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._formats: dict[Look, QTextCharFormat] = {}
        self._frontier = QTextCursor(document)
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._on_slice)
        theme.changed.connect(self._on_theme_changed)
        # Qt queues one pass over all blocks; it colours nothing, and the slices come after it.
        self._is_first_pass = True

    def highlightBlock(self, text: str) -> None:
        """Give one block its formats."""
        if self._is_first_pass:
            if not self.currentBlock().next().isValid():
                self._is_first_pass = False
                self._slices.start()
            return
        before = self.previousBlockState()
        fence = Fence(before) if before in {Fence.TICKS, Fence.TILDES} else Fence.NONE
        spans, after = line_spans(text, fence)
        for span in spans:
            start, end = to_units(text, span.start), to_units(text, span.end)
            self.setFormat(start, end - start, self._format(span.look))
        self.setCurrentBlockState(after)

    @Slot()
    def _on_slice(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < SLICE_MS:
            self.rehighlightBlock(self._frontier.block())
            if not self._frontier.movePosition(QTextCursor.MoveOperation.NextBlock):
                self._slices.stop()
                return

    @Slot()
    def _on_theme_changed(self) -> None:
        self._formats.clear()
        self._frontier.movePosition(QTextCursor.MoveOperation.Start)
        self._slices.start()

    def _format(self, look: Look) -> QTextCharFormat:
        if look not in self._formats:
            self._formats[look] = self._made(look)
        return self._formats[look]

    def _made(self, look: Look) -> QTextCharFormat:
        tokens = self._theme.tokens
        made = QTextCharFormat()
        if Look.BOLD in look:
            made.setFontWeight(SEMIBOLD)
        if Look.ITALIC in look:
            made.setFontItalic(True)
        if Look.MARK in look:
            made.setForeground(tokens.muted)
        elif Look.LINK in look:
            made.setForeground(tokens.accent)
        elif Look.CODE in look:
            made.setForeground(tokens.text2)
        return made
