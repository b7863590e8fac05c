"""One question of the log: what is asked, a word of help, and a field that grows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.text.promise_lines import Span
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel

_ABOVE_FIELD, _EDGE = 6, 9
_SHARE = 0.3

OwnersOf = Callable[[str], Sequence[Span]]
"""Where the owners of the lines of a text are named."""


class AnswerQuestion(QWidget):
    """`typed` carries the field's text each time it changes."""

    typed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        help_words: str = "",
        *,
        owners: OwnersOf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = TextLabel(theme, title, Type.NAME, lines=0)
        self.field = TextArea(theme, title, share=_SHARE, snug=_EDGE)
        self._owners = OwnerNames(self.field.document(), theme, owners) if owners else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        if help_words:
            column.addWidget(TextLabel(theme, help_words, Type.META, tone=Role.MUTED, lines=0))
        column.addSpacing(_ABOVE_FIELD)
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


class OwnerNames(QSyntaxHighlighter):
    """Colours who a line begins with, where that is known."""

    def __init__(self, document: QTextDocument, theme: Theme, owners: OwnersOf) -> None:
        super().__init__(document)
        self._theme = theme
        self._owners = owners
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        shape = QTextCharFormat()
        shape.setForeground(self._theme.tokens.accent)
        shape.setFontWeight(MEDIUM)
        for span in self._owners(text):
            shape_of = _units(text, span)
            self.setFormat(shape_of.start, shape_of.end - shape_of.start, shape)


def _units(text: str, span: Span) -> Span:
    """Return a stretch in the units that Qt counts in: signs outside the first plane are two."""
    before = len(text[: span.start].encode("utf-16-le")) // 2
    inside = len(text[span.start : span.end].encode("utf-16-le")) // 2
    return Span(before, before + inside)
