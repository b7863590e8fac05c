"""How a row of the people list is drawn: dot, name over role and team, unsaid, last note."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from managernotes.domain.observation import ShareState
from managernotes_ui.people.people_list_model import ROW_ROLE, Index
from managernotes_ui.people.people_list_vm import PersonRow
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.nav_row import paint_person_dot
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.share_look import paint_share
from managernotes_ui.widgets.text_block import TextBlock

HEIGHT, ROW_TOP = 52, 7
REACH = 12
"""Pixels by which a chosen row reaches into the page's margins."""
DOT_COLUMN, GAP = 16, 8
UNSAID_WIDTH, LAST_WIDTH = 104, 132
STACKED_BELOW = 560
"""A row narrower than this, at text scale 1, has the last note under what is unsaid."""


class PersonRowDelegate(QStyledItemDelegate):
    """Draws rows of 52."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines at the text scale."""
        return QSize(0, self._theme.scale.grow(HEIGHT, 20, 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: PersonRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            padding=REACH,
        )
        line = self._theme.fonts.line(Type.NAME)
        alone = not row.about and not self._is_stacked(rect.width())
        top = (rect.height() - line) / 2 if alone else ROW_TOP
        room = rect.adjusted(REACH, top, -REACH, 0)
        column = self._theme.scale.icon(DOT_COLUMN)
        centre = QPointF(room.left() + column / 2, room.top() + line / 2)
        paint_person_dot(painter, centre, self._theme, filled=row.unsaid > 0)
        right = self._paint_right(painter, room, row)
        left = room.left() + column + GAP
        self._paint_words(painter, QRectF(left, room.top(), right - left, room.height()), row)

    def _is_stacked(self, width: float) -> bool:
        return width / self._theme.scale.text < STACKED_BELOW

    def _paint_words(self, painter: QPainter, room: QRectF, row: PersonRow) -> None:
        name = TextBlock(self._theme, row.name, Type.NAME, room.width(), max_lines=1)
        name.paint(painter, room.topLeft(), Role.TEXT)
        if not row.about:
            return
        about = TextBlock(self._theme, row.about, Type.META, room.width(), max_lines=1)
        about.paint(painter, room.topLeft() + QPointF(0, name.height), Role.MUTED)

    def _paint_right(self, painter: QPainter, room: QRectF, row: PersonRow) -> float:
        """Draw what is unsaid and the last note; return where they begin."""
        scale, line = self._theme.scale, self._theme.fonts.line(Type.NAME)
        last_width, unsaid_width = scale.px(LAST_WIDTH), scale.px(UNSAID_WIDTH)
        stacked = self._is_stacked(room.width() + 2 * REACH)
        unsaid = QRectF(room.right() - unsaid_width, room.top(), unsaid_width, line)
        below = line if stacked else 0
        if not stacked:
            unsaid.translate(-last_width, 0)
        if row.unsaid:
            state = ShareState.UNSAID
            paint_share(painter, unsaid, self._theme, state, row.unsaid_words, strong=True)
        last = TextBlock(self._theme, row.last_note, Type.META, last_width, max_lines=1)
        inset = 0 if stacked else (line - last.height) / 2
        at = QPointF(room.right() - last.width, room.top() + below + inset)
        last.paint(painter, at, Role.MUTED)
        return (room.right() - last_width if stacked else unsaid.left()) - GAP
