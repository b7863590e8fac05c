"""The words of a discreet card: large where they fit, else smaller, never cut where avoidable."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.tooltip import tooltip

_STYLES = (Type.KEY_WORDS, Type.EDITOR, Type.LIST)
_LEAST = 30


class CardWords(QLabel):
    """Takes the room it is given; a screen reader reads the whole."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._block: TextBlock | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._lay_out)

    def show_words(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            super().setText(words)
            self._lay_out()

    @property
    def is_cut(self) -> bool:
        """Whether not all of it can be read, even at the smallest size."""
        return self._block is not None and self._block.is_cut

    def sizeHint(self) -> QSize:
        """Return a line's height: the room is given by the window."""
        return QSize(0, self._theme.scale.px(_LEAST))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the size that fits."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words from the top."""
        painter = QPainter(self)
        if self._block is not None:
            self._block.paint(painter, QPointF(0, 0), Role.TEXT)
        painter.end()

    @Slot()
    def _lay_out(self) -> None:
        width = float(max(self.width(), 1))
        for style in _STYLES:
            lines = max(self.height() // self._theme.fonts.line(style), 1)
            self._block = TextBlock(self._theme, self._words, style, width, max_lines=lines)
            if not self._block.is_cut:
                break
        self.setToolTip(tooltip(self._words) if self.is_cut else "")
        self.update()
