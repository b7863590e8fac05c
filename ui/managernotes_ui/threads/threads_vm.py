"""State behind the threads: the list, the chosen one, its lines, and where it may go next."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import NoteId, PersonId, ThreadId
from managernotes.domain.thread import Thread, ThreadItem, ThreadRow, ThreadState
from managernotes.domain.thread_rules import CLOSED, next_states
from managernotes.errors import NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Session
from managernotes_ui.common.text_saver import TextSaver
from managernotes_ui.threads.thread_changes import ThreadChanges


@dataclass(frozen=True, slots=True)
class ThreadsRead:
    """One answer of the vault: the list, and the lines of the chosen thread."""

    rows: tuple[ThreadRow, ...]
    items: tuple[ThreadItem, ...]
    chosen: ThreadId | None


@dataclass(frozen=True, slots=True)
class Linkable:
    """What the picker of notes asks of whatever a note is linked to."""

    id: ThreadId
    people: tuple[PersonId, ...]
    linked_notes: tuple[NoteId, ...]


class ThreadsViewModel(QObject):
    """`changed` follows whenever list or lines are others."""

    changed = Signal()

    def __init__(self, session: Session, directory: PeopleDirectory, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.saver = TextSaver(session, _save_sentence, self)
        self.changes = ThreadChanges(session, self._chosen_now, self.saver.flush, self)
        self.changes.begun.connect(self.choose)
        self._read: ThreadsRead | None = None
        self._chosen: ThreadId | None = None
        self._thread: Thread | None = None
        session.talks_changed.connect(self.reload)
        session.notes_changed.connect(self.reload)
        directory.changed.connect(self.changed)

    def _chosen_now(self) -> ThreadId | None:
        return self._chosen

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    @property
    def is_read(self) -> bool:
        """Whether the vault has been read."""
        return self._read is not None

    @property
    def rows(self) -> tuple[ThreadRow, ...]:
        """Every thread."""
        return self._read.rows if self._read is not None else ()

    @property
    def row(self) -> ThreadRow | None:
        """The chosen thread as the list has it."""
        return next((row for row in self.rows if row.id == self._chosen), None)

    @property
    def items(self) -> tuple[ThreadItem, ...]:
        """The lines of the chosen thread."""
        read = self._read
        return read.items if read is not None and read.chosen == self._chosen else ()

    @property
    def open_thread(self) -> Thread | None:
        """The chosen thread with its words as they are stored, for the editor."""
        thread = self._thread
        return thread if thread is not None and thread.id == self._chosen else None

    @property
    def next_states(self) -> tuple[ThreadState, ...]:
        """Where the chosen thread may go from here, the usual way first."""
        return next_states(self.open_thread) if self.open_thread is not None else ()

    @property
    def linkable(self) -> Linkable | None:
        """The chosen thread as the picker of notes wants it."""
        thread = self.open_thread
        if thread is None:
            return None
        return Linkable(thread.id, (thread.person,), thread.notes)

    @Slot(object)
    def choose(self, thread: ThreadId | None) -> None:
        """Show another thread; what was typed for the one before is saved."""
        if thread != self._chosen:
            self.saver.flush()
            self._chosen = thread
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list, the chosen thread and its lines."""
        chosen = self._chosen
        self._session.read(
            lambda workspace: _read(workspace, chosen), done=self._on_read, channel="threads"
        )
        if chosen is not None:
            self._session.read(
                lambda workspace: workspace.threads.get(chosen),
                done=self._on_thread,
                failed=self._on_gone,
                channel="thread",
                as_stored=True,
            )

    def typed(self, better_now: str) -> None:
        """Take what stands in the field of the closing sentence."""
        thread = self.open_thread
        if thread is not None:
            self.saver.put(thread.id, better_now)
            words = replace(thread.words, better_now=better_now)
            self._thread = replace(thread, words=words)

    def needs_sentence(self, state: ThreadState) -> bool:
        """Whether the chosen thread cannot go there before its closing sentence is written."""
        thread = self.open_thread
        return state in CLOSED and thread is not None and not thread.words.better_now.strip()

    def _on_read(self, read: ThreadsRead) -> None:
        self._read = read
        self.changed.emit()

    def _on_thread(self, thread: Thread) -> None:
        if thread.id != self._chosen:
            return
        typed = self.saver.text_of(thread.id)
        if typed is not None:
            thread = replace(thread, words=replace(thread.words, better_now=typed))
        self._thread = thread
        self.changed.emit()

    def _on_gone(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._chosen, self._thread = None, None
            self.changed.emit()
        else:
            self._session.failed.emit(error)


def _save_sentence(workspace: Workspace, thread: Hashable, better_now: str) -> object:
    identity = cast("ThreadId", thread)
    words = replace(workspace.threads.get(identity).words, better_now=better_now)
    return workspace.threads.save_words(identity, words)


def _read(workspace: Workspace, chosen: ThreadId | None) -> ThreadsRead:
    rows = workspace.threads.list()
    here = any(row.id == chosen for row in rows)
    items = workspace.threads.items(chosen) if chosen is not None and here else ()
    return ThreadsRead(rows, items, chosen)
