"""Two if–then cards side by side, as a help under the card that is read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.preparation import IfThen
from managernotes_ui.meeting.if_then_words import if_words, then_words
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import Card, Surface
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_BOXES = 2
_GAP, _SIDE, _EDGE = 16, 16, 14


class IfThenBoxes(QWidget):
    """Shows the first two; with none of them it takes no room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._boxes = [_Box(theme) for _ in range(_BOXES)]
        for box in self._boxes:
            row.addWidget(box, 1)

    def show_cards(self, cards: Sequence[IfThen]) -> None:
        """Show at most two cards."""
        for number, box in enumerate(self._boxes):
            box.setVisible(number < len(cards))
            if number < len(cards):
                box.show_card(cards[number])


class _Box(Card):
    def __init__(self, theme: Theme) -> None:
        super().__init__(Surface.SUNKEN)
        self._title = TextLabel(theme, "", Type.NAME, lines=2)
        self._text = TextLabel(theme, "", Type.LIST, tone=Role.TEXT2, lines=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        column.setSpacing(0)
        uncover = Uncover(theme, self, None)
        for label in (self._title, self._text):
            label.hold_text(uncover)
            column.addWidget(label)
        column.addStretch(1)

    def show_card(self, card: IfThen) -> None:
        """Show one card."""
        self._title.setText(if_words(card))
        self._text.setText(then_words(card))
