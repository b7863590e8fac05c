"""The user's text scale: how design pixels become pixels on the screen (SPEC §2, 38b)."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)
"""What Settings offers."""

_SIDEBAR = 224
_SIDEBAR_PER_SCALE = 136


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns the numbers of the SPEC into pixels; text, lines and icons grow, padding stays."""

    text: float = 1.0

    def px(self, size: float) -> int:
        """Return a text size or line height in pixels."""
        return round(size * self.text)

    def icon(self, size: int) -> int:
        """Return an icon's side in pixels, always even so that it centres (14 at 1.5 is 20)."""
        return int(size * self.text) // 2 * 2

    def grow(self, height: int, *lines: int) -> int:
        """Return a height of which only the lines grow: 40 with one line of 20 is 50 at 1.5."""
        return height + sum(self.px(line) - line for line in lines)

    @property
    def sidebar(self) -> int:
        """Width of the sidebar: 224, and 136 more for each whole step of the scale."""
        return round(_SIDEBAR + _SIDEBAR_PER_SCALE * (self.text - 1))
