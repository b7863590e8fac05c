"""Rows of the sidebar and lists like it: icon or dot, words, count or key (SPEC §3)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.key_cap import key_cap_height, key_cap_width, paint_key_cap
from managernotes_ui.widgets.row_ground import paint_row_ground

PADDING, GAP = 8, 8
_COLUMN = 16
_DOT = 8
_RING = 1.5


@dataclass(frozen=True, slots=True)
class NavLook:
    """One row: an icon, or a dot (True: something unsaid), words, and what stands right."""

    text: str
    icon: Icon | None = None
    icon_size: int = 16
    dot: bool | None = None
    count: str = ""
    key: str = ""
    muted: bool = False


def nav_height(theme: Theme, *, person: bool = False) -> int:
    """Return the height of a row in pixels: 32, a person's 28."""
    return theme.scale.grow(28 if person else 32, 20)


def paint_person_dot(painter: QPainter, centre: QPointF, theme: Theme, *, filled: bool) -> None:
    """Draw the 8 px dot of a person: filled when something is unsaid, else a ring."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = theme.scale.icon(_DOT) / 2
    if filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
    else:
        painter.setPen(QPen(tokens.control, _RING))
        radius -= _RING / 2
    painter.drawEllipse(centre, radius, radius)
    painter.restore()


def paint_nav_row(  # noqa: PLR0913 - the states of a row, by keyword
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    look: NavLook,
    *,
    hovered: bool,
    selected: bool,
    enabled: bool = True,
) -> None:
    """Draw a whole row."""
    tokens = theme.tokens
    paint_row_ground(
        painter,
        rect,
        theme,
        hovered=hovered,
        selected=selected,
        hairline=False,
        hover=Role.SIDE_HOVER,
    )
    inner = rect.adjusted(PADDING, 0, -PADDING, 0)
    painter.save()
    inner.setLeft(_paint_sign(painter, inner, theme, look, selected=selected))
    inner.setRight(_paint_right(painter, inner, theme, look))
    font = theme.fonts.of(Type.BUTTON if selected else Type.LIST)
    painter.setFont(font)
    colour = tokens.text if selected else tokens.muted if look.muted else tokens.text2
    painter.setPen(colour if enabled else tokens.disabled)
    words = QFontMetricsF(font).elidedText(
        look.text, Qt.TextElideMode.ElideRight, inner.width() + 1
    )
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


def _paint_sign(
    painter: QPainter, rect: QRectF, theme: Theme, look: NavLook, *, selected: bool
) -> float:
    if look.icon is None and look.dot is None:
        return rect.left()
    column = theme.scale.icon(_COLUMN)
    centre = QPointF(rect.left() + column / 2, rect.center().y())
    if look.icon is not None:
        side = theme.icons.side(look.icon_size)
        at = QPointF(round(centre.x() - side / 2), round(centre.y() - side / 2))
        colour = theme.tokens.accent if selected else theme.tokens.muted
        theme.icons.paint(painter, at, look.icon, look.icon_size, colour)
    else:
        paint_person_dot(painter, centre, theme, filled=bool(look.dot))
    return rect.left() + column + GAP


def _paint_right(painter: QPainter, rect: QRectF, theme: Theme, look: NavLook) -> float:
    right = rect.right()
    if look.key:
        right -= key_cap_width(theme, look.key)
        top = rect.top() + (rect.height() - key_cap_height(theme)) / 2
        paint_key_cap(painter, QPointF(round(right), round(top)), theme, look.key)
        right -= GAP
    if look.count:
        font = theme.fonts.of(Type.META, tabular=True)
        painter.setFont(font)
        painter.setPen(theme.tokens.muted)
        room = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, look.count
        )
        right -= QFontMetricsF(font).horizontalAdvance(look.count) + GAP
    return right
