"""Saves what is written about a talk by itself, field by field: a second after the last key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.errors import InvalidInputError, ManagerNotesError, NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session

SAVE_AFTER_MS = 1_000
"""How long the keys rest before the text is saved (SECURITY-DESIGN §4, Autosave)."""
RETRY_MS = 5_000
"""How long after a failure it is tried again (SPEC §5.18)."""

Save = Callable[[Workspace, Mapping[str, str]], object]
"""Puts some fields into the words as they are in the vault by then."""


class WordsSaver(QObject):
    """Keeps the changed fields of one talk until they are on disk; never gives them up by itself.

    A save changes only these fields, so what another window wrote in the others stays; what it
    wrote in the same one stays among the revisions.
    """

    saved = Signal()

    def __init__(self, session: Session, save: Save, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._save = save
        self._unsaved: dict[str, str] = {}
        self._has_failed = False
        self._soon = QTimer(self, interval=SAVE_AFTER_MS, singleShot=True)
        self._again = QTimer(self, interval=RETRY_MS, singleShot=True)
        for timer in (self._soon, self._again):
            timer.timeout.connect(self.flush)
        session.place_changed.connect(self._on_place_changed)

    @property
    def is_stuck(self) -> bool:
        """Whether words would be lost if the vault were locked now."""
        return self._has_failed and any(text.strip() for text in self._unsaved.values())

    @property
    def unsaved(self) -> Mapping[str, str]:
        """What was typed and is not on disk yet, by field."""
        return dict(self._unsaved)

    def put(self, field: str, text: str) -> None:
        """Take a field's text; it is saved in a second, unless more is typed."""
        self._unsaved[field] = text
        self._soon.start()

    @Slot()
    def flush(self) -> None:
        """Save now what is unsaved."""
        self._soon.stop()
        self._again.stop()
        if not self._unsaved:
            return
        fields = dict(self._unsaved)
        self._session.write(
            lambda workspace: self._save(workspace, fields),
            changes=Changed.TALKS,
            done=lambda _saved: self._on_saved(fields),
            failed=self._on_failed,
        )

    def _on_saved(self, fields: Mapping[str, str]) -> None:
        for field, text in fields.items():
            if self._unsaved.get(field) == text:
                del self._unsaved[field]
        self._has_failed = False
        self.saved.emit()

    def _on_failed(self, error: Exception) -> None:
        if not self._has_failed:
            self._session.failed.emit(error)
        self._has_failed = True
        if not isinstance(error, InvalidInputError | NotFoundError):
            self._again.start()

    @Slot(object)
    def _on_place_changed(self, lost: ManagerNotesError | None) -> None:
        if lost is None and self._has_failed:
            self.flush()
