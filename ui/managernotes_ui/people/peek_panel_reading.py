"""My reading in the panel: covered until it is asked for (SPEC §8, INV-04)."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from managernotes_ui.common.strings import peek as strings
from managernotes_ui.people.peek_panel_button import KeyButton
from managernotes_ui.people.peek_panel_text import PeekText
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonRole, ButtonSize
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

KEY = "R"


class PeekReading(Card):
    """A line with a lock and a button; the words stand under it once they are shown.

    While covered it holds no words that a screen reader or a picture could find.
    """

    uncovered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._html = ""
        self._title = TextLabel(theme, strings.READING_COVERED, Type.LIST, lines=0)
        self._text = PeekText(theme, strings.READING)
        self.button = KeyButton(
            theme, strings.SHOW, KEY, role=ButtonRole.QUIET, size=ButtonSize.TINY
        )
        self.button.setAccessibleName(strings.SHOW_READING)
        self._build(theme)
        self.button.clicked.connect(self.toggle)
        self.cover()

    @property
    def is_covered(self) -> bool:
        """Whether the words are hidden."""
        return self._text.isHidden()

    @property
    def words(self) -> str:
        """The words that can be read now."""
        return self._text.toPlainText()

    def hold_text(self, uncover: Uncover) -> None:
        """Cover the words, shown or not, while texts are covered (SPEC §8)."""
        self._text.hold_text(uncover)

    def show_reading(self, html: str) -> None:
        """Take a reading; what is uncovered stays uncovered."""
        self._html = html
        self.setVisible(bool(html))
        if not self.is_covered:
            self._text.show_html(html)

    @Slot()
    def toggle(self) -> None:
        """Uncover the words, or cover them again."""
        if not self._html:
            return
        if self.is_covered:
            self._text.show_html(self._html)
            self._say(strings.READING, strings.COVER)
            self._text.show()
            self.uncovered.emit()
        else:
            self.cover()

    @Slot()
    def cover(self) -> None:
        """Hide the words."""
        self._text.hide()
        self._text.show_html("")
        self._say(strings.READING_COVERED, strings.SHOW)

    def _say(self, title: str, button: str) -> None:
        self._title.setText(title)
        self.button.setText(button)
        self.button.updateGeometry()

    def _build(self, theme: Theme) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(GlyphLabel(theme, Icon.LOCK, 14))
        line.addWidget(self._title, 1)
        line.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 8, 7)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._text)
