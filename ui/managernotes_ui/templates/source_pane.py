"""The ground of the source: its padding, and a bar beside each line that is one's own."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.templates.template_editor import TemplateEditor

_TOP, _SIDE, _BAR_AT, _BAR, _LOWER = 21, 32, 14, 2, 2


class SourcePane(QWidget):
    """`show_own` says which lines have a bar; it follows the text as it is typed and scrolled."""

    def __init__(self, theme: Theme, editor: TemplateEditor) -> None:
        super().__init__()
        self._theme = theme
        self._editor = editor
        self._own: frozenset[int] = frozenset()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _TOP, _SIDE, 0)
        column.addWidget(editor)
        editor.verticalScrollBar().valueChanged.connect(lambda _value: self.update())
        editor.textChanged.connect(self.update)
        theme.changed.connect(self.update)

    def show_own(self, lines: Collection[int]) -> None:
        """Mark these lines, counted from 0, as one's own."""
        if frozenset(lines) != self._own:
            self._own = frozenset(lines)
            self.update()

    @property
    def own_lines(self) -> frozenset[int]:
        """The lines that have a bar."""
        return self._own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and bars."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.raised)
        seen = QRect(0, self._editor.y(), self.width(), self._editor.height())
        painter.setClipRect(seen)
        for at, line in enumerate(self._editor.line_rects()):
            if at in self._own:
                bar = QRect(_BAR_AT, line.top() + self._editor.y() + _LOWER, _BAR, line.height())
                painter.fillRect(bar, self._theme.tokens.accent)
        painter.end()
