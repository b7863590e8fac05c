"""A chord of keys as caps side by side, one for each key (SPEC §4, key cap)."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from managernotes_ui.common.strings.keys import KEY_SIGNS, OR
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.key_cap import key_cap_height, key_cap_width, paint_key_cap
from managernotes_ui.widgets.text_block import TextBlock

GAP, OR_GAP = 4, 5
_OR = f" {OR} "


def chord(keys: str) -> tuple[str, ...]:
    """Return the caps of a chord: "Ctrl+Left" gives "Ctrl" and "←"; a lone plus stays."""
    if len(keys) <= 1:
        return (keys,) if keys else ()
    parts = keys.replace("++", "+\0").split("+")
    return tuple(KEY_SIGNS.get(part, part).replace("\0", "+") for part in parts if part)


def choices(keys: str) -> tuple[tuple[str, ...], ...]:
    """Return the chords that do the same: "[ or ]" gives two of one cap each."""
    return tuple(map(chord, keys.split(_OR)))


def chord_width(theme: Theme, keys: str) -> float:
    """Return the width of all caps, and the words between them, in pixels."""
    chords = choices(keys)
    caps = sum(key_cap_width(theme, cap) for caps in chords for cap in caps)
    gaps = GAP * sum(max(len(caps) - 1, 0) for caps in chords)
    return caps + gaps + _or_width(theme) * (len(chords) - 1)


def paint_chord(painter: QPainter, left: float, middle: float, theme: Theme, keys: str) -> float:
    """Draw the caps from `left` on, centred on the height `middle`; return where they end."""
    top = round(middle - key_cap_height(theme) / 2)
    for number, caps in enumerate(choices(keys)):
        if number:
            word = TextBlock(theme, OR, Type.META)
            at = QPointF(left + OR_GAP, middle - word.height / 2)
            word.paint(painter, at, Role.MUTED)
            left += _or_width(theme)
        for place, cap in enumerate(caps):
            at = QPointF(round(left + GAP if place else left), top)
            left = paint_key_cap(painter, at, theme, cap).right()
    return left


def _or_width(theme: Theme) -> float:
    return TextBlock(theme, OR, Type.META).width + 2 * OR_GAP
