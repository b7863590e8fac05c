"""How a list of promises is drawn: heads of 40, rows of 52 in five columns (SPEC §7)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.promises.promise_model import ROW_ROLE, Index
from managernotes_ui.promises.promise_words import PromiseHead, PromiseLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.marks import paint_check
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.state_words import paint_state
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.uncover import RowCover

REACH = 12
"""Pixels by which a chosen row reaches into the page's margins."""
HEAD, ROW, STACKED_ROW = 40, 52, 72
BOX, BESIDE_BOX, GAP = 16, 12, 12
WHO, DUE, STATE = 120, 136, 184
STACKED_BELOW = 760
"""Content narrower than this, at text scale 1, has who, day and state in a third line."""


class PromiseDelegate(QStyledItemDelegate):
    """Draws heads and rows; `taken` is the width that the buttons of the chosen row take."""

    def __init__(self, theme: Theme, view: QListView, *, names: bool) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._cover: RowCover | None = None
        self._names = names
        self.taken = 0

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    @property
    def is_stacked(self) -> bool:
        """Whether a row needs three lines."""
        room = self._view.viewport().width() - 2 * REACH
        return room / self._theme.scale.text < STACKED_BELOW

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a head or a row at the text scale."""
        grow = self._theme.scale.grow
        if isinstance(index.data(ROW_ROLE), PromiseHead):
            return QSize(0, grow(HEAD, 20))
        return QSize(0, grow(STACKED_ROW, 20, 16, 16) if self.is_stacked else grow(ROW, 20, 16))

    def box_of(self, row: QRectF) -> QRectF:
        """Return where the box of a row is."""
        side = self._theme.scale.icon(BOX)
        top = row.top() + (row.height() - side) / 2
        return QRectF(row.left() + REACH, round(top), side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        if isinstance(line, PromiseHead):
            self._paint_head(painter, rect, line)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=selected,
            hairline=False,
            padding=REACH,
        )
        if not selected and not self._is_chosen(index.row() - 1):
            above = QRectF(rect.left() + REACH, rect.top(), rect.width() - 2 * REACH, 1)
            painter.fillRect(above, self._theme.tokens.line)
        paint_check(painter, self.box_of(rect), self._theme, on=line.is_kept)
        covers = self._cover is not None and not self._cover.shows(index.row())
        left = self._theme.scale.icon(BOX) + BESIDE_BOX
        room = rect.adjusted(REACH + left, 0, -REACH, 0)
        taken = self.taken if selected else 0
        if self.is_stacked:
            self._paint_stacked(painter, room, line, taken, covers=covers)
        else:
            self._paint_columns(painter, room, line, taken, covers=covers)

    def _is_chosen(self, row: int) -> bool:
        current = self._view.currentIndex()
        return current.isValid() and current.row() == row

    def _paint_head(self, painter: QPainter, rect: QRectF, head: PromiseHead) -> None:
        at = QPointF(rect.left() + REACH, rect.bottom() - 26 * self._theme.scale.text)
        title = TextBlock(self._theme, head.title, Type.NAME)
        title.paint(painter, at, Role.TEXT)
        room = rect.width() - 2 * REACH - title.width - 8
        note = TextBlock(self._theme, head.note, Type.META, room, max_lines=1)
        beside = QPointF(at.x() + title.width + 8, at.y() + (title.height - note.height - 1))
        note.paint(painter, beside, Role.MUTED)

    def _paint_columns(
        self, painter: QPainter, room: QRectF, line: PromiseLine, taken: int, *, covers: bool
    ) -> None:
        scale = self._theme.scale
        state_left = room.right() - scale.px(STATE)
        due_left = state_left - GAP - scale.px(DUE)
        who_left = due_left - GAP - scale.px(WHO)
        text_right = who_left - GAP if self._names else due_left - GAP
        self._paint_pair(painter, room, line, text_right - room.left(), covers=covers)
        if self._names:
            who = TextBlock(self._theme, line.who, Type.LIST, scale.px(WHO), max_lines=1)
            who.paint(painter, QPointF(who_left, _centre(room, who.height)), Role.TEXT2)
        self._paint_due(painter, room, line, due_left)
        if not taken:
            cell = QRectF(state_left, room.top(), room.right() - state_left, room.height())
            self._paint_state(painter, cell, line)

    def _paint_pair(
        self, painter: QPainter, room: QRectF, line: PromiseLine, width: float, *, covers: bool
    ) -> None:
        text = TextBlock(self._theme, line.text, Type.BODY, width, max_lines=1, covers=covers)
        source = TextBlock(self._theme, line.source, Type.META, width, max_lines=1, covers=covers)
        top = _centre(room, text.height + source.height)
        text.paint(painter, QPointF(room.left(), top), Role.MUTED if line.is_kept else Role.TEXT)
        source.paint(painter, QPointF(room.left(), top + text.height), Role.MUTED)

    def _paint_due(self, painter: QPainter, room: QRectF, line: PromiseLine, left: float) -> None:
        width = self._theme.scale.px(DUE)
        style = Type.BUTTON if line.is_near else Type.LIST
        due = TextBlock(self._theme, line.due, style, width, max_lines=1, tabular=True)
        first = TextBlock(self._theme, line.first, Type.META, width, max_lines=1, tabular=True)
        top = _centre(room, due.height + (first.height if line.first else 0))
        due.paint(painter, QPointF(left, top), Role.TEXT)
        first.paint(painter, QPointF(left, top + due.height), Role.MUTED)

    def _paint_state(self, painter: QPainter, cell: QRectF, line: PromiseLine) -> None:
        state = line.state
        paint_state(painter, cell, self._theme, state.icon, state.words, strong=state.strong)

    def _paint_stacked(
        self, painter: QPainter, room: QRectF, line: PromiseLine, taken: int, *, covers: bool
    ) -> None:
        theme = self._theme
        text = TextBlock(theme, line.text, Type.BODY, room.width(), max_lines=1, covers=covers)
        width = room.width() - taken
        source = TextBlock(theme, line.source, Type.META, room.width(), max_lines=1, covers=covers)
        when = " · ".join(filter(None, (line.who if self._names else "", line.due, line.first)))
        below = TextBlock(theme, when, Type.META, width * 2 / 3, max_lines=1)
        top = _centre(room, text.height + source.height + below.height)
        text.paint(painter, QPointF(room.left(), top), Role.MUTED if line.is_kept else Role.TEXT)
        source.paint(painter, QPointF(room.left(), top + text.height), Role.MUTED)
        third = top + text.height + source.height
        below.paint(painter, QPointF(room.left(), third), Role.TEXT2)
        if not taken:
            left = room.left() + below.width + GAP
            cell = QRectF(left, third, room.right() - left, below.height)
            self._paint_state(painter, cell, line)


def _centre(room: QRectF, height: float) -> float:
    return room.top() + (room.height() - height) / 2
