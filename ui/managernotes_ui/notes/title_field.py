"""The note's title: one line that wraps, after a muted sign."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.note_field import NoteField
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel

_GAP = 4
_LINE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleField(NoteField):
    """Takes no line ends: Enter goes on to the fact, a pasted one becomes a space."""

    finished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, strings.TITLE_NAME, strings.TITLE_HINT, style=Type.NOTE_TITLE, parent=parent
        )

    def decorate(self, document: QTextDocument) -> None:
        """Leave the title plain: Markdown means nothing in it."""

    def toggle(self, sign: str) -> None:
        """Leave the title plain."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter or Down."""
        if event.key() in (*_LINE_KEYS, Qt.Key.Key_Down):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line."""
        self.textCursor().insertText(" ".join(source.text().split()))


class TitleRow(QWidget):
    """The sign of a heading and the title after it."""

    def __init__(self, theme: Theme, field: TitleField) -> None:
        super().__init__()
        sign = TextLabel(theme, "#", Type.NOTE_TITLE, tone=Role.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 1)
