"""The notes of a talk: Markdown, and lines that begin with > + ! ? (SPEC §7.21)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from managernotes.text.promise_lines import PROMISED, LineMark
from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.notes.markdown_highlighter import MarkdownHighlighter
from managernotes_ui.notes.note_field import NoteField
from managernotes_ui.style.fonts import MEDIUM
from managernotes_ui.style.theme import Theme

_MARKS = tuple(f"{mark.value} " for mark in LineMark if mark is not LineMark.PLAIN)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TalkHighlighter(MarkdownHighlighter):
    """Markdown, with `+` and `!` in the accent colour and their words in italics."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self._tokens = theme
        super().__init__(document, theme)

    def highlightBlock(self, text: str) -> None:
        """Give one line its formats, the mark it begins with last."""
        super().highlightBlock(text)
        mark = text[:2]
        if mark not in _MARKS:
            return
        made = QTextCharFormat()
        promised = LineMark(mark[0]) in PROMISED
        tokens = self._tokens.tokens
        made.setForeground(tokens.accent if promised else tokens.muted)
        if promised:
            made.setFontWeight(MEDIUM)
        self.setFormat(0, 1, made)
        if mark[0] == LineMark.THEIR_WORDS.value:
            for at in range(2, len(text)):
                words = QSyntaxHighlighter.format(self, at)
                words.setFontItalic(True)
                if words.foreground().style() == Qt.BrushStyle.NoBrush:
                    words.setForeground(tokens.text2)
                self.setFormat(at, 1, words)


class TalkNotes(NoteField):
    """Fills its pane; Enter after one of those lines begins an empty line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.NOTES, strings.NOTES_HINT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def decorate(self, document: QTextDocument) -> None:
        """Hang the colours of a talk on a document that is about to be shown."""
        TalkHighlighter(document, self._theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter as it is in a line with a mark: an agreement is no list that goes on."""
        line = self.textCursor().block().text()
        if event.key() in _ENTER and line[:2] in _MARKS:
            QTextEdit.keyPressEvent(self, event)
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def begin_line(self, text: str) -> None:
        """Add lines at the end, as one step that Undo takes back, with the caret after them."""
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        words = self.text()
        between = "" if not words else "\n" if words.endswith("\n") else "\n\n"
        cursor.insertText(f"{between}{text}")
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        """Take the room there is; a field of a note grows with its text instead."""
