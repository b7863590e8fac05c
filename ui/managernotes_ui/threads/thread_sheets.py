"""The sheets of the threads: begin one, rename one, write a note to one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.days import past_day
from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.thread import ThreadKind
from managernotes.errors import InvalidInputError
from managernotes_ui.common.strings import threads as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.talks.typed_when import typed_day
from managernotes_ui.threads.threads_vm import ThreadsViewModel
from managernotes_ui.widgets.kind_look import kind_look
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_area import TextArea

_LONGEST = 120
_KINDS = (
    Kind.CONTEXT,
    Kind.SUPPORT_GIVEN,
    Kind.CONCERN,
    Kind.WIN,
    Kind.LESSON,
    Kind.THEIR_FEEDBACK_TO_ME,
    Kind.GROWTH,
    Kind.FEEDBACK_GIVEN,
    Kind.AGREEMENT_NOTE,
)


class ThreadSheet(FormSheet):
    """A sheet that is put away once the vault has taken what it says."""

    def __init__(
        self, desk: Desk, vm: ThreadsViewModel, title: str, yes: str, parent: QWidget
    ) -> None:
        super().__init__(desk, title, yes, parent)
        self._vm = vm
        vm.changes.done.connect(self._on_done)
        vm.changes.refused.connect(self._on_refused)

    def read_day(self, edit: LineEdit, field: LabelledField) -> date | None:
        """Return the day that was typed, today for none; says at the field what is wrong."""
        words = edit.text().strip()
        try:
            day = past_day(words.replace(" ", ""), self._vm.today()) if words else self._vm.today()
        except InvalidInputError as error:
            field.show_error(str(error))
            return None
        field.show_error("" if day is not None else strings.BAD_DAY)
        return day

    @Slot()
    def _on_done(self) -> None:
        if self.isVisible():
            self.close_sheet()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if self.isVisible():
            self.tell(sentence)


class NewThreadSheet(ThreadSheet):
    """About whom, what sort, a neutral title, since when."""

    def __init__(self, desk: Desk, vm: ThreadsViewModel, parent: QWidget) -> None:
        super().__init__(desk, vm, strings.NEW, strings.BEGIN, parent)
        theme = desk.theme
        self._desk = desk
        self.who = Select(theme, strings.WHO)
        self.sort = Select(theme, strings.SORT)
        self.words = LineEdit(theme, strings.TITLE, strings.TITLE_HINT)
        self.since = LineEdit(theme, strings.SINCE_DAY, strings.SINCE_HINT)
        self._since = LabelledField(theme, strings.SINCE_DAY, self.since)
        for kind, words in strings.ONE.items():
            self.sort.addItem(words.partition(" ")[2].capitalize(), kind.value)
        self.words.setMaxLength(_LONGEST)
        self.add_row(
            LabelledField(theme, strings.WHO, self.who),
            LabelledField(theme, strings.SORT, self.sort),
        )
        self.add_row(LabelledField(theme, strings.TITLE, self.words), self._since, shares=(2, 1))
        self.submitted.connect(self._on_submitted)

    def offer(self, person: PersonId | None = None) -> None:
        """Open with empty fields."""
        people = self._desk.directory.people
        self.who.clear()
        for one in people:
            self.who.addItem(one.display_name, one.id)
        ids = [one.id for one in people]
        self.who.setCurrentIndex(ids.index(person) if person in ids else min(0, len(ids) - 1))
        for edit in (self.words, self.since):
            edit.clear()
        self._since.show_error("")
        self.tell("")
        self.show_sheet(self.words if person is not None else self.who)

    @Slot()
    def _on_submitted(self) -> None:
        day = self.read_day(self.since, self._since)
        person = self.who.currentData()
        if person is None:
            self.tell(strings.NOBODY)
        elif day is not None:
            kind = ThreadKind(self.sort.currentData())
            self._vm.changes.begin(person, kind, self.words.text(), day)
        self.refit()


class EditThreadSheet(ThreadSheet):
    """Its title, and what is ahead."""

    def __init__(self, desk: Desk, vm: ThreadsViewModel, parent: QWidget) -> None:
        super().__init__(desk, vm, strings.EDIT_TITLE, strings.SAVE, parent)
        self.words = LineEdit(desk.theme, strings.TITLE, strings.TITLE_HINT)
        self.ahead = LineEdit(desk.theme, strings.WHAT_AHEAD, strings.WHAT_AHEAD_HINT)
        self.day = LineEdit(desk.theme, strings.AHEAD_DAY, strings.AHEAD_DAY_HINT)
        self._day = LabelledField(desk.theme, strings.AHEAD_DAY, self.day)
        self.words.setMaxLength(_LONGEST)
        self.add_row(LabelledField(desk.theme, strings.TITLE, self.words))
        ahead = LabelledField(desk.theme, strings.WHAT_AHEAD, self.ahead)
        self.add_row(ahead, self._day, shares=(2, 1))
        self.submitted.connect(self._on_submitted)

    def offer(self) -> None:
        """Open with what the chosen thread says."""
        thread = self._vm.open_thread
        if thread is not None:
            self.words.setText(thread.words.title)
            self.ahead.setText(thread.words.ahead)
            day = thread.ahead_on
            self.day.setText("" if day is None else day.isoformat())
            self._day.show_error("")
            self.tell("")
            self.show_sheet(self.words)

    @Slot()
    def _on_submitted(self) -> None:
        try:
            day = typed_day(self.day.text(), self._vm.today())
        except InvalidInputError as error:
            self._day.show_error(str(error))
        else:
            self._vm.changes.edit(self.words.text(), self.ahead.text(), day)
        self.refit()


class ThreadNoteSheet(ThreadSheet):
    """A note about the person of the thread, which is put on it at once."""

    def __init__(self, desk: Desk, vm: ThreadsViewModel, parent: QWidget) -> None:
        super().__init__(desk, vm, strings.NOTE_TITLE, strings.SAVE, parent)
        theme = desk.theme
        self.sort = Select(theme, strings.NOTE_KIND)
        self.day = LineEdit(theme, strings.NOTE_DAY, strings.SINCE_HINT)
        self.text = TextArea(theme, strings.NOTE_TEXT, least_lines=3)
        self._day = LabelledField(theme, strings.NOTE_DAY, self.day)
        for kind in _KINDS:
            self.sort.addItem(kind_look(kind).word.capitalize(), kind.value)
        self.add_row(LabelledField(theme, strings.NOTE_TEXT, self.text))
        self.add_row(LabelledField(theme, strings.NOTE_KIND, self.sort), self._day)
        self.submitted.connect(self._on_submitted)
        self.text.textChanged.connect(self.refit)

    def offer(self) -> None:
        """Open with empty fields for the chosen thread."""
        thread = self._vm.open_thread
        if thread is not None:
            self.day.clear()
            self.text.clear()
            self._day.show_error("")
            self.tell("")
            self.show_sheet(self.text)

    @Slot()
    def _on_submitted(self) -> None:
        thread = self._vm.open_thread
        day = self.read_day(self.day, self._day)
        words = self.text.toPlainText().strip()
        if not words:
            self.tell(strings.NOTE_EMPTY)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif day is not None and thread is not None:
            kind = Kind(self.sort.currentData())
            note = NewObservation(
                text=NoteText(fact=words), kind=kind, people=(thread.person,), occurred_on=day
            )
            self._vm.changes.write_note(note)
        self.refit()
