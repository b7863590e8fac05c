"""One note that waits for a look: what was written, and the three answers to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.person import PersonOverview
from managernotes.services.unconfirmed import UnconfirmedNote
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import sealed as strings
from managernotes_ui.style.cover import Cover
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonSize, make_button
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.kind_look import kind_look, shown_look
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_SIDE, _ABOVE, _GAP = 16, 12, 8
_LINES = 6
_MOST_BUTTONS = 2
_LIST_WIDTH = 136
"""Room for the question, whatever the names are."""
_RADIUS = 8
_BETWEEN = " · "
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UnconfirmedCard(Card):
    """Enter confirms, O opens, Delete bins; the arrows go from card to card.

    A name that is unclear is asked about: a button for who is likely, a list for everybody.
    """

    confirm_wanted = Signal()
    open_wanted = Signal()
    bin_wanted = Signal()
    person_chosen = Signal(object)
    step_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        note: UnconfirmedNote,
        today: date,
        people: Sequence[PersonOverview],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._people = people
        self.note = note
        names = {person.id: person.display_name for person in people}
        named = [names.get(person, "") for person in note.row.people]
        words = _meta(note, today, named, theme.cover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        told = COVERED if theme.cover.texts else note.text
        self.setAccessibleName(f"{words}. {told}")
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
        column.setSpacing(_GAP)
        column.addLayout(self._head(words))
        shown = without_marks(note.text)
        text = TextLabel(theme, shown, Type.BODY, lines=_LINES)
        text.hold_text(Uncover(theme, self, self))
        column.addWidget(text)
        if note.problem or note.reads_now:
            column.addLayout(self._question())

    def focus_ring_rect(self) -> QRect:
        """Return the card's own edge."""
        return self.rect()

    def focus_ring_radius(self) -> int:
        """Return the card's radius in pixels."""
        return _RADIUS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by one key, or go to the next card."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.confirm_wanted.emit()
        elif key == Qt.Key.Key_O:
            self.open_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.bin_wanted.emit()
        elif key in steps:
            self.step_wanted.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def _head(self, words: str) -> QHBoxLayout:
        look = shown_look(self._theme, kind_look(self.note.row.kind))
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(GlyphLabel(self._theme, look.icon, 14, look.role))
        row.addWidget(TextLabel(self._theme, words, Type.META, tone=Role.MUTED), 1)
        confirm = self._button(strings.CONFIRM, strings.CONFIRM_KEY)
        confirm.clicked.connect(self.confirm_wanted)
        opened = self._button(strings.OPEN, strings.OPEN_KEY)
        opened.clicked.connect(self.open_wanted)
        binned = self._button(strings.BIN, strings.BIN_KEY)
        binned.clicked.connect(self.bin_wanted)
        for button in (confirm, opened, binned):
            row.addWidget(button)
        return row

    def _question(self) -> QVBoxLayout:
        asked = QVBoxLayout()
        asked.setSpacing(_GAP)
        words = self.note.problem or strings.READS_NOW
        asked.addWidget(TextLabel(self._theme, words, Type.META, tone=Role.FEEDBACK, lines=0))
        if self.note.problem:
            asked.addLayout(self._answers())
        return asked

    def _answers(self) -> QHBoxLayout:
        """Return a button for each person who may be meant, and everybody behind a chevron."""
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for person in self.note.candidates[:_MOST_BUTTONS]:
            name = next((one.display_name for one in self._people if one.id == person), "")
            button = self._button(name)
            button.clicked.connect(lambda _on=False, who=person: self.person_chosen.emit(who))
            row.addWidget(button)
        self.others = Select(self._theme, strings.WHO, small=True, quiet=True)
        self.others.setPlaceholderText(strings.WHO)
        self.others.addItems([one.display_name for one in self._people])
        self.others.setCurrentIndex(-1)
        self.others.setMinimumWidth(self._theme.scale.px(_LIST_WIDTH))
        self.others.activated.connect(self._on_activated)
        row.addWidget(self.others)
        row.addStretch(1)
        return row

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        self.person_chosen.emit(self._people[place].id)

    def _button(self, words: str, key: str = "") -> Button:
        return make_button(self._theme, words, size=ButtonSize.SMALL, key=key)


def _meta(note: UnconfirmedNote, today: date, people: Sequence[str], cover: Cover) -> str:
    """Return "win · Dana Whitfield · Thu 19 Nov · written 10:42 · #incident"."""
    dates = DateWords()
    written = note.row.created_at
    day = "" if written.date() == note.row.occurred_on else f"{dates.near(written.date(), today)} "
    parts = [
        kind_look(note.row.kind, covered=cover.kinds).word,
        ", ".join(people),
        dates.weekday_and_day(note.row.occurred_on, today),
        strings.WRITTEN.format(when=f"{day}{dates.time(written)}"),
        *(f"#{tag}" for tag in note.row.tags if not cover.texts),
    ]
    return _BETWEEN.join(part for part in parts if part)
