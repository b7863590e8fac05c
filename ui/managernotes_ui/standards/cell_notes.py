"""The notes behind a cell of the grid: rows of 40 with day, kind, text and state (SPEC §5.11)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes.domain.observation import Kind, ShareState
from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import kind_look, paint_kind
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList, ListLine
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.share_look import paint_share, share_width
from managernotes_ui.widgets.text_block import TextBlock

REACH = 12
"""Pixels by which a chosen row reaches into the page's margins."""
ROW, DAY, KIND, GAP = 40, 64, 96, 16
STACKED_BELOW = 620
"""Content narrower than this, at text scale 1, has the state under the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNote(ListLine):
    """A note as its row says it."""

    kind: Kind
    day: str
    state: ShareState | None
    state_words: str
    is_urgent: bool = False
    """A concern that was not said: in text colour."""


class CellNotes(LineList):
    """Enter opens a note."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.NOTES)
        self.setItemDelegate(_NoteRows(theme, self))


class _NoteRows(QStyledItemDelegate):
    """Draws a note in four columns, or its state under its text."""

    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row at the text scale."""
        grow = self._theme.scale.grow
        return QSize(0, grow(ROW + 16, 20, 16) if self._is_stacked else grow(ROW, 20))

    @property
    def _is_stacked(self) -> bool:
        room = self._view.viewport().width() - 2 * REACH
        return room / self._theme.scale.text < STACKED_BELOW

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one note."""
        line: CellNote = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus(),
            padding=REACH,
        )
        scale = self._theme.scale
        room = rect.adjusted(REACH, 0, -REACH, 0)
        first = QRectF(room)
        if self._is_stacked:
            first.setHeight(scale.px(20))
            first.moveTop(rect.center().y() - scale.px(36) / 2)
        day = TextBlock(self._theme, line.day, Type.LIST, tabular=True)
        day.paint(painter, QPointF(first.left(), _middle(first, day)), Role.MUTED)
        left = first.left() + scale.px(DAY)
        kind = QRectF(left, first.top(), scale.px(KIND) - 4, first.height())
        paint_kind(painter, kind, self._theme, kind_look(line.kind))
        left += scale.px(KIND)
        cover = self._view.cover
        covers = cover is not None and not cover.shows(index.row())
        right = room.right() - (0 if self._is_stacked else self._state_width(line))
        text = TextBlock(
            self._theme, line.text, Type.BODY, right - left, max_lines=1, covers=covers
        )
        text.paint(painter, QPointF(left, _middle(first, text)), Role.TEXT)
        self._paint_state(painter, room, first, left, line)

    def _state_width(self, line: CellNote) -> float:
        strong = self._strong(line)
        return share_width(self._theme, line.state_words, strong=strong) + GAP

    def _strong(self, line: CellNote) -> bool:
        return line.is_urgent and not self._theme.cover.kinds

    def _paint_state(
        self, painter: QPainter, room: QRectF, first: QRectF, left: float, line: CellNote
    ) -> None:
        if line.state is None:
            return
        place, align = room, Qt.AlignmentFlag.AlignRight
        if self._is_stacked:
            height = self._theme.scale.px(16)
            place = QRectF(left, first.bottom(), room.right() - left, height)
            align = Qt.AlignmentFlag.AlignLeft
        strong = self._strong(line)
        paint_share(
            painter, place, self._theme, line.state, line.state_words, strong=strong, align=align
        )


def _middle(room: QRectF, block: TextBlock) -> float:
    return room.center().y() - block.height / 2
