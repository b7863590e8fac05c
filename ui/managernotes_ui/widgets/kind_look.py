"""A kind is always icon, word and colour: the table, and how it is drawn (SPEC §1, §4)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from managernotes.domain.observation import Kind
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role

GAP = 6
"""Pixels between icon and word."""


class KindLook(NamedTuple):
    """Icon, word, colour, and the soft ground of the chip."""

    icon: Icon
    word: str
    role: Role
    soft: Role


_LOOKS = {
    Kind.WIN: KindLook(Icon.STAR, "win", Role.WIN, Role.WIN_SOFT),
    Kind.PRAISE_GIVEN: KindLook(Icon.HEART, "praise", Role.WIN, Role.WIN_SOFT),
    Kind.CONCERN: KindLook(Icon.FLAG, "concern", Role.CONCERN, Role.CONCERN_SOFT),
    Kind.FEEDBACK_GIVEN: KindLook(
        Icon.MESSAGE_SQUARE, "feedback", Role.FEEDBACK, Role.FEEDBACK_SOFT
    ),
    Kind.SUPPORT_GIVEN: KindLook(Icon.LIFE_BUOY, "support", Role.SUPPORT, Role.SUPPORT_SOFT),
    Kind.LESSON: KindLook(Icon.LIGHTBULB, "lesson", Role.LESSON, Role.LESSON_SOFT),
    Kind.GROWTH: KindLook(Icon.LIGHTBULB, "growth", Role.LESSON, Role.LESSON_SOFT),
    Kind.CONTEXT: KindLook(Icon.LAYERS, "context", Role.MUTED, Role.NEUTRAL_SOFT),
    Kind.THEIR_FEEDBACK_TO_ME: KindLook(
        Icon.MESSAGE_SQUARE, "their feedback", Role.FEEDBACK, Role.FEEDBACK_SOFT
    ),
    Kind.FEEDBACK_FROM_OTHERS: KindLook(
        Icon.MESSAGE_SQUARE, "from others", Role.FEEDBACK, Role.FEEDBACK_SOFT
    ),
    Kind.AGREEMENT_NOTE: KindLook(Icon.HANDSHAKE, "agreement", Role.MUTED, Role.NEUTRAL_SOFT),
    Kind.LOOSE: KindLook(Icon.STICKY_NOTE, "note", Role.MUTED, Role.NEUTRAL_SOFT),
}

ONE_ON_ONE = KindLook(Icon.USERS, "one-to-one", Role.MUTED, Role.NEUTRAL_SOFT)
"""A conversation in a timeline; it stays what it is in Discreet mode."""

COVERED = KindLook(Icon.CIRCLE, "note", Role.MUTED, Role.NEUTRAL_SOFT)
"""Every kind in Discreet mode (SPEC §8)."""


def kind_look(kind: Kind, *, covered: bool = False) -> KindLook:
    """Return how a kind looks; covered, they all look alike."""
    return COVERED if covered else _LOOKS[kind]


def shown_look(theme: Theme, look: KindLook) -> KindLook:
    """Return how a kind is drawn now: in discreet mode like every other (SPEC §8)."""
    return COVERED if theme.cover.kinds and look is not ONE_ON_ONE else look


def kind_width(theme: Theme, look: KindLook) -> float:
    """Return the width of icon, gap and word in pixels."""
    metrics = QFontMetricsF(theme.fonts.of(Type.META_MEDIUM))
    return theme.icons.side(14) + GAP + metrics.horizontalAdvance(look.word)


def paint_kind(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    look: KindLook,
    *,
    colour: Role | None = None,
) -> None:
    """Draw icon and word from the left of a rect, centred in its height; covered, all alike."""
    look, role = shown_look(theme, look), colour or look.role
    if theme.cover.kinds:
        role = look.role
    tokens = theme.tokens
    side = theme.icons.side(14)
    painter.save()
    at = QPointF(rect.left(), round(rect.top() + (rect.height() - side) / 2))
    theme.icons.paint(painter, at, look.icon, 14, tokens.of(role))
    font = theme.fonts.of(Type.META_MEDIUM)
    painter.setFont(font)
    painter.setPen(tokens.of(role))
    room = rect.adjusted(side + GAP, 0, 0, 0)
    word = QFontMetricsF(font).elidedText(look.word, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()
