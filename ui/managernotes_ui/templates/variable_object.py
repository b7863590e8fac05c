"""How a variable stands in the text of a template: one object, drawn as its name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from managernotes_ui.capture.chip_document import letters_of
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.variable_chip import paint_variable, variable_size

_BESIDE = 1
_OVER_MIDDLE = 1.5


class VariableObject(QPyTextObject):
    """Measures and draws the variables of one editor."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def intrinsicSize(self, document: QTextDocument, _place: int, made: QTextFormat) -> QSizeF:
        """Return the room in the line: as wide as the name, no higher than the letters."""
        width = variable_size(self._theme, name_of(letters_of(made))).width() + 2 * _BESIDE
        line = document.textWidth()
        height = QFontMetricsF(document.defaultFont()).ascent()
        return QSizeF(min(width, line) if line > 0 else width, height)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        _place: int,
        made: QTextFormat,
    ) -> None:
        """Draw the variable; the rect stands on the base line."""
        name = name_of(letters_of(made))
        height = variable_size(self._theme, name).height()
        half = QFontMetricsF(document.defaultFont()).xHeight() / 2
        middle = rect.bottom() - half - _OVER_MIDDLE
        at = QRectF(rect.left() + _BESIDE, round(middle - height / 2), 0, height)
        at.setWidth(rect.width() - 2 * _BESIDE)
        paint_variable(painter, at, self._theme, name)


def name_of(letters: str) -> str:
    """Return the name that "{{name}}" stands for."""
    return letters.strip("{} ")
