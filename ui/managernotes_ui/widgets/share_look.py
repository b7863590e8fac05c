"""How far a note has got on its way to the person, in a list (SPEC §4)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from managernotes.domain.observation import ShareState
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme

GAP = 6

_ICONS = {
    ShareState.UNSAID: Icon.CIRCLE_DASHED,
    ShareState.PLANNED: Icon.CALENDAR,
    ShareState.SHARED: Icon.CHECK,
    ShareState.NOT_FOR_SHARING: Icon.LOCK,
    ShareState.RESPONDED: Icon.MESSAGE_SQUARE,
    ShareState.CHANGE_SEEN: Icon.SPROUT,
}


def share_icon(state: ShareState | None) -> Icon:
    """Return the icon of a state; None is a note that is not confirmed yet."""
    return Icon.INFO if state is None else _ICONS[state]


def share_width(theme: Theme, words: str, *, strong: bool = False) -> float:
    """Return the width of icon, gap and words in pixels."""
    metrics = QFontMetricsF(_font(theme, strong=strong))
    return theme.icons.side(14) + GAP + metrics.horizontalAdvance(words)


def paint_share(  # noqa: PLR0913 - what, where and how, by keyword
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    state: ShareState | None,
    words: str,
    *,
    strong: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
) -> float:
    """Draw icon and words at the right (or left) of a rect; return the left edge in pixels.

    `strong` is for what is still unsaid and carries its age: text colour, medium.
    """
    tokens = theme.tokens
    colour = tokens.text if strong else tokens.muted
    font = _font(theme, strong=strong)
    side = theme.icons.side(14)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - side - GAP + 1)
    left = rect.left()
    if align == Qt.AlignmentFlag.AlignRight:
        left = rect.right() - metrics.horizontalAdvance(shown) - side - GAP
    painter.save()
    at = QPointF(round(left), round(rect.top() + (rect.height() - side) / 2))
    theme.icons.paint(painter, at, share_icon(state), 14, colour)
    painter.setFont(font)
    painter.setPen(colour)
    room = QRectF(left + side + GAP, rect.top(), rect.right() - left, rect.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
    return left


def _font(theme: Theme, *, strong: bool) -> QFont:
    return theme.fonts.of(Type.META_MEDIUM if strong else Type.META)
