"""What is written about a person's expectations; each change one write, and its way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from managernotes.clock import today
from managernotes.domain.identity import NoteId, PersonId, YardstickId
from managernotes.domain.observation import Kind
from managernotes.domain.yardstick import CopyWords
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.shell.page import PageName, Place


class ExpectationChanges(QObject):
    """`marked` brings the day before, so that it can be brought back."""

    marked = Signal(object, object, object)
    begun = Signal(object)
    """The place where a talk is prepared now."""
    saved = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.person: PersonId | None = None

    def talked_through(self, yardstick: YardstickId) -> None:
        """Say that it was talked through today; said again on the same day, take it back."""
        person, day = self.person, today(self._session.clock)
        if person is None:
            return

        def mark(workspace: Workspace) -> tuple[date | None, date | None]:
            before = workspace.yardsticks.get(yardstick).talked_on(person)
            now = None if before == day else day
            workspace.yardsticks.talked_through(yardstick, person, now)
            return before, now

        self._session.write(
            mark,
            changes=Changed.TALKS,
            done=lambda days: self.marked.emit(yardstick, *days),
        )

    def set_talked(self, yardstick: YardstickId, on: date | None) -> None:
        """Put a day back."""
        person = self.person
        if person is not None:
            self._session.write(
                lambda workspace: workspace.yardsticks.talked_through(yardstick, person, on),
                changes=Changed.TALKS,
            )

    def save_copy(self, yardstick: YardstickId, words: CopyWords, talked_on: date | None) -> None:
        """Store their words, the note and the day; `saved` or `refused` follows."""
        person = self.person
        if person is None:
            return

        def store(workspace: Workspace) -> None:
            if workspace.yardsticks.get(yardstick).talked_on(person) != talked_on:
                workspace.yardsticks.talked_through(yardstick, person, talked_on)
            workspace.yardsticks.save_copy(yardstick, person, words)

        self._session.write(
            store,
            changes=Changed.TALKS,
            done=lambda _nothing: self.saved.emit(),
            failed=self._on_failed,
        )

    def prepare(
        self, concern: NoteId, notes: Sequence[NoteId], yardstick: YardstickId | None
    ) -> None:
        """Begin a talk with a concern; what else stands there are its facts, it its yardstick."""
        person = self.person

        def begin(workspace: Workspace) -> Place:
            preparation = workspace.preparations.from_note(concern, person=person)
            known = {fact.id for fact in workspace.preparations.desk(preparation.id).facts}
            for note in notes:
                if note not in known and workspace.notes.get(note).kind is Kind.CONCERN:
                    workspace.preparations.add_fact(preparation.id, note)
            if yardstick is not None:
                workspace.preparations.link_yardstick(preparation.id, yardstick)
            return Place(PageName.PREPARE, conversation=preparation.conversation)

        self._session.write(begin, changes=Changed.NOTES_AND_TALKS, done=self.begun.emit)

    def read_copy(
        self, yardstick: YardstickId, done: Callable[[tuple[CopyWords, date | None]], None]
    ) -> None:
        """Read the words as they are stored, for the editor."""
        person = self.person
        if person is not None:
            self._session.read(
                lambda workspace: (
                    workspace.yardsticks.copy(yardstick, person),
                    workspace.yardsticks.get(yardstick).talked_on(person),
                ),
                done=done,
                channel="expectation-copy",
                as_stored=True,
            )

    def _on_failed(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.refused.emit(str(error) if known else strings.NOT_STORED)
