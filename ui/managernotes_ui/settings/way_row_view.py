"""One way into the vault: sign, words, what is known of it, and its button (16, rows of 61)."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.settings.protection_words import WayRow
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

SIGN, SIGN_GAP, PADDING, STATE_WIDTH, BUTTON_WIDTH = 18, 12, 10, 132, 92
SIDE_BY_SIDE_FROM = 480


class WayRowView(QWidget):
    """`asked` brings what its button does; a narrow row puts state and button below."""

    asked = Signal(object)

    def __init__(self, theme: Theme, row: WayRow) -> None:
        super().__init__()
        self._theme = theme
        self._row = row
        self.button = make_button(theme, row.button, size=ButtonSize.SMALL, tip=row.tip)
        self.button.setAccessibleName(f"{row.title}: {row.button}")
        self.button.setEnabled(row.allowed)
        self.button.setMinimumWidth(theme.scale.px(BUTTON_WIDTH))
        self.button.clicked.connect(self._on_clicked)
        self.state = TextLabel(theme, row.state, Type.LIST, tone=Role.MUTED)
        self.state.setMinimumWidth(theme.scale.px(STATE_WIDTH))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(theme, row.title, Type.BODY_MEDIUM, lines=0))
        words.addWidget(TextLabel(theme, row.text, Type.LIST, tone=Role.MUTED, lines=0))
        left = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left.setSpacing(SIGN_GAP)
        left.addWidget(GlyphLabel(theme, row.icon, SIGN, Role.ACCENT))
        left.addLayout(words, 1)
        right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        right.setSpacing(SIGN_GAP)
        right.addWidget(self.state, 1)
        right.addWidget(self.button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, PADDING, 0, PADDING)
        self._line.setSpacing(SIGN_GAP)
        self._line.addLayout(left, 1)
        self._line.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put state and button beside the words, or below them."""
        super().resizeEvent(event)
        beside = self.width() / self._theme.scale.text >= SIDE_BY_SIDE_FROM
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if beside else directions.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self._row.deed)
