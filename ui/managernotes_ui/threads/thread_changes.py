"""What can be done with the chosen thread; each change one write, announced once it is on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from managernotes.clock import today
from managernotes.domain.identity import NoteId, PersonId, ThreadId
from managernotes.domain.observation import NewObservation
from managernotes.domain.thread import Thread, ThreadKind, ThreadState
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import threads as strings


class ThreadChanges(QObject):
    """`chosen` tells which thread is meant, `save_first` hands over what is typed for it."""

    begun = Signal(object)
    binned = Signal(object)
    unlinked = Signal(object, object)
    done = Signal()
    refused = Signal(str)

    def __init__(
        self,
        session: Session,
        chosen: Callable[[], ThreadId | None],
        save_first: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen = chosen
        self._save_first = save_first

    def step(self, state: ThreadState) -> None:
        """Move the chosen thread on, as of today."""
        self._save_first()
        day = today(self._session.clock)
        self._change(lambda workspace, thread: workspace.threads.step(thread, state, day))

    def reopen(self) -> None:
        """Open the chosen thread again."""
        self._change(lambda workspace, thread: workspace.threads.reopen(thread))

    def look_on(self, day: date | None) -> None:
        """Set the day to look at it again."""
        self._change(lambda workspace, thread: workspace.threads.set_look_on(thread, day))

    def edit(self, title: str, ahead: str, ahead_on: date | None) -> None:
        """Rename the chosen thread, and say what is ahead; `done` or `refused` follows."""

        def change(workspace: Workspace, thread: ThreadId) -> object:
            words = replace(workspace.threads.get(thread).words, title=title, ahead=ahead)
            workspace.threads.set_ahead_on(thread, ahead_on)
            return workspace.threads.save_words(thread, words)

        self._change(change, tells=True)

    def link(self, note: NoteId) -> None:
        """Put a note on the chosen thread."""
        self._change(lambda workspace, thread: workspace.threads.link(thread, note))

    def unlink(self, note: NoteId) -> None:
        """Take a note off the chosen thread; `unlinked` follows."""
        thread = self._chosen()
        self._change(
            lambda workspace, thread: workspace.threads.unlink(thread, note),
            then=lambda: self.unlinked.emit(thread, note),
        )

    def link_again(self, thread: ThreadId, note: NoteId) -> None:
        """Take back that a note was taken off."""
        self._session.write(
            lambda workspace: workspace.threads.link(thread, note), changes=Changed.TALKS
        )

    def write_note(self, note: NewObservation) -> None:
        """Store a note and put it on the chosen thread; `done` or `refused` follows."""

        def change(workspace: Workspace, thread: ThreadId) -> object:
            return workspace.threads.link(thread, workspace.notes.add(note).id)

        self._change(change, changes=Changed.NOTES_AND_TALKS, tells=True)

    def begin(self, person: PersonId, kind: ThreadKind, title: str, since: date) -> None:
        """Begin a thread and choose it; `done` or `refused` follows."""
        self._session.write(
            lambda workspace: workspace.threads.open(person, kind, title, since),
            changes=Changed.TALKS,
            done=self._on_begun,
            failed=self._on_refused,
        )

    def bin(self) -> None:
        """Move the chosen thread to the bin; `binned` follows."""
        thread = self._chosen()
        self._change(
            lambda workspace, thread: workspace.threads.bin(thread),
            then=lambda: self.binned.emit(thread),
        )

    def restore(self, thread: ThreadId) -> None:
        """Take a thread out of the bin."""
        self._session.write(
            lambda workspace: workspace.threads.restore(thread), changes=Changed.TALKS
        )

    def _change(
        self,
        work: Callable[[Workspace, ThreadId], object],
        *,
        changes: Changed = Changed.TALKS,
        then: Callable[[], None] | None = None,
        tells: bool = False,
    ) -> None:
        thread = self._chosen()
        if thread is None:
            return
        after = then or (self.done.emit if tells else lambda: None)
        self._session.write(
            lambda workspace: work(workspace, thread),
            changes=changes,
            done=lambda _done: after(),
            failed=self._on_refused if tells else None,
        )

    def _on_begun(self, thread: Thread) -> None:
        self.begun.emit(thread.id)
        self.done.emit()

    def _on_refused(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.refused.emit(str(error) if known else strings.NOT_SAVED)
