"""A chord of keys as caps side by side, one for each key (SPEC §4, key cap)."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from managernotes_ui.common.strings.keys import KEY_SIGNS
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.key_cap import key_cap_height, key_cap_width, paint_key_cap

GAP = 4


def chord(keys: str) -> tuple[str, ...]:
    """Return the caps of a chord: "Ctrl+Left" gives "Ctrl" and "←"; a lone plus stays."""
    if len(keys) <= 1:
        return (keys,) if keys else ()
    parts = keys.replace("++", "+\0").split("+")
    return tuple(KEY_SIGNS.get(part, part).replace("\0", "+") for part in parts if part)


def chord_width(theme: Theme, keys: str) -> float:
    """Return the width of all caps of a chord in pixels."""
    caps = chord(keys)
    return sum(key_cap_width(theme, cap) for cap in caps) + GAP * max(len(caps) - 1, 0)


def paint_chord(painter: QPainter, left: float, middle: float, theme: Theme, keys: str) -> float:
    """Draw the caps from `left` on, centred on the height `middle`; return where they end."""
    top = round(middle - key_cap_height(theme) / 2)
    for cap in chord(keys):
        left = paint_key_cap(painter, QPointF(round(left), top), theme, cap).right() + GAP
    return left - GAP
