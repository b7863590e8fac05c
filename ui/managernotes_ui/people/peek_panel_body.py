"""What the panel says of a note: title, state, fact, effect, my reading, linked notes (39a)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Observation, ShareState
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import measuring
from managernotes_ui.common.strings import notes as note_strings
from managernotes_ui.common.strings import peek as strings
from managernotes_ui.common.strings import sealed as sealed_strings
from managernotes_ui.people.peek_panel_links import PeekLinks
from managernotes_ui.people.peek_panel_reading import PeekReading
from managernotes_ui.people.peek_panel_text import PeekText
from managernotes_ui.people.peek_panel_vm import Peek
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.share_look import share_icon
from managernotes_ui.widgets.text_block import Run
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

PADDING = 24
_SEPARATOR = " · "


class PeekBody(QWidget):
    """Draws a Peek; parts that say nothing are not there."""

    def __init__(self, theme: Theme, dates: DateWords, name_of: Callable[[PersonId], str]) -> None:
        super().__init__()
        self._dates = dates
        self._name_of = name_of
        self.title = TextLabel(theme, "", Type.SECTION, lines=0)
        self._sign = GlyphLabel(theme, Icon.CIRCLE_DASHED, 14)
        self.state = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self._more = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.fact = PeekText(theme, strings.FACT)
        self.effect = PeekText(theme, strings.EFFECT)
        self._fact_part = _part(theme, strings.FACT, self.fact)
        self._effect_part = _part(theme, strings.EFFECT, self.effect)
        self._remark = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.reading = PeekReading(theme)
        self.links = PeekLinks(theme, dates)
        self._theme = theme
        self._build()

    def hold_texts(self, uncover: Uncover) -> None:
        """Cover what the note says while texts are covered; `uncover` tells when it shows."""
        for label in (self.title, self._more):
            label.hold_text(uncover)
        for text in (self.fact, self.effect):
            text.hold_text(uncover)
        self.reading.hold_text(uncover)

    def show_peek(self, peek: Peek, today: date) -> None:
        """Show a note."""
        note = peek.read.note
        withheld = peek.is_withheld
        _tell(self.title, "" if withheld else note.text.title.strip())
        self._show_state(note, today)
        _tell(self._more, self._more_words(peek))
        for part, text, html in (
            (self._fact_part, self.fact, peek.fact),
            (self._effect_part, self.effect, peek.effect),
        ):
            text.show_html(html)
            part.setVisible(bool(html))
        remark = strings.GOES_ON if peek.goes_on else ""
        _tell(self._remark, strings.RESTRICTED if withheld else remark)
        self.reading.show_reading(peek.reading)
        self.links.show_links(() if withheld else peek.read.linked, today)

    def _show_state(self, note: Observation, today: date) -> None:
        state = note.share_state
        source = note_strings.SOURCES[note.source]
        self._sign.setVisible(state is not None)
        if state is None:
            doubt = sealed_strings.UNCONFIRMED if note.unconfirmed else ""
            plain = "" if self._theme.cover.texts else source
            self.state.set_runs([Run(_SEPARATOR.join(filter(None, (doubt, plain))))])
            return
        strong = state is ShareState.UNSAID
        self._sign.show_icon(share_icon(state), Role.TEXT if strong else Role.MUTED)
        day = note.planned_for if state is ShareState.PLANNED else note.shared_on
        words = strings.state(
            state,
            self._dates.weekday_and_day(day, today) if day else "",
            max((today - note.occurred_on).days, 0),
        )
        said = Run(words, MEDIUM, Role.TEXT) if strong else Run(words)
        known = [] if self._theme.cover.texts else [Run(f"{_SEPARATOR}{source}")]
        self.state.set_runs([said, *known])

    def _more_words(self, peek: Peek) -> str:
        """Return whom it is about, when that is not one person, and its tags."""
        note = peek.read.note
        names = ", ".join(filter(None, map(self._name_of, note.people)))
        several = strings.ABOUT.format(names=names) if len(note.people) > 1 else ""
        tags = () if peek.is_withheld else (f"#{tag}" for tag in note.tags)
        titles = ", ".join(one.words.title for one in peek.read.standards)
        measured = measuring.MEASURED_BY.format(titles=titles) if titles else ""
        return _SEPARATOR.join(part for part in (several, *tags, measured) if part)

    def _build(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.state, 1)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addLayout(state)
        head.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 12, PADDING, PADDING)
        column.setSpacing(16)
        column.addLayout(head)
        for part in (
            self._fact_part,
            self._effect_part,
            self._remark,
            self.reading,
            self.links,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self.setProperty("ground", "none")


def _part(theme: Theme, label: str, text: PeekText) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(TextLabel(theme, label, Type.META_MEDIUM, tone=Role.MUTED))
    column.addWidget(text)
    return part


def _tell(label: TextLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
