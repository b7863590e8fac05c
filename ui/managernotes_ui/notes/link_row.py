"""A row under "Belongs to": icon, words, and at the right a kind or a key (SPEC §5.3)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.key_cap import key_cap_height, key_cap_width, paint_key_cap
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.uncover import RowCover

ROW = 36
LINK_ROLE = int(Qt.ItemDataRole.UserRole)
_ICON, _GAP = 14, 8

Index = QModelIndex | QPersistentModelIndex


class LinkRow(NamedTuple):
    """What a row says; one with a key is the invitation to link, the others hold notes' words."""

    text: str
    detail: str
    icon: Icon
    key: str = ""

    def words(self, *, tells: bool) -> str:
        """Return what a screen reader says; covered words only by name (SPEC §8)."""
        text = self.text if tells or self.key else COVERED
        return f"{text}, {self.detail}" if self.detail else text


class LinkRowDelegate(QStyledItemDelegate):
    """Draws rows of 36 with a hairline above each."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cover: RowCover | None = None

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row at the text scale."""
        return QSize(0, self._theme.scale.grow(ROW, 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: LinkRow = index.data(LINK_ROLE)
        theme, tokens = self._theme, self._theme.tokens
        rect = QRectF(option.rect)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), tokens.line)
        ground = rect.adjusted(0, 1, 0, 0)
        paint_row_ground(painter, ground, theme, hovered=hovered, selected=False, hairline=False)
        side = theme.icons.side(_ICON)
        at = QPointF(rect.left(), round(rect.top() + (rect.height() - side) / 2))
        theme.icons.paint(painter, at, row.icon, _ICON, tokens.muted if row.key else tokens.text)
        used = self._paint_right(painter, rect, row)
        room = rect.adjusted(side + _GAP, 0, -used - _GAP, 0)
        covers = not row.key and self._cover is not None and not self._cover.shows(index.row())
        words = TextBlock(theme, row.text, Type.LIST, room.width(), max_lines=1, covers=covers)
        place = QPointF(room.left(), room.top() + (room.height() - words.height) / 2)
        words.paint(painter, place, Role.MUTED if row.key else Role.TEXT)
        painter.restore()

    def _paint_right(self, painter: QPainter, rect: QRectF, row: LinkRow) -> float:
        """Draw the key or the detail at the right and return its width."""
        theme = self._theme
        if row.key:
            width = key_cap_width(theme, row.key)
            top = rect.top() + (rect.height() - key_cap_height(theme)) / 2
            paint_key_cap(painter, QPointF(rect.right() - width, round(top)), theme, row.key)
            return width
        font = theme.fonts.of(Type.META)
        painter.setFont(font)
        painter.setPen(theme.tokens.muted)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, right, row.detail)
        return QFontMetricsF(font).horizontalAdvance(row.detail)
