"""How a list of talks is drawn: heads of 40, rows of 36 in six columns (SPEC §7.20)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.talks.talk_look import talk_look
from managernotes_ui.talks.talk_model import ROW_ROLE, Index, TalkHead
from managernotes_ui.talks.talk_words import TalkLine
from managernotes_ui.widgets.kind_look import paint_kind
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.state_words import paint_state, state_width
from managernotes_ui.widgets.text_block import Run, TextBlock
from managernotes_ui.widgets.uncover import RowCover

REACH = 12
"""Pixels by which a chosen row reaches into the page's margins."""
HEAD, HEAD_TOP, ROW, STACKED_ROW = 40, 14, 36, 56
DATE, TIME, NAME, TYPE, STATE = 84, 56, 124, 124, 164
BESIDE = 12
"""Pixels between the state and the button of a chosen row."""
STACKED_BELOW = 700
"""Content narrower than this, at text scale 1, has the text in a second line (SPEC §7, 38b)."""


class TalkDelegate(QStyledItemDelegate):
    """Draws heads and rows; `taken` is the width that the button of the chosen row takes."""

    def __init__(self, theme: Theme, view: QListView, *, names: bool = True) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._names = names
        self._cover: RowCover | None = None
        self.taken = 0

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a head or a row at the text scale."""
        scale = self._theme.scale
        if isinstance(index.data(ROW_ROLE), TalkHead):
            return QSize(0, scale.grow(HEAD, 20))
        if self._is_stacked(self._view.viewport().width()):
            return QSize(0, scale.grow(STACKED_ROW, 20, 20))
        return QSize(0, scale.grow(ROW, 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        if isinstance(line, TalkHead):
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
            line_at = QRectF(rect.left() + REACH, rect.top(), rect.width() - 2 * REACH, 1)
            painter.fillRect(line_at, self._theme.tokens.line)
        covers = self._cover is not None and not self._cover.shows(index.row())
        taken = self.taken + BESIDE if selected and self.taken else 0
        self._paint_row(painter, rect.adjusted(REACH, 0, -REACH, 0), line, taken, covers=covers)

    def _is_chosen(self, row: int) -> bool:
        current = self._view.currentIndex()
        return current.isValid() and current.row() == row

    def _is_stacked(self, width: float) -> bool:
        return (width - 2 * REACH) / self._theme.scale.text < STACKED_BELOW

    def _paint_head(self, painter: QPainter, rect: QRectF, head: TalkHead) -> None:
        at = QPointF(rect.left() + REACH, rect.bottom() - 26 * self._theme.scale.text)
        title = TextBlock(self._theme, head.title, Type.NAME)
        title.paint(painter, at, Role.TEXT)
        room = rect.width() - 2 * REACH - title.width - 8
        note = TextBlock(self._theme, head.note, Type.META, room, max_lines=1)
        beside = QPointF(at.x() + title.width + 8, at.y() + (title.height - note.height - 1))
        note.paint(painter, beside, Role.MUTED)

    def _paint_row(
        self, painter: QPainter, room: QRectF, line: TalkLine, taken: int, *, covers: bool
    ) -> None:
        scale, text_line = self._theme.scale, self._theme.fonts.line(Type.LIST)
        stacked = self._is_stacked(room.width() + 2 * REACH)
        block = 2 * text_line if stacked else text_line
        top = room.top() + (room.height() - block) / 2
        first = QRectF(room.left(), top, room.width(), text_line)
        left = self._paint_when(painter, first, line)
        if self._names:
            width = scale.px(NAME)
            name = TextBlock(self._theme, line.name, Type.BUTTON, width - 8, max_lines=1)
            name.paint(painter, QPointF(left, top), Role.TEXT)
            left += width
        sort = QRectF(left, top, scale.px(TYPE), text_line)
        paint_kind(painter, sort, self._theme, talk_look(line.row.type, covered=self._covers))
        left += scale.px(TYPE)
        state = QRectF(left, top, first.right() - taken - left, text_line)
        below = stacked and self._state_width(line) > state.width()
        if below:  # the state is never cut: it goes under the text's line, at its end (38b)
            state = first.translated(0, text_line)
        right = self._paint_state(painter, state, line)
        if stacked:
            end = right - BESIDE if below else room.right()
            left, right, top = room.left() + scale.px(DATE), end, top + text_line
        else:
            right = min(right - 8, room.right() - scale.px(STATE))
        words = TextBlock(
            self._theme, line.text, Type.BODY, right - left, max_lines=1, covers=covers
        )
        words.paint(painter, QPointF(left, top), Role.TEXT)

    def _state_width(self, line: TalkLine) -> float:
        return state_width(self._theme, line.state.words, strong=line.state.strong)

    def _paint_state(self, painter: QPainter, room: QRectF, line: TalkLine) -> float:
        said = line.state
        return paint_state(painter, room, self._theme, said.icon, said.words, strong=said.strong)

    @property
    def _covers(self) -> bool:
        return self._theme.cover.kinds

    def _paint_when(self, painter: QPainter, room: QRectF, line: TalkLine) -> float:
        """Draw day and time; return where the next column begins."""
        scale = self._theme.scale
        runs = [Run(line.day, role=Role.TEXT)]
        if line.date:
            runs.append(Run(f" {line.date}", role=Role.MUTED, tabular=True))
        width = scale.px(DATE)
        day = TextBlock(self._theme, runs, Type.LIST, width, max_lines=1)
        day.paint(painter, room.topLeft(), Role.TEXT)
        time = TextBlock(self._theme, line.time, Type.META, tabular=True)
        at = QPointF(room.left() + width, room.top() + (room.height() - time.height) / 2)
        time.paint(painter, at, Role.MUTED)
        return room.left() + width + scale.px(TIME)
