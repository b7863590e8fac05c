"""Saves the closing sentence of one thread by itself, a second after typing, and on leaving."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.domain.identity import ThreadId
from managernotes.domain.thread import Thread
from managernotes.errors import InvalidInputError, NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session

SAVE_AFTER_MS = 1_000
RETRY_MS = 5_000
_REFUSALS = (InvalidInputError, NotFoundError)


class ThreadSaver(QObject):
    """Keeps what was typed until it is on disk.

    A save takes the thread as it is in the vault at that moment and changes only this sentence,
    so another window's changes of the rest stay.
    """

    saved = Signal(Thread)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._unsaved: dict[ThreadId, str] = {}
        self._has_failed = False
        self._soon = QTimer(self, interval=SAVE_AFTER_MS, singleShot=True)
        self._again = QTimer(self, interval=RETRY_MS, singleShot=True)
        for timer in (self._soon, self._again):
            timer.timeout.connect(self.flush)

    @property
    def is_stuck(self) -> bool:
        """Whether words are in memory only, because the vault could not be written."""
        return self._has_failed and bool(self._unsaved)

    def text_of(self, thread: ThreadId) -> str | None:
        """Return what was typed for a thread and is not on disk yet."""
        return self._unsaved.get(thread)

    def put(self, thread: ThreadId, better_now: str) -> None:
        """Take what stands in the field now; it is saved in a second, unless more is typed."""
        self._unsaved[thread] = better_now
        self._soon.start()

    @Slot()
    def flush(self) -> None:
        """Save now what is unsaved."""
        self._soon.stop()
        self._again.stop()
        for thread, text in tuple(self._unsaved.items()):
            self._write(thread, text)

    def _write(self, identity: ThreadId, text: str) -> None:
        def save(workspace: Workspace) -> Thread:
            words = replace(workspace.threads.get(identity).words, better_now=text)
            return workspace.threads.save_words(identity, words)

        self._session.write(
            save,
            changes=Changed.TALKS,
            done=lambda thread: self._on_saved(thread, text),
            failed=lambda error: self._on_failed(error, identity),
        )

    def _on_saved(self, thread: Thread, text: str) -> None:
        self._has_failed = False
        if self._unsaved.get(thread.id) == text:
            del self._unsaved[thread.id]
        self.saved.emit(thread)

    def _on_failed(self, error: Exception, thread: ThreadId) -> None:
        if isinstance(error, _REFUSALS):
            self._unsaved.pop(thread, None)
        else:
            self._has_failed = True
            self._again.start()
        self._session.failed.emit(error)
