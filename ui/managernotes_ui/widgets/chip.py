"""Chips: people, kinds, tags and days as small coloured labels (SPEC §4)."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from managernotes_ui.style.fonts import MEDIUM
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import KindLook

RADIUS = 6
_GAP = 4


class ChipLook(NamedTuple):
    """What a chip shows: words, their colour, the ground, an icon; `outline` has no ground."""

    text: str
    role: Role
    soft: Role
    icon: Icon | None = None
    outline: bool = False


def person_chip(name: str) -> ChipLook:
    """Return the chip of a person."""
    return ChipLook(name, Role.ACCENT, Role.ACCENT_SOFT, Icon.USER)


def kind_chip(look: KindLook) -> ChipLook:
    """Return the chip of a kind."""
    return ChipLook(look.word, look.role, look.soft, look.icon)


def tag_chip(tag: str) -> ChipLook:
    """Return the chip of a tag, its hash included."""
    return ChipLook(tag, Role.TEXT2, Role.NEUTRAL_SOFT)


def date_chip(words: str) -> ChipLook:
    """Return the chip of the day something happened."""
    return ChipLook(words, Role.TEXT2, Role.NEUTRAL_SOFT, Icon.CALENDAR)


def come_back_chip(words: str) -> ChipLook:
    """Return the chip of a day to come back to it."""
    return ChipLook(words, Role.TEXT2, Role.NEUTRAL_SOFT, Icon.CLOCK)


def ambiguous_chip(words: str) -> ChipLook:
    """Return the chip of a token that needs an answer first."""
    return ChipLook(words, Role.DANGER, Role.DANGER_SOFT)


def outline_chip(words: str, icon: Icon | None = None) -> ChipLook:
    """Return a chip without ground: the place where a new one can be put."""
    return ChipLook(words, Role.TEXT2, Role.LINE2, icon, outline=True)


def chip_size(theme: Theme, look: ChipLook, *, tall: bool = False) -> QSizeF:
    """Return a chip's size in pixels; `tall` is the 26 px one of the capture line."""
    height, line, padding = (26, 20, 8) if tall else (22, 16, 7)
    metrics = QFontMetricsF(_font(theme, tall=tall))
    width = metrics.horizontalAdvance(look.text) + 2 * padding
    if look.icon is not None:
        width += theme.icons.side(12) + _GAP
    return QSizeF(math.ceil(width), theme.scale.grow(height, line))


def paint_chip(
    painter: QPainter, rect: QRectF, theme: Theme, look: ChipLook, *, tall: bool = False
) -> None:
    """Draw a chip in a rect of its size; words that have no room end in an ellipsis."""
    tokens = theme.tokens
    padding = 8 if tall else 7
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.outline:
        painter.setPen(QPen(tokens.of(look.soft), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 0.5, RADIUS - 0.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.of(look.soft))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
    room = rect.adjusted(padding, 0, -padding + 1, 0)
    if look.icon is not None:
        side = theme.icons.side(12)
        at = QPointF(room.left(), room.top() + round((room.height() - side) / 2))
        theme.icons.paint(painter, at, look.icon, 12, tokens.of(look.role))
        room.setLeft(room.left() + side + _GAP)
    font = _font(theme, tall=tall)
    painter.setFont(font)
    painter.setPen(tokens.of(look.role))
    metrics = QFontMetricsF(font)
    words = metrics.elidedText(look.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


def _font(theme: Theme, *, tall: bool) -> QFont:
    return theme.fonts.font(14 if tall else 12, MEDIUM)


class ChipButton(QAbstractButton):
    """A chip that can be clicked; `name` tells a screen reader what that does."""

    def __init__(
        self, theme: Theme, look: ChipLook, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self.setText(look.text)
        self.setAccessibleName(name or look.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_look(self, look: ChipLook) -> None:
        """Show something else."""
        self._look = look
        self.setText(look.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the chip's size."""
        return chip_size(self._theme, self._look).toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._theme, self._look)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
