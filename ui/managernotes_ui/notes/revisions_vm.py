"""State and commands behind the comparison of two revisions of a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import NoteId
from managernotes.domain.observation import NoteRevision, NoteText, Observation
from managernotes.domain.person import Person
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.common.tasks import TaskRunner
from managernotes_ui.notes.note_markdown import leaving_markdown, whole_markdown
from managernotes_ui.notes.word_diff import Row, compare

_CHANNEL = "revisions"


@dataclass(frozen=True, slots=True)
class History:
    """A note, whom it is about, and the versions of its words, newest first."""

    note: Observation
    people: tuple[Person, ...]
    versions: tuple[NoteRevision, ...]


class RevisionsViewModel(QObject):
    """Two versions are chosen: `newer` stands right, `older` left; both count from the newest."""

    history_changed = Signal()
    choice_changed = Signal()
    compared = Signal()
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = TaskRunner(self)
        self._wanted: NoteId | None = None
        self._history: History | None = None
        self._rows: tuple[Row, ...] = ()
        self.newer = 0
        self.older = 0
        session.notes_changed.connect(self._on_notes_changed)
        session.discreet.changed.connect(self._on_discreet)
        tasks = self._tasks
        self.destroyed.connect(lambda _gone=None: tasks.close())

    @property
    def history(self) -> History | None:
        """What is on show."""
        return self._history

    @property
    def rows(self) -> Sequence[Row]:
        """The paragraphs of both versions side by side."""
        return self._rows

    @property
    def today(self) -> date:
        """The day by the session's clock."""
        return today(self._session.clock)

    @property
    def can_compare(self) -> bool:
        """Whether there are two versions."""
        return self._history is not None and len(self._history.versions) > 1

    def show_note(self, note_id: NoteId) -> None:
        """Read the versions of a note and compare the two newest."""
        if note_id != self._wanted:
            self._history = None
        self._wanted = note_id
        self._read()

    def rest(self) -> None:
        """Forget the texts while another page is on show."""
        self._wanted = None

    def choose(self, place: int) -> None:
        """Put a version left; one that is newer than the right one takes the right side."""
        if place > self.newer:
            self._set_choice(place, self.newer)
        elif place < self.newer:
            self._set_choice(self.older, place)

    def choose_right(self, place: int) -> None:
        """Put a version right, and the one before it left where the left one would be newer."""
        last = self._count - 1
        if 0 <= place < last:
            self._set_choice(max(self.older, place + 1), place)

    def move_older(self, step: int) -> None:
        """Put an older (+1) or newer (-1) version left."""
        place = self.older + step
        if self.newer < place < self._count:
            self._set_choice(place, self.newer)

    def older_text(self) -> str:
        """Return the left version as one Markdown text, the reading left out."""
        return leaving_markdown(self._text(self.older)) if self.can_compare else ""

    def bring_back(self) -> None:
        """Make the left version the present one; a new revision, so nothing is lost."""
        history = self._history
        if history is None or not self.can_compare:
            return
        note, revision = history.note.id, history.versions[self.older].revision
        self._session.write(
            lambda workspace: workspace.notes.bring_back(note, revision), changes=Changed.NOTES
        )

    def summary(self, place: int) -> str:
        """Return what a version changed, field by field."""
        assert self._history is not None
        versions = self._history.versions
        if place + 1 >= len(versions):
            return strings.FIRST_WRITTEN if versions[place].revision == 1 else strings.OLDEST_KEPT
        text, before = versions[place].text, versions[place + 1].text
        changed = [
            strings.FIELD_NAMES[field.name]
            for field in fields(NoteText)
            if getattr(text, field.name) != getattr(before, field.name)
        ]
        return "; ".join(changed)

    @property
    def _count(self) -> int:
        return len(self._history.versions) if self._history is not None else 0

    def _text(self, place: int) -> NoteText:
        assert self._history is not None
        return self._history.versions[place].text

    def _set_choice(self, older: int, newer: int) -> None:
        self.older, self.newer = older, newer
        self.choice_changed.emit()
        self._compare()

    def _compare(self) -> None:
        older, newer = self._text(self.older), self._text(self.newer)
        self._tasks.run(
            lambda: compare(whole_markdown(older), whole_markdown(newer)),
            done=self._on_compared,
            failed=self.failed.emit,
            channel=_CHANNEL,
        )

    def _read(self) -> None:
        note_id = self._wanted
        if note_id is None:
            return

        def work(workspace: Workspace) -> History:
            note = workspace.notes.get(note_id)
            people = tuple(workspace.people.get(person) for person in note.people)
            return History(note, people, tuple(workspace.notes.revisions(note_id)))

        self._session.read(work, done=self._on_read, failed=self.failed.emit, channel=_CHANNEL)

    def _on_read(self, history: History) -> None:
        if history.note.id != self._wanted:
            return
        before, self._history = self._history, history
        if history == before:
            return
        self.history_changed.emit()
        if before is not None and _numbers(before) == _numbers(history):
            self._set_choice(self.older, self.newer)  # the same versions in other words
        else:
            self._set_choice(min(1, len(history.versions) - 1), 0)

    def _on_compared(self, rows: list[Row]) -> None:
        self._rows = tuple(rows)
        self.compared.emit()

    @Slot()
    def _on_discreet(self) -> None:
        """Hide the names that are on show in the same turn; what is read again follows."""
        if self._session.discreet.is_on and not self._session.discreet.covers_texts:
            self._on_compared([])  # until they are compared with initials in them
        if self._wanted is not None and self._history is not None:
            self._on_read(self._session.discreet.shown(self._history))

    @Slot()
    def _on_notes_changed(self) -> None:
        self._read()


def _numbers(history: History) -> list[int]:
    return [version.revision for version in history.versions]
