"""The sheet of paper with the recovery code; drawn straight to the printer, never to a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import FAMILY

_COLUMNS = 4
_MARGIN, _GAP, _ROW = 0.09, 0.02, 0.07
"""Parts of the sheet's width."""
_TITLE, _BODY, _NUMBER, _GROUP = 18.0, 11.0, 9.0, 20.0
"""Points."""
_WRAPPED = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class CodeSheet:
    """The groups of the code, and the day it was made; names neither vault nor computer."""

    groups: tuple[str, ...] = field(repr=False)
    day: date

    def draw(self, painter: QPainter, page: QRectF) -> None:
        """Draw the sheet; black on white, whatever the window looks like."""
        margin = page.width() * _MARGIN
        room = page.adjusted(margin, margin, -margin, -margin)
        painter.setPen(Qt.GlobalColor.black)
        top = _paragraph(painter, room, strings.SHEET_TITLE, _font(_TITLE, QFont.Weight.DemiBold))
        top = _paragraph(painter, _below(room, top), strings.SHEET_TEXT, _font(_BODY))
        top = self._draw_groups(painter, _below(room, top + room.width() * _GAP))
        made = strings.SHEET_DAY.format(day=DateWords().full(self.day))
        for words in (strings.SHEET_HOW, made):
            top = _paragraph(painter, _below(room, top), words, _font(_BODY))

    def _draw_groups(self, painter: QPainter, room: QRectF) -> float:
        width, height = room.width() / _COLUMNS, room.width() * _ROW
        number, letters = _font(_NUMBER), _font(_GROUP, QFont.Weight.Medium)
        letters.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 115)
        # No stylistic sets here: their glyphs have no letter of their own in a PDF, so that a
        # code copied out of it would lose its digits.
        for place, group in enumerate(self.groups):
            row, column = divmod(place, _COLUMNS)
            cell = QRectF(
                room.left() + column * width, room.top() + row * 2 * height, width, height
            )
            painter.setFont(number)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(place + 1))
            painter.setFont(letters)
            painter.drawText(cell.translated(0, height), Qt.AlignmentFlag.AlignCenter, group)
        rows = -(-len(self.groups) // _COLUMNS)
        return room.top() + (2 * rows + 1) * height


def _paragraph(painter: QPainter, room: QRectF, words: str, font: QFont) -> float:
    """Draw wrapped text and return where the next one begins."""
    painter.setFont(font)
    drawn = painter.boundingRect(room, _WRAPPED, words)
    painter.drawText(room, _WRAPPED, words)
    return drawn.bottom() + room.width() * _GAP


def _below(room: QRectF, top: float) -> QRectF:
    rest = QRectF(room)
    rest.setTop(top)
    return rest


def _font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font
