"""Saves what is written about one talk by itself: a second after typing, on leaving, again."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.domain.conversation import Conversation
from managernotes.domain.identity import ConversationId
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.conversations.talk_fields import TalkFields, fields_of, merged

SAVE_AFTER_MS = 1_000
"""How long the keys rest before the text is saved (SECURITY-DESIGN §4, Autosave)."""
RETRY_MS = 5_000
"""How long after a failure it is tried again (SPEC §5.18)."""


class _Base:
    """What the fields began with; the vault's thread moves it on with each save."""

    def __init__(self, fields: TalkFields) -> None:
        self._lock = threading.Lock()
        self._fields = fields

    @property
    def fields(self) -> TalkFields:
        with self._lock:
            return self._fields

    def move_to(self, fields: TalkFields) -> None:
        with self._lock:
            self._fields = fields


class TalkSaver(QObject):
    """Keeps the words of one talk until they are on disk; it never gives them up by itself."""

    saved = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self,
        session: Session,
        talk: Conversation,
        fields: Callable[[], TalkFields],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.talk: ConversationId = talk.id
        self._base = _Base(fields_of(talk.words))
        self._session = session
        self._fields = fields
        self._edits = 0
        self._saved_edits = 0
        self._pending = 0
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
    def is_busy(self) -> bool:
        """Whether something is unsaved, or on its way."""
        return self.unsaved or self._pending > 0

    @property
    def is_stuck(self) -> bool:
        """Whether words would be lost if the vault were locked now."""
        return self.unsaved and self._has_failed

    @property
    def fields(self) -> TalkFields:
        """The words as they stand in the fields, or as they stood when the fields went on."""
        return self._fields()

    def touch(self) -> None:
        """Save in a second, unless more is typed."""
        self._edits += 1
        self._soon.start()

    @Slot()
    def flush(self) -> None:
        """Save now what is unsaved."""
        self._soon.stop()
        if not self.unsaved:
            return
        self._again.stop()
        self._pending += 1
        edits, typed = self._edits, self._fields()
        self._session.write(
            lambda workspace: self._save(workspace, typed),
            changes=Changed.TALKS,
            done=lambda talk: self._on_saved(talk, edits),
            failed=self._on_failed,
        )

    def began_with(self, fields: TalkFields) -> None:
        """Take note that the fields show these words, which are on disk."""
        self._base.move_to(fields)

    def freeze(self) -> None:
        """Keep the words as they are now, because the fields are about to show another talk."""
        kept = self._fields()
        self._fields = lambda: kept

    def thaw(self, fields: Callable[[], TalkFields]) -> None:
        """Read the words from the fields again."""
        self._fields = fields

    def _save(self, workspace: Workspace, typed: TalkFields) -> Conversation:
        """Store what was typed over what the talk says now; on the vault's thread."""
        present = workspace.talks.get(self.talk)
        words = merged(self._base.fields, typed, present.words)
        if words != present.words:
            present = workspace.talks.save_words(self.talk, words, present.revision)
        self._base.move_to(typed)
        return present

    def _on_saved(self, talk: Conversation, edits: int) -> None:
        self._pending -= 1
        self._saved_edits = max(self._saved_edits, edits)
        self._has_failed = False
        self.saved.emit(talk)

    def _on_failed(self, error: Exception) -> None:
        self._pending -= 1
        self._has_failed = True
        self._again.start()
        self.failed.emit(error)

    @Slot(object)
    def _on_place_changed(self, lost: ManagerNotesError | None) -> None:
        if lost is None and self._has_failed:
            self.flush()
