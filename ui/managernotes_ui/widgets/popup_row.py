"""Rows of menus, selects and completers, drawn alike (SPEC §4)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import Run, TextBlock
from managernotes_ui.widgets.uncover import RowCover

PADDING, GAP = 8, 8
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 40
"""The item role under which a PopupRow may stand; without it the display text is the row."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PopupRow:
    """One line: icon, words (runs for found letters), and at the right an alias or a key."""

    text: str | tuple[Run, ...]
    icon: Icon | None = None
    detail: str = ""
    role: Role = Role.TEXT
    icon_role: Role = Role.MUTED
    holds_text: bool = False
    """Whether the words are a note's own, which are covered in discreet mode (SPEC §8)."""

    @property
    def words(self) -> str:
        """The words without their runs."""
        return self.text if isinstance(self.text, str) else "".join(r.text for r in self.text)


def popup_row_width(theme: Theme, row: PopupRow) -> float:
    """Return the width that shows the whole row, in pixels."""
    words = QFontMetricsF(theme.fonts.of(Type.BUTTON)).horizontalAdvance(row.words)
    sign = theme.icons.side(14) + GAP if row.icon is not None else 0
    detail = 0.0
    if row.detail:
        metrics = QFontMetricsF(theme.fonts.of(Type.META))
        detail = metrics.horizontalAdvance(row.detail) + 3 * GAP
    return words + sign + detail + 2 * PADDING


def paint_popup_row(  # noqa: PLR0913 - the states of a row, by keyword
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    row: PopupRow,
    *,
    chosen: bool,
    enabled: bool,
    covers: bool = False,
) -> None:
    """Draw a row in its rect."""
    tokens = theme.tokens
    paint_row_ground(painter, rect, theme, hovered=False, selected=chosen, hairline=False)
    inner = rect.adjusted(PADDING, 0, -PADDING, 0)
    painter.save()
    if row.icon is not None:
        side = theme.icons.side(14)
        at = QPointF(inner.left(), round(inner.top() + (inner.height() - side) / 2))
        colour = tokens.of(row.icon_role) if enabled else tokens.disabled
        theme.icons.paint(painter, at, row.icon, 14, colour)
        inner.setLeft(inner.left() + side + GAP)
    if row.detail:
        font = theme.fonts.of(Type.META)
        painter.setFont(font)
        painter.setPen(tokens.muted if enabled else tokens.disabled)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, row.detail)
        used = QFontMetricsF(font).horizontalAdvance(row.detail) + GAP
        inner.setRight(inner.right() - used)
    words = TextBlock(theme, row.text, Type.LIST, inner.width(), max_lines=1, covers=covers)
    at = QPointF(inner.left(), inner.top() + (inner.height() - words.height) / 2)
    words.paint(painter, at, row.role if enabled else Role.DISABLED)
    painter.restore()


class PopupRowDelegate(QStyledItemDelegate):
    """Draws the items of a select or completer as popup rows."""

    def __init__(self, theme: Theme, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._cover: RowCover | None = None

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the row's height, grown by the text scale, and its natural width."""
        row = _row_of(index)
        width = round(popup_row_width(self._theme, row))
        return QSize(width, self._theme.scale.grow(self._height, 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row; the pointer and the arrows move the same choice."""
        chosen = bool(
            option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        )
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        row = _row_of(index)
        covers = row.holds_text and self._cover is not None and not self._cover.shows(index.row())
        paint_popup_row(
            painter,
            QRectF(option.rect),
            self._theme,
            row,
            chosen=chosen,
            enabled=enabled,
            covers=covers,
        )


def _row_of(index: Index) -> PopupRow:
    row = index.data(ROW_ROLE)
    return row if isinstance(row, PopupRow) else PopupRow(str(index.data() or ""))
