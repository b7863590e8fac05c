"""What is done with a note on somebody's page, and the bar that takes it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import NoteId
from managernotes_ui.common.strings import person as strings
from managernotes_ui.common.strings import team as team_strings
from managernotes_ui.notes.lesson_of_note import LessonOfNote, can_be_lesson
from managernotes_ui.notes.standard_links import StandardLinks
from managernotes_ui.people.person_commands import SAY
from managernotes_ui.people.person_vm import PersonViewModel
from managernotes_ui.people.timeline_view import TimelineView
from managernotes_ui.sharing.share_control import ShareControl
from managernotes_ui.shell.desk import Desk
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.undo_bar import UndoBar


class PersonSteps(QObject):
    """The steps of a note's way to the person, said it, the bin; each can be undone."""

    def __init__(self, desk: Desk, vm: PersonViewModel, rows: TimelineView, page: QWidget) -> None:
        super().__init__(page)
        self._vm = vm
        self._rows = rows
        self._undo = UndoBar(desk.theme, page, strings.UNDO)
        self._share = ShareControl(desk.theme, desk.session, page)
        self._share.done.connect(self._undo.offer)
        self._lesson = LessonOfNote(desk.session, desk.navigator.go, self)
        self._standards = StandardLinks(desk.theme, desk.session, desk.navigator.go, page)
        self._standards.done.connect(self._undo.offer)
        vm.moved_to_bin.connect(self._on_binned)
        vm.said.connect(self._on_said)
        vm.marked.connect(self._on_marked)

    def add_to(self, menu: Menu, note: NoteId, corner: QPoint) -> bool:
        """Add the steps of a note's way to the person; tell whether it has any."""
        shared = self._vm.shared_note(note)
        if shared is not None:
            self._share.fill(menu, shared, corner, said_key=SAY.keys[0])
        return shared is not None

    @Slot(object, object)
    def offer(self, note: NoteId, corner: QPoint) -> None:
        """Open a menu of its own with them."""
        shared = self._vm.shared_note(note)
        if shared is not None:
            self._share.offer(shared, corner)

    @Slot()
    def measure_chosen(self) -> None:
        """Offer what the chosen note can be measured by, below its row."""
        rows = self._rows
        if rows.note is not None:
            below = rows.visualRect(rows.currentIndex()).bottomLeft()
            self.measure(rows.note, rows.viewport().mapToGlobal(below))

    @Slot(object, object)
    def measure(self, note: NoteId, corner: QPoint) -> None:
        """Offer what a note can be measured by."""
        self._standards.offer(note, corner)

    def toggle_team(self, note: NoteId | None) -> None:
        """Mark a note as fit to tell the team, or not; a concern never is (S33)."""
        if note is not None and self._vm.can_tell_team(note):
            self._vm.mark_for_team(note, fit=not self._vm.is_for_team(note))

    def make_lesson(self, note: NoteId | None) -> None:
        """Make a lesson of a note about something that was learned, and go there."""
        if note is not None and can_be_lesson(self._rows.kind):
            self._lesson.make(note)

    @Slot(object)
    def _on_binned(self, note: NoteId) -> None:
        self._undo.offer(strings.BINNED, lambda: self._bring_back(note))

    def _bring_back(self, note: NoteId) -> None:
        self._vm.restore(note)
        self._rows.choose(note)

    @Slot(object)
    def _on_said(self, note: NoteId) -> None:
        self._undo.offer(strings.SAID, lambda: self._vm.unsay(note))

    @Slot(object, bool)
    def _on_marked(self, note: NoteId, fit: bool) -> None:  # noqa: FBT001 - a signal's
        words = team_strings.MARKED if fit else team_strings.UNMARKED
        self._undo.offer(words, lambda: self._vm.mark_for_team(note, fit=not fit))
