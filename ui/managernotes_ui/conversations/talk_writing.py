"""The right of a talk's page: what the marks mean, the notes, and what they asked (SPEC §7.21)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.text.promise_lines import LineMark
from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.conversations.asked_row import AskedRow
from managernotes_ui.conversations.talk_fields import TalkFields
from managernotes_ui.conversations.talk_notes import TalkNotes
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.key_cap import KeyCapLabel
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import set_tip

BAR = 40
_SENTENCE_FROM, _LEGEND_FROM = 560, 420
"""A narrower pane, at text scale 1, leaves out the sentence, and then the words of the marks."""
_MARKS = (
    (LineMark.THEIR_WORDS, strings.THEIR_WORDS),
    (LineMark.AGREED, strings.AGREED),
    (LineMark.I_OWE, strings.I_OWE),
    (LineMark.CHECK, strings.CHECK),
)


class TalkWriting(QWidget):
    """Holds the texts of the page; `typed` follows each change by hand."""

    typed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown = TalkFields()
        self._legends: list[TextLabel] = []
        self.notes = TalkNotes(theme)
        self.asked = AskedRow(theme)
        self._sentence = TextLabel(theme, strings.NOTES_FOR, Type.META, tone=Role.MUTED)
        self._build()
        self.notes.typed.connect(self.typed)
        self.asked.typed.connect(self.typed)

    def fields(self) -> TalkFields:
        """Return the texts as they stand."""
        return replace(self._shown, notes=self.notes.text(), asked=self.asked.line.text())

    def has_answer(self) -> bool:
        """Whether something stands in the line for what they asked."""
        return bool(self.asked.line.text().strip())

    def show_fields(self, fields: TalkFields) -> None:
        """Show other texts, with nothing to undo."""
        self._shown = fields
        self.notes.show_text(fields.notes)
        self.asked.show_text(fields.asked)

    def replace_fields(self, fields: TalkFields) -> None:
        """Make the texts these, as one step that Undo takes back."""
        self._shown = fields
        if fields.notes != self.notes.text():
            self.notes.replace_text(fields.notes)
        self.asked.show_text(fields.asked)

    def set_side(self, side: int) -> None:
        """Keep the pane's padding."""
        self._bar.setContentsMargins(side, 0, side, 0)
        self._text.setContentsMargins(side, 18, side - 12, 0)
        self.asked.set_side(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the sentence where the marks have no room beside it."""
        super().resizeEvent(event)
        room = self.width() / self._theme.scale.text
        self._sentence.setVisible(room >= _SENTENCE_FROM)
        for label in self._legends:
            label.setVisible(room >= _LEGEND_FROM)
        self.asked.set_narrow(room < _LEGEND_FROM)

    def _build(self) -> None:
        ground = QWidget()
        ground.setProperty("ground", "raised")
        bar = QWidget()
        bar.setMinimumHeight(self._theme.scale.grow(BAR - 1, 16))
        self._bar = QHBoxLayout(bar)
        self._bar.setSpacing(12)
        self._bar.addWidget(self._sentence)
        self._bar.addStretch(1)
        for mark, words in _MARKS:
            self._bar.addLayout(self._legend(mark, words))
        self._text = QVBoxLayout()
        self._text.addWidget(self.notes)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(bar)
        inside.addWidget(hairline())
        inside.addLayout(self._text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ground, 1)
        column.addWidget(self.asked)
        self.set_side(32)

    def _legend(self, mark: LineMark, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        cap = KeyCapLabel(self._theme, mark.value)
        set_tip(cap, words, mark.value)
        label = TextLabel(self._theme, words, Type.META, tone=Role.MUTED)
        self._legends.append(label)
        row.addWidget(cap)
        row.addWidget(label)
        return row
