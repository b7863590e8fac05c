"""The list of months at the left of the look-back (SPEC §7.26)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.reviews.look_back_words import MonthLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock

_PADDING, _ROW = 12, 48


class MonthList(LineList):
    """Months, newest first; the chosen one is shown beside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.MONTHS_NAME)
        self.setItemDelegate(_MonthRows(theme, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the height of all months; in a low window they scroll."""
        return QSize(super().sizeHint().width(), self.content_height)

    def minimumSizeHint(self) -> QSize:
        """Return room for one month."""
        return QSize(0, self._theme.scale.grow(_ROW, 20, 16))


class _MonthRows(QStyledItemDelegate):
    """A month over how it stands."""

    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return 48, and what the text grew."""
        return QSize(0, self._theme.scale.grow(_ROW, 20, 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one month."""
        line: MonthLine = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=selected,
            hairline=False,
        )
        cover = self._view.cover
        covers = bool(line.text) and cover is not None and not cover.shows(index.row())
        style = Type.BUTTON if selected else Type.LIST
        title = TextBlock(self._theme, line.title, style, room.width(), max_lines=1)
        words = line.text or line.detail
        detail = TextBlock(self._theme, words, Type.META, room.width(), max_lines=1, covers=covers)
        top = room.top() + (room.height() - title.height - detail.height) / 2
        if not words:
            top = room.top() + (room.height() - title.height) / 2
        title.paint(painter, QPointF(room.left(), top), Role.TEXT)
        if words:
            detail.paint(painter, QPointF(room.left(), top + title.height), Role.MUTED)
