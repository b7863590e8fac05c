"""How a timeline's rows are drawn (SPEC §5.2, 38b): date, kind, text, state."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from managernotes.domain.observation import ShareState, TimelineRow
from managernotes_ui.people.timeline_model import ROW_ROLE, Index, NoteRow, TimelineModel
from managernotes_ui.people.timeline_shape import Head
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import kind_look, paint_kind
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.share_look import paint_share, share_width
from managernotes_ui.widgets.text_block import Run, TextBlock
from managernotes_ui.widgets.uncover import RowCover

REACH = 12
"""Pixels by which a chosen row reaches into the page's margins."""
DATE_WIDTH, DAY_WIDTH, KIND_WIDTH, STATE_WIDTH = 72, 23, 104, 124
ROW_TOP = 6
HEAD_TOP, HEAD_HEIGHT, NOTE_HEIGHT = 12, 38, 52
COMPACT_BELOW = 700
"""Content narrower than this, at text scale 1, puts the state first in the second line."""
TWO_LINES_FROM = 1.25


class TimelineDelegate(QStyledItemDelegate):
    """Draws month heads and notes; knows the two heights."""

    def __init__(self, theme: Theme, model: TimelineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = model.words
        self._cover: RowCover | None = None

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    @property
    def head_height(self) -> int:
        """Height of a month head in pixels."""
        return self._theme.scale.grow(HEAD_HEIGHT, 20)

    def note_height(self, width: int) -> int:
        """Return the height of a note's row in pixels, in a list of a width."""
        lines = (20, 20, 16) if self._text_lines(width) > 1 else (20, 16)
        return NOTE_HEIGHT + sum(map(self._theme.scale.px, lines)) - (20 + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        if isinstance(row, Head):
            self._paint_head(painter, QRectF(rect), row)
        elif isinstance(row, NoteRow):
            paint_row_ground(
                painter,
                QRectF(rect),
                self._theme,
                hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
                selected=bool(option.state & QStyle.StateFlag.State_Selected),
                padding=REACH,
            )
            room = QRectF(rect).adjusted(REACH, ROW_TOP, -REACH, 0)
            covers = self._cover is not None and not self._cover.shows(index.row())
            self._paint_note(painter, room, row, covers=covers)

    def _is_compact(self, width: float) -> bool:
        return (width - 2 * REACH) / self._theme.scale.text < COMPACT_BELOW

    def _text_lines(self, width: float) -> int:
        return 2 if self._is_compact(width) and self._theme.scale.text >= TWO_LINES_FROM else 1

    def _paint_head(self, painter: QPainter, rect: QRectF, head: Head) -> None:
        words = TextBlock(self._theme, self._words.month(head.month), Type.NAME)
        words.paint(painter, QPointF(rect.left() + REACH, rect.top() + HEAD_TOP), Role.TEXT)

    def _paint_note(self, painter: QPainter, room: QRectF, note: NoteRow, *, covers: bool) -> None:
        scale = self._theme.scale
        self._paint_date(painter, room, note)
        left = room.left() + scale.px(DATE_WIDTH)
        kind = QRectF(left, room.top(), scale.px(KIND_WIDTH), scale.px(20))
        paint_kind(painter, kind, self._theme, kind_look(note.outline.kind))
        left += scale.px(KIND_WIDTH)
        if note.row is None:
            return
        text = QRectF(left, room.top(), room.right() - left, room.height())
        compact = self._is_compact(room.width() + 2 * REACH)
        if not compact:
            self._paint_state_right(painter, room, note.row)
            text.setRight(room.right() - scale.px(STATE_WIDTH) - 8)
        self._paint_text(painter, text, note.row, compact=compact, covers=covers)

    def _paint_date(self, painter: QPainter, room: QRectF, note: NoteRow) -> None:
        day = note.outline.day
        figures = Run(str(day.day), MEDIUM, Role.TEXT, tabular=True)
        TextBlock(self._theme, [figures], Type.LIST).paint(painter, room.topLeft())
        at = QPointF(room.left() + self._theme.scale.px(DAY_WIDTH), room.top())
        TextBlock(self._theme, self._words.weekday(day), Type.LIST).paint(painter, at, Role.MUTED)

    def _paint_state_right(self, painter: QPainter, room: QRectF, row: TimelineRow) -> None:
        if row.share_state is None and not row.unconfirmed:
            return
        scale = self._theme.scale
        width = scale.px(STATE_WIDTH)
        rect = QRectF(room.right() - width, room.top(), width, scale.px(20))
        strong = row.share_state is ShareState.UNSAID and not self._theme.cover.kinds
        paint_share(
            painter, rect, self._theme, row.share_state, self._words.state(row), strong=strong
        )

    def _paint_text(
        self, painter: QPainter, room: QRectF, row: TimelineRow, *, compact: bool, covers: bool
    ) -> None:
        theme = self._theme
        lines = 2 if compact and theme.scale.text >= TWO_LINES_FROM else 1
        words = self._words.headline(row)
        headline = TextBlock(theme, words, Type.BODY, room.width(), max_lines=lines, covers=covers)
        headline.paint(painter, room.topLeft(), Role.TEXT)
        top = room.top() + headline.height
        meta_left = room.left()
        line = theme.scale.px(16)
        meta = self._words.meta(row)
        if compact and (row.share_state is not None or row.unconfirmed):
            meta_left = self._paint_state_first(painter, QPointF(room.left(), top), row)
            meta = f"· {meta}" if meta and not covers else meta
        if meta:
            width = room.right() - meta_left
            block = TextBlock(theme, meta, Type.META, width, max_lines=1, covers=covers)
            block.paint(painter, QPointF(meta_left, top + (line - block.height) / 2), Role.MUTED)

    def _paint_state_first(self, painter: QPainter, at: QPointF, row: TimelineRow) -> float:
        words = self._words.state(row)
        strong = row.share_state is ShareState.UNSAID and not self._theme.cover.kinds
        rect = QRectF(at.x(), at.y(), 10_000, self._theme.scale.px(16))
        left = Qt.AlignmentFlag.AlignLeft
        paint_share(painter, rect, self._theme, row.share_state, words, strong=strong, align=left)
        return at.x() + share_width(self._theme, words, strong=strong) + 8
