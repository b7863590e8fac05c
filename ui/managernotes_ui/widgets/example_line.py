"""An example in an empty list: a captured line as it would look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes.domain.observation import Kind
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.chip import ChipLook, chip_size, date_chip, kind_chip, paint_chip
from managernotes_ui.widgets.kind_look import kind_look
from managernotes_ui.widgets.text_block import TextBlock

GAP = 4


class ExampleLine(QWidget):
    """A capture line as it would look: a win, words, a day; only to be read."""

    def __init__(self, theme: Theme, words: str, day: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._day = day
        self.setAccessibleName(f"{kind_look(Kind.WIN).word} {words} {day}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return two lines."""
        return QSize(320, 2 * self._theme.fonts.line(Type.EDITOR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw chip and words, word by word, so that they wrap as in the composer."""
        painter = QPainter(self)
        parts: list[ChipLook | str] = [kind_chip(kind_look(Kind.WIN))]
        parts += self._words.split()
        parts.append(date_chip(self._day))
        line = self._theme.fonts.line(Type.EDITOR)
        left, top = 0.0, 0.0
        for part in parts:
            width = self._width(part)
            if left + width > self.width():
                left, top = 0.0, top + line
            self._draw(painter, QRectF(left, top, width, line), part)
            left += width + GAP
        painter.end()

    def _width(self, part: ChipLook | str) -> float:
        if isinstance(part, ChipLook):
            return chip_size(self._theme, part).width()
        return TextBlock(self._theme, part, Type.BODY).width

    def _draw(self, painter: QPainter, room: QRectF, part: ChipLook | str) -> None:
        if isinstance(part, ChipLook):
            height = chip_size(self._theme, part).height()
            top = room.top() + (room.height() - height) / 2
            chip = QRectF(room.left(), top, room.width(), height)
            paint_chip(painter, chip, self._theme, part)
            return
        block = TextBlock(self._theme, part, Type.BODY)
        at = QPointF(room.left(), room.top() + (room.height() - block.height) / 2)
        block.paint(painter, at, Role.TEXT)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
