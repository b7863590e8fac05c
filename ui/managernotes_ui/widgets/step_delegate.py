"""Steps of a preparation: a ring with a number, a check when done (SPEC §4)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.row_ground import paint_row_ground

NUMBER_ROLE = int(Qt.ItemDataRole.UserRole) + 41
DONE_ROLE = int(Qt.ItemDataRole.UserRole) + 42
_HEIGHT, _LINE, _RING, _PADDING, _GAP = 36, 20, 20, 8, 12


@dataclass(frozen=True, slots=True)
class StepLook:
    """One step: its words, the number in the ring, and whether it is done."""

    text: str
    number: int
    done: bool = False


def paint_step(
    painter: QPainter, rect: QRectF, theme: Theme, look: StepLook, *, current: bool
) -> None:
    """Draw a step row in its rect."""
    tokens = theme.tokens
    paint_row_ground(painter, rect, theme, hovered=False, selected=current, hairline=False)
    side = theme.scale.icon(_RING)
    ring = QRectF(rect.left() + _PADDING, rect.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.done:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent_soft)
        painter.drawEllipse(ring)
        icon = theme.icons.side(12)
        at = ring.center() - QPointF(icon / 2, icon / 2)
        theme.icons.paint(painter, at, Icon.CHECK, 12, tokens.accent)
    else:
        painter.setPen(QPen(tokens.accent if current else tokens.line2, 1.5))
        painter.drawEllipse(ring.adjusted(0.75, 0.75, -0.75, -0.75))
        painter.setPen(tokens.accent if current else tokens.muted)
        painter.setFont(theme.fonts.of(Type.LABEL_MEDIUM))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(look.number))
    font = theme.fonts.of(Type.BUTTON if current else Type.LIST)
    painter.setFont(font)
    painter.setPen(tokens.text if current else tokens.text2)
    room = QRectF(rect)
    room.setLeft(ring.right() + _GAP)
    room.setRight(rect.right() - _PADDING)
    words = QFontMetricsF(font).elidedText(look.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


class StepDelegate(QStyledItemDelegate):
    """Draws a list of steps; the model gives NUMBER_ROLE and DONE_ROLE beside the words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a step."""
        return QSize(0, self._theme.scale.grow(_HEIGHT, _LINE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one step."""
        look = StepLook(
            str(index.data() or ""),
            int(index.data(NUMBER_ROLE) or 0),
            bool(index.data(DONE_ROLE)),
        )
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_step(painter, QRectF(option.rect), self._theme, look, current=current)
