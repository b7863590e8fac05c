"""Saves one note by itself: a second after typing, on leaving, and again after a failure."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import NoteText, Observation
from managernotes.errors import (
    EditConflictError,
    InvalidInputError,
    ManagerNotesError,
    NotFoundError,
)
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session

SAVE_AFTER_MS = 1_000
"""How long the keys rest before the text is saved (SECURITY-DESIGN §4, Autosave)."""

_Save = Callable[[Workspace, NoteText], Observation]

RETRY_MS = 5_000
"""How long after a failure it is tried again (SPEC §5.18)."""


class TextNotSavedError(Exception):
    """The vault refused the text; unlike other refusals, this leaves something unsaved."""

    def __init__(self, reason: ManagerNotesError) -> None:
        super().__init__(type(reason).__name__)
        self.reason = reason


class KnownRevision:
    """The newest revision of a note that this window has seen; both threads may raise it."""

    def __init__(self, revision: int) -> None:
        self._lock = threading.Lock()
        self._revision = revision

    @property
    def number(self) -> int:
        """The revision a save expects to find."""
        return self._revision

    def raise_to(self, revision: int) -> None:
        """Take note of a newer revision; an older one, read before, changes nothing."""
        with self._lock:
            self._revision = max(self._revision, revision)


class NoteSaver(QObject):
    """Keeps the words of one note until they are on disk; it never gives them up by itself."""

    saved = Signal(Observation)
    failed = Signal(Exception)

    def __init__(
        self, session: Session, note: Observation, words: Callable[[], NoteText], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.note_id: NoteId = note.id
        self.known = KnownRevision(note.revision)
        self.saved_words = note.text
        self._session = session
        self._words = words
        self._edits = 0
        self._saved_edits = 0
        self._in_conflict = False
        self._has_failed = False
        self._soon = QTimer(self, interval=SAVE_AFTER_MS, singleShot=True)
        self._again = QTimer(self, interval=RETRY_MS, singleShot=True)
        for timer in (self._soon, self._again):
            timer.timeout.connect(self.flush)
        session.place_changed.connect(self._on_place_changed)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on disk yet."""
        return self._saved_edits < self._edits

    @property
    def is_stuck(self) -> bool:
        """Whether words would be lost if the vault were locked now."""
        return self.unsaved and self._has_failed and not self._words().is_empty

    @property
    def words(self) -> NoteText:
        """The words as they stand in the fields, or as they stood when the fields went on."""
        return self._words()

    def touch(self) -> None:
        """Save in a second, unless more is typed."""
        self._edits += 1
        if not self._in_conflict:
            self._soon.start()

    @Slot()
    def flush(self) -> None:
        """Save now what is unsaved; in a conflict nothing is written."""
        if self.unsaved and not self._in_conflict:
            self._write(self._save)

    def leave(self) -> None:
        """Save now, whatever happened: in a conflict as a new revision, which loses neither."""
        if self._in_conflict:
            self.keep_mine()
        else:
            self.flush()

    def keep_mine(self) -> None:
        """Save over what another window wrote; that stays among the revisions."""
        self._in_conflict = False
        self._write(self._save_over)

    def take_theirs(self, note: Observation) -> None:
        """Give in: what another window wrote is now the saved text."""
        self._in_conflict = False
        self.reread(note)
        self._saved_edits = self._edits

    def reread(self, note: Observation) -> None:
        """Go on from what the vault holds now."""
        self.known.raise_to(note.revision)
        self.saved_words = note.text

    def freeze(self) -> None:
        """Keep the words as they are now, because the fields are about to show another note."""
        kept = self._words()
        self._words = lambda: kept

    def thaw(self, words: Callable[[], NoteText]) -> None:
        """Read the words from the fields again."""
        self._words = words

    def _write(self, save: _Save) -> None:
        self._soon.stop()
        self._again.stop()
        edits, words = self._edits, self._words()
        self._session.write(
            lambda workspace: _saved(save, workspace, words),
            changes=Changed.NOTES,
            done=lambda note: self._on_saved(note, edits),
            failed=self._on_failed,
        )

    def _save(self, workspace: Workspace, words: NoteText) -> Observation:
        note = workspace.notes.save_text(self.note_id, words, self.known.number)
        self.known.raise_to(note.revision)
        return note

    def _save_over(self, workspace: Workspace, words: NoteText) -> Observation:
        self.known.raise_to(workspace.notes.get(self.note_id).revision)
        return self._save(workspace, words)

    def _on_saved(self, note: Observation, edits: int) -> None:
        self._saved_edits = max(self._saved_edits, edits)
        self._has_failed = False
        self.saved_words = note.text
        if not self.unsaved:
            self._again.stop()
        self.saved.emit(note)

    @Slot(object)
    def _on_place_changed(self, lost: ManagerNotesError | None) -> None:
        if lost is None and self._has_failed:
            self.flush()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, TextNotSavedError):
            self._has_failed = True
            self._again.start()
            self.failed.emit(error)
            return
        if isinstance(error.reason, EditConflictError):
            self._in_conflict = True
            self._soon.stop()
        else:
            self._has_failed = True
        self.failed.emit(error.reason)


def _saved(save: _Save, workspace: Workspace, words: NoteText) -> Observation:
    try:
        return save(workspace, words)
    except (InvalidInputError, EditConflictError, NotFoundError) as reason:
        raise TextNotSavedError(reason) from reason
