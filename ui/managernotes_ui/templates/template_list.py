"""How the list of templates is drawn: heads and rows of 28, one's own marked (SPEC §7.25)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.common.strings import templates as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.templates.template_words import TemplateLine
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock

_ROW, _HEAD, _FIRST_HEAD = 28, 32, 28
_PADDING, _GAP = 8, 8


class TemplateList(LineList):
    """Templates by group."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.LIST_NAME, holds_text=False)
        self.setItemDelegate(_TemplateRows(theme, self))


class _TemplateRows(QStyledItemDelegate):
    """Draws a head or a title."""

    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a head or a row at the text scale."""
        scale, line = self._theme.scale, index.data(LINE_ROLE)
        if line.key is None:
            return QSize(0, scale.grow(_HEAD if index.row() else _FIRST_HEAD, 16))
        return QSize(0, scale.grow(_ROW, 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: TemplateLine = index.data(LINE_ROLE)
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
        mark = TextBlock(self._theme, line.mark, Type.META)
        width = room.width() - (mark.width + _GAP if line.mark else 0)
        title = TextBlock(self._theme, line.text, Type.LIST, width, max_lines=1)
        top = room.center().y() - title.height / 2
        title.paint(painter, QPointF(room.left(), top), Role.TEXT)
        if line.mark:
            at = QPointF(room.right() - mark.width, room.center().y() - mark.height / 2)
            mark.paint(painter, at, Role.MUTED)
