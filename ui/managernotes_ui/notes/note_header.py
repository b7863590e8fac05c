"""The top row of the note page: whose note of which day, its revisions, and more."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.domain.observation import Kind, Observation
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import lessons as lesson_strings
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.common.strings import preparing as prepare_strings
from managernotes_ui.notes.crumb_button import CrumbButton
from managernotes_ui.notes.lesson_of_note import can_be_lesson
from managernotes_ui.notes.note_reading import OpenNote
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, icon_button, make_button
from managernotes_ui.widgets.menu import Menu, set_danger
from managernotes_ui.widgets.text_label import TextLabel

_GAP = 8


class NoteHeader(QWidget):
    """A row of 32: the crumb left, buttons right."""

    person_wanted = Signal()
    revisions_wanted = Signal()
    copy_wanted = Signal()
    bin_wanted = Signal()
    erase_wanted = Signal()
    prepare_wanted = Signal()
    lesson_wanted = Signal()

    def __init__(self, theme: Theme, dates: DateWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dates = dates
        self._names = CrumbButton(theme)
        self._slash = TextLabel(theme, "/", Type.LIST, tone=Role.MUTED)
        self._day = TextLabel(theme, "", Type.BUTTON)
        self._revisions = make_button(
            theme, strings.REVISIONS, icon=Icon.HISTORY, role=ButtonRole.QUIET, key="Ctrl+H"
        )
        self.prepare = make_button(theme, prepare_strings.PREPARE_THIS, key="Ctrl+P")
        self._more = icon_button(theme, Icon.ELLIPSIS, strings.MORE, role=ButtonRole.QUIET)
        self._kind: Kind | None = None
        self._build()

    def show_note(self, read: OpenNote, today: date) -> None:
        """Say whose note it is and of which day."""
        names = ", ".join(person.display_name for person in read.people)
        self._names.show_words(names)
        self._slash.setVisible(bool(names))
        self.prepare.setVisible(can_be_prepared(read.note))
        self._kind = read.note.kind
        self._day.setText(strings.note_of(long_day(self._dates, read.note.occurred_on, today)))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for widget in (self._names, self._slash, self._day):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.prepare)
        row.addWidget(self._revisions)
        row.addWidget(self._more)
        self._names.clicked.connect(self.person_wanted)
        self.prepare.clicked.connect(self.prepare_wanted)
        self._revisions.clicked.connect(self.revisions_wanted)
        self._more.clicked.connect(self._on_more_clicked)

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = Menu(self._theme, self)
        menu.add_item(strings.COPY_TEXT, Icon.COPY, run=self.copy_wanted.emit)
        if can_be_lesson(self._kind):
            words = lesson_strings.FROM_NOTE
            menu.add_item(words, Icon.LIGHTBULB, run=self.lesson_wanted.emit)
        menu.addSeparator()
        menu.add_item(strings.TO_BIN, Icon.TRASH_2, run=self.bin_wanted.emit)
        set_danger(menu.add_item(strings.ERASE, Icon.X, run=self.erase_wanted.emit))
        corner = self._more.mapToGlobal(self._more.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)


def can_be_prepared(note: Observation) -> bool:
    """Whether a hard talk can begin with it: a concern about somebody (S04)."""
    return note.kind is Kind.CONCERN and bool(note.people) and note.binned_at is None


def long_day(dates: DateWords, day: date, today: date) -> str:
    """Return "Tue 17 November", with the year when it is not this year."""
    month, _, year = dates.month_and_year(day).rpartition(" ")
    words = f"{dates.weekday(day)} {day.day} {month}"
    return words if day.year == today.year else f"{words} {year}"
