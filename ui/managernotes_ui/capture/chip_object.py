"""How a chip stands in the text: one object, drawn as the chip of its token (SPEC §4)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from managernotes_ui.capture.chip_document import letters_of
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.chip import ChipLook, ambiguous_chip, chip_size, paint_chip

_OVER_MIDDLE = 1.5
"""Pixels by which a chip's middle stands over the middle of the small letters."""


class ChipObject(QPyTextObject):
    """Measures and draws the chips of one editor; looks are found by the letters."""

    def __init__(self, theme: Theme, *, tall: bool) -> None:
        super().__init__()
        self._theme = theme
        self._tall = tall
        self._looks: Mapping[str, ChipLook] = {}

    def show_looks(self, looks: Mapping[str, ChipLook]) -> bool:
        """Take the looks that chips have from now on; return whether any is another."""
        is_other = looks != self._looks
        self._looks = looks
        return is_other

    def look_of(self, letters: str) -> ChipLook:
        """Return how the chip for these letters looks."""
        return self._looks.get(letters) or ambiguous_chip(letters)

    def intrinsicSize(self, document: QTextDocument, _place: int, made: QTextFormat) -> QSizeF:
        """Return the room in the line: as wide as the chip, no higher than the letters."""
        width = self._size(document, made).width()
        return QSizeF(width, QFontMetricsF(document.defaultFont()).ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        _place: int,
        made: QTextFormat,
    ) -> None:
        """Draw the chip; the rect stands on the base line."""
        size = self._size(document, made)
        half = QFontMetricsF(document.defaultFont()).xHeight() / 2
        middle = rect.bottom() - half - _OVER_MIDDLE
        at = QRectF(rect.left(), round(middle - size.height() / 2), size.width(), size.height())
        paint_chip(painter, at, self._theme, self.look_of(letters_of(made)), tall=self._tall)

    def _size(self, document: QTextDocument, made: QTextFormat) -> QSizeF:
        """Return the chip's size; one longer than a line is cut to it."""
        size = chip_size(self._theme, self.look_of(letters_of(made)), tall=self._tall)
        line = document.textWidth()
        return QSizeF(min(size.width(), line), size.height()) if line > 0 else size
