"""How results are drawn: heads 36, notes 52, found letters marked (SPEC §5.13)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from managernotes.domain.observation import SearchHit
from managernotes_ui.search.hit_words import HitWords
from managernotes_ui.search.marked_text import marked_runs
from managernotes_ui.search.result_rows import (
    LINE_ROLE,
    HeadLine,
    HitLine,
    Index,
    MoreLine,
    ResultLine,
)
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import kind_look, kind_width, paint_kind, shown_look
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.tooltip import tooltip
from managernotes_ui.widgets.uncover import RowCover

PADDING, GAP = 12, 8
DATE, KIND = 72, 104
HEAD, HIT, MORE, HIT_TOP = 36, 52, 32, 8
HEAD_BASE = 6
LEAST_TEXT = 220
"""Narrower than this at text scale 1, the kind moves into the second line."""


class ResultDelegate(QStyledItemDelegate):
    """Draws heads, notes and "more"."""

    def __init__(self, theme: Theme, words: HitWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._cover: RowCover | None = None

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    def _covers(self, index: Index) -> bool:
        return self._cover is not None and not self._cover.shows(index.row())

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a line's height."""
        grow = self._theme.scale.grow
        match index.data(LINE_ROLE):
            case HeadLine():
                return QSize(0, grow(HEAD, 20))
            case MoreLine():
                return QSize(0, grow(MORE, 16))
        return QSize(0, grow(HIT, 20, 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        rect: QRect = option.rect
        line: ResultLine = index.data(LINE_ROLE)
        inner = QRectF(rect).adjusted(PADDING, 0, -PADDING, 0)
        if isinstance(line, HeadLine):
            self._paint_head(painter, inner, line)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        hairline = isinstance(line, HitLine)
        paint_row_ground(
            painter,
            QRectF(rect),
            self._theme,
            hovered=hovered,
            selected=selected,
            hairline=hairline,
        )
        if isinstance(line, HitLine):
            self._paint_hit(painter, inner, line, covers=self._covers(index))
        else:
            block = TextBlock(self._theme, line.words, Type.META_MEDIUM, inner.width(), max_lines=1)
            at = QPointF(inner.left(), inner.center().y() - block.height / 2)
            block.paint(painter, at, Role.ACCENT)

    def _paint_head(self, painter: QPainter, rect: QRectF, line: HeadLine) -> None:
        room = rect.width() - self._theme.scale.px(60)
        name = TextBlock(self._theme, line.name, Type.NAME, room, max_lines=1)
        top = rect.bottom() - HEAD_BASE - name.height
        name.paint(painter, QPointF(rect.left(), top))
        if line.count is not None:
            count = TextBlock(self._theme, f"{line.count:,}", Type.META, tabular=True)
            at = QPointF(rect.left() + name.width + GAP, top + (name.height - count.height) / 2 + 1)
            count.paint(painter, at, Role.MUTED)

    def _paint_hit(self, painter: QPainter, rect: QRectF, line: HitLine, *, covers: bool) -> None:
        theme, hit = self._theme, line.hit
        px = theme.scale.px
        top = rect.top() + HIT_TOP
        date = TextBlock(theme, self._words.day(hit), Type.LIST, px(DATE), max_lines=1)
        date.paint(painter, QPointF(rect.left(), top), Role.MUTED)
        text_left, text = self._text(rect, hit, covers=covers)
        meta_left, meta_top = text_left, top + px(20)
        look = shown_look(theme, kind_look(hit.kind))
        if self.is_compact(rect.width()):
            kind = QRectF(text_left, meta_top, kind_width(theme, look), px(16))
            meta_left = kind.right() + GAP
        else:
            kind = QRectF(text_left - px(KIND), top, px(KIND) - GAP, px(20))
        paint_kind(painter, kind, theme, look)
        text.paint(painter, QPointF(text_left, top), Role.MUTED if hit.restricted else Role.TEXT)
        room = rect.right() - meta_left
        words = self._words.meta(hit, tells=not covers)
        meta = TextBlock(theme, words, Type.META, room, max_lines=1)
        meta.paint(painter, QPointF(meta_left, meta_top), Role.MUTED)

    def _text(self, rect: QRectF, hit: SearchHit, *, covers: bool) -> tuple[float, TextBlock]:
        """Return where a note's words begin in a row, and the words in the room they have."""
        px = self._theme.scale.px
        left = rect.left() + px(DATE) + (0 if self.is_compact(rect.width()) else px(KIND))
        piece = self._words.piece(hit)
        runs = marked_runs(piece.text, piece.marks)
        room = rect.right() - left
        return left, TextBlock(
            self._theme, runs, Type.BODY, room, max_lines=1, covers=covers and not hit.restricted
        )

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the full date, and the words where they are cut."""
        line = index.data(LINE_ROLE)
        tip = ""
        if isinstance(line, HitLine):
            rect = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
            covers = self._covers(index)
            is_cut = self._text(rect, line.hit, covers=covers)[1].is_cut and not covers
            tip = self._words.tip(line.hit)
            tip += f": {self._words.text(line.hit)}" if is_cut else ""
        QToolTip.showText(event.globalPos(), tooltip(tip) if tip else "", view)
        return True

    def is_compact(self, width: float) -> bool:
        """Whether a row so wide, in pixels, has no column for the kind."""
        return width / self._theme.scale.text - DATE - KIND < LEAST_TEXT
