"""How a narrow list beside a page is drawn: heads, and rows of a title over a muted line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList, ListLine
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock

_PADDING = 12
_HEAD, _FIRST_HEAD, _ROW = 32, 20, 48


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoLines(ListLine):
    """A head of the list, or a title and the line under it."""

    detail: str = ""


class TwoLineRows(QStyledItemDelegate):
    """Draws TwoLines; the title is covered where texts are, the line under it is not."""

    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a head or a row at the text scale."""
        scale = self._theme.scale
        if index.data(LINE_ROLE).key is not None:
            return QSize(0, scale.grow(_ROW, 20, 16))
        return QSize(0, scale.grow(_HEAD if index.row() else _FIRST_HEAD, 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: TwoLines = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if line.key is None:
            head = TextBlock(self._theme, line.text, Type.META_MEDIUM, room.width(), max_lines=1)
            head.paint(painter, QPointF(room.left(), room.bottom() - head.height - 4), Role.MUTED)
            return
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hairline=False,
        )
        cover = self._view.cover
        covers = cover is not None and not cover.shows(index.row())
        title = TextBlock(
            self._theme, line.text, Type.LIST, room.width(), max_lines=1, covers=covers
        )
        detail = TextBlock(self._theme, line.detail, Type.META, room.width(), max_lines=1)
        top = room.top() + (room.height() - title.height - detail.height) / 2
        title.paint(painter, QPointF(room.left(), top), Role.TEXT)
        detail.paint(painter, QPointF(room.left(), top + title.height), Role.MUTED)
