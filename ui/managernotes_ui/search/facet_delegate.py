"""How tick boxes are drawn: heads 38, rows 28, the count at the right (SPEC §5.13)."""

from __future__ import annotations

from PySide6.QtCore import (
    QPointF,
    QRectF,
    QSize,
)
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from managernotes.domain.observation import Kind
from managernotes_ui.search.facet_model import LINE_ROLE, Facet, FacetLine, Index
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.marks import paint_check
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import kind_look, shown_look
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.tooltip import tooltip

ROW, HEAD, HEAD_BELOW, BOX, GAP = 28, 38, 6, 16, 8


class FacetDelegate(QStyledItemDelegate):
    """Draws heads and tick boxes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self, line: FacetLine) -> int:
        """Return a line's height in pixels."""
        grow = self._theme.scale.grow
        return grow(HEAD, 16) if isinstance(line, str) else grow(ROW, 20)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a line's height."""
        return QSize(0, self.height(index.data(LINE_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: FacetLine = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        if isinstance(line, str):
            head = TextBlock(self._theme, line, Type.META_MEDIUM, rect.width(), max_lines=1)
            at = QPointF(rect.left(), rect.bottom() - HEAD_BELOW - head.height)
            head.paint(painter, at, Role.MUTED)
        else:
            self._paint_facet(painter, rect, line)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the whole name where it is cut."""
        line = index.data(LINE_ROLE)
        is_cut = isinstance(line, Facet) and self._words(QRectF(option.rect), line)[1].is_cut
        QToolTip.showText(event.globalPos(), tooltip(line.words) if is_cut else "", view)
        return True

    def _words(self, rect: QRectF, facet: Facet) -> tuple[float, TextBlock]:
        """Return where the words of a box begin, and the words in the room they have."""
        theme = self._theme
        left = rect.left() + theme.scale.icon(BOX) + GAP
        if isinstance(facet.tick, Kind):
            left += theme.icons.side(14) + GAP
        right = rect.right()
        if facet.count is not None:
            right -= self._count(facet.count).width + GAP
        return left, TextBlock(theme, facet.words, Type.LIST, right - left, max_lines=1)

    def _count(self, count: int) -> TextBlock:
        return TextBlock(self._theme, f"{count:,}", Type.META, tabular=True)

    def _paint_facet(self, painter: QPainter, rect: QRectF, facet: Facet) -> None:
        theme = self._theme
        side, middle = theme.scale.icon(BOX), rect.center().y()
        box = QRectF(rect.left(), round(middle - side / 2), side, side)
        paint_check(painter, box, theme, on=facet.is_ticked)
        if isinstance(facet.tick, Kind):
            look = shown_look(theme, kind_look(facet.tick))
            at = QPointF(box.right() + GAP, round(middle - theme.icons.side(14) / 2))
            theme.icons.paint(painter, at, look.icon, 14, theme.tokens.of(look.role))
        if facet.count is not None:
            count = self._count(facet.count)
            at = QPointF(rect.right() - count.width, middle - count.height / 2)
            count.paint(painter, at, Role.MUTED)
        left, words = self._words(rect, facet)
        words.paint(painter, QPointF(left, middle - words.height / 2), Role.TEXT2)
