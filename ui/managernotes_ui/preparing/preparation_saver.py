"""Saves what is written in the steps by itself, as the note editor does its note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.domain.identity import ConversationId
from managernotes.domain.preparation import Preparation, PreparationWords
from managernotes.errors import (
    EditConflictError,
    InvalidInputError,
    ManagerNotesError,
    NotFoundError,
)
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.notes.note_saver import (
    RETRY_MS,
    SAVE_AFTER_MS,
    KnownRevision,
    TextNotSavedError,
)

_Save = Callable[[Workspace, PreparationWords], Preparation]


class PreparationSaver(QObject):
    """Holds the words of one preparation until they are on disk; it never gives them up."""

    saved = Signal()
    failed = Signal(Exception)

    def __init__(self, session: Session, preparation: Preparation, parent: QObject) -> None:
        super().__init__(parent)
        self.preparation_id = preparation.id
        self.conversation: ConversationId = preparation.conversation
        self.known = KnownRevision(preparation.revision)
        self.words = preparation.words
        self.saved_words = preparation.words
        self._session = session
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
        return self.unsaved and self._has_failed

    def edit(self, words: PreparationWords) -> None:
        """Take other words, and save them in a second unless more is typed."""
        self.words = words
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

    def take_theirs(self, preparation: Preparation) -> None:
        """Give in: what another window wrote is now the text."""
        self._in_conflict = False
        self.reread(preparation)
        self._saved_edits = self._edits

    def reread(self, preparation: Preparation) -> None:
        """Go on from what the vault holds now."""
        self.known.raise_to(preparation.revision)
        self.words = self.saved_words = preparation.words

    def _write(self, save: _Save) -> None:
        self._soon.stop()
        self._again.stop()
        edits, words = self._edits, self.words
        self._session.write(
            lambda workspace: _saved(save, workspace, words),
            changes=Changed.TALKS,
            done=lambda preparation: self._on_saved(preparation, edits),
            failed=self._on_failed,
        )

    def _save(self, workspace: Workspace, words: PreparationWords) -> Preparation:
        identity, known = self.preparation_id, self.known.number
        preparation = workspace.preparations.save_words(identity, words, known)
        self.known.raise_to(preparation.revision)
        return preparation

    def _save_over(self, workspace: Workspace, words: PreparationWords) -> Preparation:
        self.known.raise_to(workspace.preparations.get(self.preparation_id).revision)
        return self._save(workspace, words)

    def _on_saved(self, preparation: Preparation, edits: int) -> None:
        self._saved_edits = max(self._saved_edits, edits)
        self._has_failed = False
        self.saved_words = preparation.words
        if not self.unsaved:
            self._again.stop()
        self.saved.emit()

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


def _saved(save: _Save, workspace: Workspace, words: PreparationWords) -> Preparation:
    try:
        return save(workspace, words)
    except (InvalidInputError, EditConflictError, NotFoundError) as reason:
        raise TextNotSavedError(reason) from reason
