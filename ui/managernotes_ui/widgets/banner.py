"""A banner: what happened, what is safe, what to do (SPEC §4)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from managernotes_ui.style.fonts import SEMIBOLD, Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import Card, Surface
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_block import Run
from managernotes_ui.widgets.text_label import TextLabel

_MOST_BUTTONS = 2


class BannerKind(Enum):
    """Something is not as it should be; or it is only worth knowing."""

    NOTE = (Surface.NOTE, Role.FEEDBACK)
    INFO = (Surface.INFO, Role.SUPPORT)


class Banner(Card):
    """Icon of 18, a title, a text, and at most two small buttons; it pushes, never covers.

    `inline` runs title and text on in one line of 13, for what is only worth knowing.
    """

    def __init__(  # noqa: PLR0913 - what it says, by keyword
        self,
        theme: Theme,
        kind: BannerKind,
        icon: Icon,
        title: str,
        text: str = "",
        *,
        buttons: Sequence[QPushButton] = (),
        inline: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        surface, colour = kind.value
        super().__init__(surface, parent)
        assert len(buttons) <= _MOST_BUTTONS
        self._inline = inline
        self._title = TextLabel(theme, "", Type.LIST if inline else Type.BODY_STRONG, lines=0)
        self._text = TextLabel(theme, "", Type.LIST, tone=Role.TEXT2, lines=0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 2, 0, 0)
        sign.addWidget(GlyphLabel(theme, icon, 18, colour))
        sign.addStretch()
        row.addLayout(sign)
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.say(title, text)

    @property
    def words(self) -> str:
        """All that it says."""
        return self.accessibleName()

    def say(self, title: str, text: str = "") -> None:
        """Say something else."""
        if self._inline:
            self._title.set_runs([Run(title, weight=SEMIBOLD), Run(f" {text}" if text else "")])
        else:
            self._title.setText(title)
            self._text.setText(text)
        self._text.setVisible(bool(text) and not self._inline)
        self.setAccessibleName(f"{title} {text}".strip())
