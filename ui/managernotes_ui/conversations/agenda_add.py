"""The line under the agenda: a topic of theirs or yours, or a promise of yours (SPEC §7.21)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.conversation import TopicOwner
from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.segments import Segments

_HEIGHT = 36
_OWNERS = (TopicOwner.THEIRS, TopicOwner.MINE)
_LONGEST = 400


class AgendaAdd(QWidget):
    """Enter adds what is typed; whose topic it is shows once something is typed."""

    added = Signal(str, object)
    escaped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = _Line(theme, strings.ADD_NAME, strings.ADD_HINT)
        self.line.setProperty("bare", True)
        self.line.setMaxLength(_LONGEST)
        self.owner = Segments(theme, strings.WHOSE, (strings.WHOSE_THEIRS, strings.WHOSE_MINE))
        self.owner.hide()
        self.setMinimumHeight(theme.scale.grow(_HEIGHT, 20))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(GlyphLabel(theme, Icon.PLUS, 16))
        row.addWidget(self.line, 1)
        row.addWidget(self.owner)
        column.addLayout(row, 1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(lambda text: self.owner.setVisible(bool(text.strip())))
        self.line.entered.connect(self._on_entered)
        self.line.escaped.connect(self.escaped)

    def _on_entered(self) -> None:
        text = self.line.text().strip()
        if text:
            self.added.emit(text, _OWNERS[self.owner.current()])
            self.line.clear()


class _Line(LineEdit):
    """A line that tells of Enter and Esc, and keeps both."""

    entered = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter; leave with Esc."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
