"""The sheets that begin a lesson, name it, and agree on its one change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.days import past_day
from managernotes.domain.identity import PersonId
from managernotes.errors import InvalidInputError
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.lessons.lesson_changes import LessonHead
from managernotes_ui.lessons.lessons_vm import LessonsViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.talks.typed_when import typed_day
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit

_LONGEST = 120


class LessonSheet(FormSheet):
    """A sheet that is put away once the vault has taken what it says."""

    def __init__(
        self, desk: Desk, vm: LessonsViewModel, title: str, yes: str, parent: QWidget
    ) -> None:
        super().__init__(desk, title, yes, parent)
        self._vm = vm
        vm.changes.done.connect(self._on_done)
        vm.changes.refused.connect(self._on_refused)

    @Slot()
    def _on_done(self) -> None:
        if self.isVisible():
            self.close_sheet()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if self.isVisible():
            self.tell(sentence)


class HeadSheet(LessonSheet):
    """Title, days, and who looked at it together; there is no field for who caused it."""

    def __init__(
        self, desk: Desk, vm: LessonsViewModel, title: str, yes: str, parent: QWidget
    ) -> None:
        super().__init__(desk, vm, title, yes, parent)
        theme = desk.theme
        self._desk = desk
        self.words = LineEdit(theme, strings.TITLE, strings.TITLE_HINT)
        self.words.setMaxLength(_LONGEST)
        self.happened = LineEdit(theme, strings.HAPPENED_ON, strings.HAPPENED_HINT)
        self.looked = LineEdit(theme, strings.LOOKED_AT_ON, strings.LOOKED_AT_HINT)
        self.people = LineEdit(theme, strings.PEOPLE, strings.PEOPLE_HINT)
        self._happened = LabelledField(theme, strings.HAPPENED_ON, self.happened)
        self._looked = LabelledField(theme, strings.LOOKED_AT_ON, self.looked)
        self._people = LabelledField(theme, strings.PEOPLE, self.people)
        self.add_row(LabelledField(theme, strings.TITLE, self.words))
        self.add_row(self._happened, self._looked)
        self.add_row(self._people)

    def begin(self, head: LessonHead | None) -> None:
        """Open with what a lesson says, or with empty fields."""
        for field in (self._happened, self._looked, self._people):
            field.show_error("")
        self.words.setText(head.title if head is not None else "")
        self.happened.setText(head.happened_on.isoformat() if head is not None else "")
        looked = head.looked_at_on if head is not None else None
        self.looked.setText(looked.isoformat() if looked is not None else "")
        self.people.setText(", ".join(self._names(head.people if head is not None else ())))
        self.tell("")
        self.show_sheet(self.words)

    @property
    def head(self) -> LessonHead | None:
        """What was typed; None when something cannot be read, which is said at its field."""
        title = self.words.text().strip()
        happened = self._day(self.happened, self._happened, empty=self._vm.today())
        looked = self._day(self.looked, self._looked, empty=None)
        people = self._typed_people()
        if not title:
            self.tell(strings.NO_TITLE)
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        wrong = self._happened.error or self._looked.error or people is None
        if wrong or happened is None or people is None:
            return None
        return LessonHead(title, happened, looked, people)

    def _day(self, edit: LineEdit, field: LabelledField, *, empty: date | None) -> date | None:
        words = edit.text().strip()
        field.show_error("")
        if not words:
            return empty
        try:
            day = past_day(words.replace(" ", ""), self._vm.today())
        except InvalidInputError as error:
            field.show_error(str(error))
            return None
        if day is None:
            field.show_error(strings.BAD_DAY)
        return day

    def _typed_people(self) -> tuple[PersonId, ...] | None:
        found: list[PersonId] = []
        self._people.show_error("")
        for name in filter(None, (part.strip() for part in self.people.text().split(","))):
            person = self._person_called(name)
            if person is None:
                self._people.show_error(strings.UNKNOWN_PERSON.format(name=name))
                return None
            if person not in found:
                found.append(person)
        return tuple(found)

    def _person_called(self, name: str) -> PersonId | None:
        """Return the one person whose name, initials or alias this is, or begins with it."""
        wanted = name.casefold()
        people = (*self._desk.directory.people, *self._desk.directory.known)
        exact = {one.id for one in people if one.display_name.casefold() == wanted}
        first = {one.id for one in people if wanted in one.display_name.casefold().split()}
        begins = {one.id for one in people if one.display_name.casefold().startswith(wanted)}
        matches = next((found for found in (exact, first, begins) if found), set())
        return matches.pop() if len(matches) == 1 else None

    def _names(self, people: Sequence[PersonId]) -> list[str]:
        names = [one.display_name for one in self._desk.directory.people]
        firsts = [name.partition(" ")[0] for name in names]
        chosen = filter(None, map(self._desk.directory.name_of, people))
        return [
            name if firsts.count(name.partition(" ")[0]) > 1 else name.partition(" ")[0]
            for name in chosen
        ]


class NewLessonSheet(HeadSheet):
    """Begins a lesson."""

    def __init__(self, desk: Desk, vm: LessonsViewModel, parent: QWidget) -> None:
        super().__init__(desk, vm, strings.NEW_TITLE, strings.BEGIN, parent)
        self.submitted.connect(self._on_submitted)

    def offer(self) -> None:
        """Open with empty fields."""
        self.begin(None)

    @Slot()
    def _on_submitted(self) -> None:
        head = self.head
        if head is not None:
            self._vm.changes.begin(head)
        self.refit()


class EditLessonSheet(HeadSheet):
    """Changes title, days and people of the chosen lesson."""

    def __init__(self, desk: Desk, vm: LessonsViewModel, parent: QWidget) -> None:
        super().__init__(desk, vm, strings.EDIT_TITLE, strings.SAVE, parent)
        self.submitted.connect(self._on_submitted)

    def offer(self) -> None:
        """Open with what the chosen lesson says."""
        lesson = self._vm.lesson
        if lesson is not None:
            self.begin(
                LessonHead(
                    lesson.words.title, lesson.happened_on, lesson.looked_at_on, lesson.people
                )
            )

    @Slot()
    def _on_submitted(self) -> None:
        head = self.head
        if head is not None:
            self._vm.changes.edit(head)
        self.refit()


class ChangeSheet(LessonSheet):
    """One change with its owner and a first day; or why nothing needs to change."""

    def __init__(self, desk: Desk, vm: LessonsViewModel, parent: QWidget) -> None:
        super().__init__(desk, vm, strings.CHANGE_SHEET, strings.AGREED, parent)
        theme = desk.theme
        self.change = LineEdit(theme, strings.CHANGE_FIELD, strings.CHANGE_HINT)
        self.owner = LineEdit(theme, strings.OWNER, strings.OWNER_HINT)
        self.day = LineEdit(theme, strings.FIRST_BY, strings.FIRST_BY_HINT)
        self._day = LabelledField(theme, strings.FIRST_BY, self.day)
        self.nothing = LineEdit(theme, strings.NO_CHANGE_FIELD, strings.NO_CHANGE_HINT)
        self._before = ""
        self._due: date | None = None
        self.add_row(LabelledField(theme, strings.CHANGE_FIELD, self.change))
        self.add_row(LabelledField(theme, strings.OWNER, self.owner), self._day)
        self.add_row(LabelledField(theme, strings.NO_CHANGE_FIELD, self.nothing))
        self.submitted.connect(self._on_submitted)

    def offer(self) -> None:
        """Open with what was agreed."""
        lesson = self._vm.lesson
        if lesson is None:
            return
        self.change.setText(lesson.words.change)
        self.owner.setText(lesson.words.change_owner)
        self._due = lesson.change_due_on
        self._before = self._due.isoformat() if self._due is not None else ""
        self.day.setText(self._before)
        self.nothing.setText(lesson.words.no_change)
        self._day.show_error("")
        self.tell("")
        self.show_sheet(self.change)

    @Slot()
    def _on_submitted(self) -> None:
        change, nothing = self.change.text().strip(), self.nothing.text().strip()
        self._day.show_error("")
        if bool(change) == bool(nothing):
            self.tell(strings.ONE_OF_BOTH)
            return
        try:
            due = self._typed_due()
        except InvalidInputError as error:
            self._day.show_error(str(error))
        else:
            if due is None:
                self._day.show_error(strings.WANTS_DAY)
            else:
                owner = self.owner.text().strip() if change else ""
                self._vm.changes.agree(change, owner, due, nothing)
        self.refit()

    def _typed_due(self) -> date | None:
        """Return the day; one that stands already may have passed by now."""
        words = self.day.text().strip()
        return self._due if words == self._before else typed_day(words, self._vm.today())
