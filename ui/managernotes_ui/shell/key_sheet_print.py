"""The key sheet on paper: one page, black on white, nothing of the vault on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from managernotes_ui.common.strings import keys as strings
from managernotes_ui.shell.key_sheet_chord import choices
from managernotes_ui.shell.key_sheet_columns import (
    BELOW_GROUP,
    GAP,
    KEY_COLUMN,
    MOST_COLUMNS,
    ROW,
    column_height,
    columns_of,
)
from managernotes_ui.shell.key_sheet_groups import KeyEntry, KeyGroup
from managernotes_ui.style.fonts import Fonts, Type
from managernotes_ui.style.scale import Scale

WIDTH, HEAD = 1040, 48
_CAP_HEIGHT, _CAP_PADDING, _CAP_GAP, _CAP_RADIUS = 18, 5, 4, 4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def print_keys(groups: Sequence[KeyGroup], printer: QPrinter) -> None:
    """Print the groups; they are made as small as one page needs."""
    page = printer.pageRect(QPrinter.Unit.DevicePixel)
    columns = columns_of(groups, MOST_COLUMNS, 0, ROW)
    height = HEAD + max(column_height(column, ROW) for column in columns)
    painter = QPainter(printer)
    try:
        scale = min(page.width() / WIDTH, page.height() / height)
        painter.scale(scale, scale)
        _Sheet(painter).draw(columns)
    finally:
        painter.end()


class _Sheet:
    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._fonts = Fonts(Scale())

    def draw(self, columns: Sequence[Sequence[KeyGroup]]) -> None:
        """Draw title and columns."""
        self._words(QRectF(0, 0, WIDTH, HEAD - ROW / 2), strings.PRINT_TITLE, Type.SECTION)
        width = (WIDTH - GAP * (MOST_COLUMNS - 1)) / MOST_COLUMNS
        for number, column in enumerate(columns):
            at = QPointF(number * (width + GAP), HEAD)
            for group in column:
                at = self._group(at, width, group)

    def _group(self, at: QPointF, width: float, group: KeyGroup) -> QPointF:
        line = QRectF(at.x(), at.y(), width, ROW)
        self._words(line, group.title, Type.NAME)
        for entry in group.entries:
            line.translate(0, ROW)
            self._entry(line, entry)
        return QPointF(at.x(), line.bottom() + BELOW_GROUP)

    def _entry(self, line: QRectF, entry: KeyEntry) -> None:
        self._painter.setPen(QPen(Qt.GlobalColor.lightGray, 0.5))
        self._painter.drawLine(line.topLeft(), line.topRight())
        left = line.left()
        for number, caps in enumerate(choices(entry.keys)):
            if number:
                self._words(line.adjusted(left - line.left(), 0, 0, 0), strings.OR, Type.META)
                left += QFontMetricsF(self._fonts.of(Type.META)).horizontalAdvance(strings.OR)
                left += _CAP_GAP
            for cap in caps:
                left = self._cap(left, line, cap) + _CAP_GAP
        start = max(line.left() + KEY_COLUMN, left + _CAP_GAP)
        self._words(line.adjusted(start - line.left(), 0, 0, 0), entry.words, Type.LIST)

    def _cap(self, left: float, line: QRectF, words: str) -> float:
        font = self._fonts.of(Type.LABEL_MEDIUM)
        width = QFontMetricsF(font).horizontalAdvance(words) + 2 * _CAP_PADDING
        top = line.center().y() - _CAP_HEIGHT / 2
        box = QRectF(left, top, max(width, _CAP_HEIGHT), _CAP_HEIGHT)
        self._painter.setPen(QPen(Qt.GlobalColor.gray, 0.5))
        self._painter.drawRoundedRect(box, _CAP_RADIUS, _CAP_RADIUS)
        self._painter.setPen(Qt.GlobalColor.black)
        self._painter.setFont(font)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return box.right()

    def _words(self, line: QRectF, words: str, style: Type) -> None:
        self._painter.setPen(Qt.GlobalColor.black)
        self._painter.setFont(self._fonts.of(style))
        self._painter.drawText(line, _MIDDLE, words)
