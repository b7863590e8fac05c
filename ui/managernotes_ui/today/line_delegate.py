"""How the lower lists' rows are drawn: promises with a box, talks with day and time (SPEC §5.1)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.marks import paint_check
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.today.rows_model import ROW_ROLE, Index
from managernotes_ui.today.today_rows import Head, PromiseRow, Row, TalkRow
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.uncover import RowCover

ROW, HEAD = 36, 28
REACH = 8
"""Pixels by which a chosen row's ground reaches into the margins."""
BOX, GAP, RADIUS = 16, 12, 6
WHO, DUE = 48, 72
DAY, TIME, NAME = 76, 40, 112
NARROW_DAY, NARROW_TIME, NARROW_NAME = 45, 36, 56
NARROW_BELOW = 440
"""A list narrower than this, at text scale 1, draws the columns of a talk closer."""
STACKED_BELOW = 300
"""A list narrower than this, at text scale 1, sets who and day under the text."""


class LineDelegate(QStyledItemDelegate):
    """Draws heads of 28 and rows of 36, each with a hairline above."""

    def __init__(self, theme: Theme, view: QWidget, cover: RowCover) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._cover = cover
        self.with_button: Row | None = None
        """The talk whose next step stands in it as a button."""
        self.button_room = 0

    def height(self, row: Row) -> int:
        """Return a row's height in pixels."""
        grow = self._theme.scale.grow
        if isinstance(row, Head):
            return grow(HEAD, 16)
        return grow(ROW, 20, 16) if self.is_stacked else grow(ROW, 20)

    @property
    def is_stacked(self) -> bool:
        """Whether a row needs two lines."""
        return self._room / self._theme.scale.text < STACKED_BELOW

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's height."""
        return QSize(0, self.height(index.data(ROW_ROLE)))

    def first_line(self, rect: QRect) -> QRect:
        """Return the part of a row that is as high as one of a single line."""
        return QRect(rect.left(), rect.top(), rect.width(), self._theme.scale.grow(ROW, 20))

    def box_of(self, rect: QRectF) -> QRectF:
        """Return where the box of a promise's row is."""
        side = self._theme.scale.icon(BOX)
        top = rect.top() + (self._theme.scale.grow(ROW, 20) - side) / 2
        return QRectF(rect.left() + REACH, round(top), side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        tokens = self._theme.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        line = QRectF(rect.left() + REACH, rect.top(), rect.width() - 2 * REACH, 1)
        painter.fillRect(line, tokens.line)
        inner = rect.adjusted(REACH, 0, -REACH, 0)
        if isinstance(row, Head):
            words = TextBlock(self._theme, row.text, Type.META_MEDIUM, inner.width(), max_lines=1)
            at = QPointF(inner.left(), inner.top() + (inner.height() - words.height) / 2)
            words.paint(painter, at, Role.MUTED)
            return
        if chosen or hovered:
            self._paint_ground(painter, rect.adjusted(0, 1, 0, 0), chosen=chosen)
        covers = not self._cover.shows(index.row())
        if isinstance(row, PromiseRow):
            self._paint_promise(painter, inner, row, covers=covers)
        elif isinstance(row, TalkRow):
            self._paint_talk(painter, inner, row, covers=covers)

    @property
    def _room(self) -> float:
        return self._view.width() - 2 * REACH

    def _paint_ground(self, painter: QPainter, rect: QRectF, *, chosen: bool) -> None:
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.selected if chosen else tokens.hover)
        painter.setBrush(tokens.selected if chosen else tokens.hover)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.restore()

    def _paint_promise(
        self, painter: QPainter, room: QRectF, row: PromiseRow, *, covers: bool
    ) -> None:
        theme, scale = self._theme, self._theme.scale
        first = QRectF(room.left(), room.top(), room.width(), scale.grow(ROW, 20))
        side = scale.icon(BOX)
        box = QRectF(first.left(), round(first.center().y() - side / 2), side, side)
        paint_check(painter, box, theme, on=False)
        left = room.left() + scale.icon(BOX) + GAP
        due_type = Type.META_MEDIUM if row.is_near else Type.META
        due = TextBlock(theme, row.due, due_type, max_lines=1)
        due_role = Role.TEXT if row.is_near else Role.MUTED
        if self.is_stacked:
            top = first.bottom() - (first.height() - scale.px(20)) / 2
            who = TextBlock(theme, row.who, Type.META, room.right() - left - due.width - GAP)
            who.paint(painter, QPointF(left, top), Role.MUTED)
            due.paint(painter, QPointF(room.right() - due.width, top), due_role)
            right = room.right()
        else:
            due.paint(painter, _centred(first, room.right() - due.width, due), due_role)
            right = room.right() - max(scale.px(DUE), due.width + GAP)
            who = TextBlock(theme, row.who, Type.META, max_lines=1)
            width = max(scale.px(WHO), min(who.width, scale.px(WHO) * 2))
            who = TextBlock(theme, row.who, Type.META, width, max_lines=1)
            who.paint(painter, _centred(first, right - width, who), Role.MUTED)
            right -= width + GAP
        text = TextBlock(theme, row.text, Type.BODY, right - left, max_lines=1, covers=covers)
        text.paint(painter, _centred(first, left, text), Role.TEXT)

    def _paint_talk(self, painter: QPainter, room: QRectF, row: TalkRow, *, covers: bool) -> None:
        theme, scale = self._theme, self._theme.scale
        narrow = room.width() / scale.text < NARROW_BELOW
        widths = (NARROW_DAY, NARROW_TIME, NARROW_NAME) if narrow else (DAY, TIME, NAME)
        first = QRectF(room.left(), room.top(), room.width(), scale.grow(ROW, 20))
        day_type = Type.META_MEDIUM if row.is_today else Type.META
        day_role = Role.TEXT if row.is_today else Role.MUTED
        cells = (
            (row.day, day_type, day_role),
            (row.time, Type.META, Role.MUTED),
            (row.who, Type.BUTTON, Role.TEXT),
        )
        left = room.left()
        for (words, style, role), cell in zip(cells, widths, strict=True):
            width = scale.px(cell)
            block = TextBlock(theme, words, style, width, max_lines=1, tabular=True)
            block.paint(painter, _centred(first, left, block), role)
            left += width + GAP
        right = room.right() - (self.button_room if row is self.with_button else 0)
        if self.is_stacked:
            left = room.left()
            first.translate(0, scale.px(18))
        text = TextBlock(theme, row.text, Type.META, right - left, max_lines=1, covers=covers)
        text.paint(painter, _centred(first, left, text), Role.MUTED)


def _centred(room: QRectF, left: float, block: TextBlock) -> QPointF:
    return QPointF(left, room.top() + (room.height() - block.height) / 2)
