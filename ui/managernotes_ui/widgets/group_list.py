"""A list in groups: heads, and rows of 28 with a mark at the right (SPEC §7.25)."""

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

_ROW, _HEAD, _FIRST_HEAD = 28, 32, 28
_PADDING, _GAP, _STEP = 8, 8, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine(ListLine):
    """A head, or a row with what is said of it in a word."""

    mark: str = ""
    depth: int = 0
    """How far it is set in."""
    strong: bool = False


class GroupList(LineList):
    """Lines by group."""

    def __init__(self, theme: Theme, name: str, *, holds_text: bool) -> None:
        super().__init__(theme, name, holds_text=holds_text)
        self.setItemDelegate(_GroupRows(theme, self))


class _GroupRows(QStyledItemDelegate):
    """Draws a head or a title."""

    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a head or a row at the text scale."""
        scale, line = self._theme.scale, index.data(LINE_ROLE)
        if line.key is None:
            return QSize(0, scale.grow(_HEAD if index.row() else _FIRST_HEAD, 16))
        return QSize(0, scale.grow(_ROW, 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: GroupLine = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if line.key is None:
            head = TextBlock(self._theme, line.text, Type.META, room.width(), max_lines=1)
            head.paint(painter, QPointF(room.left(), room.bottom() - head.height - 6), Role.MUTED)
            return
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hairline=False,
        )
        room.setLeft(room.left() + line.depth * _STEP)
        mark = TextBlock(self._theme, line.mark, Type.META)
        width = room.width() - (mark.width + _GAP if line.mark else 0)
        style = Type.BUTTON if line.strong else Type.LIST
        covers = self._view.cover is not None and not self._view.cover.shows(index.row())
        title = TextBlock(self._theme, line.text, style, width, max_lines=1, covers=covers)
        top = room.center().y() - title.height / 2
        title.paint(painter, QPointF(room.left(), top), Role.TEXT)
        if line.mark:
            at = QPointF(room.right() - mark.width, room.center().y() - mark.height / 2)
            mark.paint(painter, at, Role.MUTED)
