"""One proof: its sign, what is proven and how, and its figure at the right (SPEC §7, 34)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.services.trust_proof import Verdict
from managernotes_ui.settings.trust_words import RowWords
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

HEIGHT, SIGN, GAP, PADDING = 56, 18, 12, 9
FIGURE_SHARE, HOW_SHARE = 2, 3

_SIGNS = {
    None: (Icon.CIRCLE_DASHED, Role.MUTED),
    Verdict.PROVED: (Icon.CIRCLE_CHECK, Role.ACCENT),
    Verdict.COULD_NOT: (Icon.CIRCLE_DASHED, Role.TEXT),
    Verdict.FAILED: (Icon.CIRCLE_ALERT, Role.FEEDBACK),
}


class TrustRow(QWidget):
    """56 high with a hairline above; grows where a reason needs more lines."""

    def __init__(self, theme: Theme, words: RowWords) -> None:
        super().__init__()
        self._theme = theme
        self._sign = GlyphLabel(theme, Icon.CIRCLE_DASHED, SIGN)
        self._title = TextLabel(theme, "", Type.BODY_MEDIUM, lines=2)
        self._how = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=3)
        self._figure = TextLabel(theme, "", Type.LIST, lines=3, tabular=True)
        self._below = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=1)
        self._build()
        theme.changed.connect(self._on_theme_changed)
        self.show_words(words)

    def show_words(self, words: RowWords) -> None:
        """Show how far the proof is, or what it found."""
        icon, colour = _SIGNS[words.verdict]
        self._sign.show_icon(icon, colour)
        self._title.setText(words.title)
        self._how.setText(words.how)
        self._figure.setText(words.figure)
        self._figure.set_tone(Role.MUTED if words.verdict is None else Role.TEXT)
        self._below.setText(words.below)
        self._below.setVisible(bool(words.below))
        self.setAccessibleName(words.spoken)
        self._on_theme_changed()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, PADDING, 0, PADDING)
        row.setSpacing(GAP)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(_pair(self._title, self._how), HOW_SHARE)
        row.addLayout(_pair(self._figure, self._below), FIGURE_SHARE)
        for label in (self._figure, self._below):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(row, 1)

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.scale.grow(HEIGHT, 20 + 16))


def _pair(above: TextLabel, below: TextLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(above)
    column.addWidget(below)
    column.addStretch(1)
    return column
