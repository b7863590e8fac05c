"""A foot line of keys and what they do, as under the palette and the key sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.shell.key_sheet_chord import chord_width, paint_chord
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import TextBlock

HEIGHT, PADDING, GAP, WORD_GAP = 36, 20, 16, 5


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys, as a chord ("Ctrl+K", "Up+Down", "F1 or Esc"), and the words after them."""

    keys: str
    words: str


class KeyHints(QWidget):
    """36 px with a hairline above; `left` from the left, `right` at the right end.

    What has no room is left out from the right of `left`: it is a hint, not the only way.
    """

    def __init__(self, theme: Theme, padding: int = PADDING, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._padding = padding
        self._left: tuple[Hint, ...] = ()
        self._right: Hint | None = None
        self._words = ""
        theme.changed.connect(self._on_theme_changed)

    def show_hints(self, *left: Hint, right: Hint, words: str = "") -> None:
        """Show other hints; `words` stand before them all."""
        self._left, self._right, self._words = left, right, words
        said = [f"{hint.keys} {hint.words}" for hint in (*left, right)]
        self.setAccessibleName(", ".join([words, *said] if words else said))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height, in which one line of 16 grows."""
        return QSize(0, self._theme.scale.grow(HEIGHT, 16))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hairline, hints and words."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.tokens.line)
        middle = (self.height() + 1) / 2
        end = float(self.width() - self._padding)
        if self._right is not None:
            end -= self._width(self._right)
            self._paint(painter, end, middle, self._right)
        left = float(self._padding)
        if self._words:
            room = end - GAP - left
            block = TextBlock(self._theme, self._words, Type.META, room, max_lines=1)
            block.paint(painter, QPointF(left, middle - block.height / 2), Role.MUTED)
        for hint in self._left:
            if left + self._width(hint) > end - GAP:
                break
            left = self._paint(painter, left, middle, hint) + GAP
        painter.end()

    def _width(self, hint: Hint) -> float:
        metrics = QFontMetricsF(self._theme.fonts.of(Type.META))
        caps = chord_width(self._theme, hint.keys)
        return caps + WORD_GAP + metrics.horizontalAdvance(hint.words)

    def _paint(self, painter: QPainter, left: float, middle: float, hint: Hint) -> float:
        left = paint_chord(painter, left, middle, self._theme, hint.keys) + WORD_GAP
        words = TextBlock(self._theme, hint.words, Type.META)
        words.paint(painter, QPointF(left, middle - words.height / 2), Role.MUTED)
        return left + words.width

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
