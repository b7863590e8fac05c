"""A field for one Markdown text: plain, growing, with lists that go on and bold by key."""

from __future__ import annotations

from math import ceil
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from managernotes_ui.common.private_copy import private_text
from managernotes_ui.notes.accent_caret import AccentCaret
from managernotes_ui.notes.field_edits import break_line, replace_words, toggle_emphasis
from managernotes_ui.notes.markdown_highlighter import MarkdownHighlighter
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.own_font import set_own_font
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.endless_words import has_endless_word
from managernotes_ui.widgets.line_spacing import document_of, line_format, text_of, wrap_mode
from managernotes_ui.widgets.scroll_bar import calm_scrolling

GROWS_TO = 0.4
"""Share of the window's height up to which a field grows with its text (SPEC §4, text area)."""

_APP_KEYS = {Qt.Key.Key_E, Qt.Key.Key_H, Qt.Key.Key_K}
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteField(QTextEdit):
    """Edits one text; `typed` follows each change of its words: key, paste, drop or undo.

    A QTextEdit because a QPlainTextEdit ignores line heights; what it holds is always plain.
    """

    typed = Signal()
    focus_changed = Signal(bool)

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        name: str,
        placeholder: str,
        *,
        style: Type = Type.EDITOR,
        tone: Role = Role.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._tone = tone
        self._text_height = 0.0
        self._shown: QTextDocument | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._caret = AccentCaret(theme, self)
        calm_scrolling(theme, self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress()
        self.show_text("")
        theme.changed.connect(self._on_theme_changed)

    def show_text(self, text: str) -> None:
        """Show another text, with nothing to undo."""
        font = self._theme.fonts.of(self._style)
        document = document_of(text, line_format(self._theme, self._style), font, self)
        self.decorate(document)
        document.documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._text_height = 0.0
        self.setWordWrapMode(wrap_mode(text))
        set_own_font(self, font)
        self.setDocument(document)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document
        document.contentsChange.connect(self._on_contents_change)
        self._fit()

    def replace_text(self, text: str) -> None:
        """Make the words these, as one step that Undo takes back."""
        self.setWordWrapMode(wrap_mode(text))
        replace_words(self.textCursor(), text)

    def text(self) -> str:
        """Return the words, letter for letter, with line feeds as line ends."""
        return text_of(self.document())

    def toggle(self, sign: str) -> None:
        """Put the sign round the chosen words, or take it away; one step to undo."""
        cursor = self.textCursor()
        toggle_emphasis(cursor, sign)
        self.setTextCursor(cursor)

    def decorate(self, document: QTextDocument) -> None:
        """Hang the colours of Markdown on a document that is about to be shown."""
        MarkdownHighlighter(document, self._theme)

    def event(self, event: QEvent) -> bool:
        """Leave the window's own keys to it: Qt would delete to the line's end with Ctrl+K."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast("QKeyEvent", event)
            if key.modifiers() == Qt.KeyboardModifier.ControlModifier and key.key() in _APP_KEYS:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter continue a list."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if event.key() in _ENTER_KEYS and plain:
            cursor = self.textCursor()
            if break_line(cursor):
                self.setTextCursor(cursor)
                self.ensureCursorVisible()
                return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only: a dropped picture or file would be opened to be shown."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert the plain text of what is pasted or dropped."""
        if has_endless_word(source.text()):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.textCursor().insertText(source.text())
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy as plain text that clipboard histories are asked not to keep."""
        return private_text(self.textCursor().selection().toPlainText())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out for the new width, and keep the share of the window."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the caret over it."""
        super().paintEvent(event)
        self._caret.paint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this field is the current one."""
        super().focusInEvent(event)
        self._caret.restart()
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that this field is no longer the current one."""
        super().focusOutEvent(event)
        self._caret.stop()
        self.focus_changed.emit(False)

    @Slot(int, int, int)
    def _on_contents_change(self, _place: int, _removed: int, _added: int) -> None:
        self.typed.emit()

    @Slot(QSizeF)
    def _on_size_changed(self, size: QSizeF) -> None:
        self._text_height = size.height()
        self._fit()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.tokens.of(self._tone))
        self.setPalette(palette)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._dress()
        if self.document().defaultFont() != self._theme.fonts.of(self._style):
            self.show_text(self.text())

    def _fit(self) -> None:
        """Grow with the text to the share of the window, and scroll beyond it."""
        line = self._theme.fonts.line(self._style)
        most = max(line, int(self.window().height() * GROWS_TO) // line * line)
        self.setFixedHeight(min(max(ceil(self._text_height), line), most))
