"""Saves typed texts by themselves: a second after typing, on leaving, again after a failure."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QTimer, Slot

from managernotes.errors import InvalidInputError, NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session

SAVE_AFTER_MS = 1_000
"""How long the keys rest before a text is saved (SECURITY-DESIGN §4, Autosave)."""
RETRY_MS = 5_000
"""How long after a failure it is tried again (SPEC §5.18)."""
_REFUSALS = (InvalidInputError, NotFoundError)

Save = Callable[[Workspace, Hashable, str], object]


class TextSaver(QObject):
    """Keeps what was typed, by record, until it is on disk.

    `save` takes the record as it is in the vault at that moment and changes only this text, so
    another window's changes of the rest stay.
    """

    def __init__(self, session: Session, save: Save, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._save = save
        self._unsaved: dict[Hashable, str] = {}
        self._has_failed = False
        self._soon = QTimer(self, interval=SAVE_AFTER_MS, singleShot=True)
        self._again = QTimer(self, interval=RETRY_MS, singleShot=True)
        for timer in (self._soon, self._again):
            timer.timeout.connect(self.flush)

    @property
    def is_stuck(self) -> bool:
        """Whether words are in memory only, because the vault could not be written."""
        return self._has_failed and bool(self._unsaved)

    def text_of(self, record: Hashable) -> str | None:
        """Return what was typed for a record and is not on disk yet."""
        return self._unsaved.get(record)

    def put(self, record: Hashable, text: str) -> None:
        """Take what stands in the field now; it is saved in a second, unless more is typed."""
        self._unsaved[record] = text
        self._soon.start()

    def forget(self, record: Hashable) -> None:
        """Give up what was typed for a record: something else takes its place."""
        self._unsaved.pop(record, None)

    @Slot()
    def flush(self) -> None:
        """Save now what is unsaved."""
        self._soon.stop()
        self._again.stop()
        for record, text in tuple(self._unsaved.items()):
            self._write(record, text)

    def _write(self, record: Hashable, text: str) -> None:
        self._session.write(
            lambda workspace: self._save(workspace, record, text),
            changes=Changed.TALKS,
            done=lambda _done: self._on_saved(record, text),
            failed=lambda error: self._on_failed(error, record),
        )

    def _on_saved(self, record: Hashable, text: str) -> None:
        self._has_failed = False
        if self._unsaved.get(record) == text:
            del self._unsaved[record]

    def _on_failed(self, error: Exception, record: Hashable) -> None:
        if isinstance(error, _REFUSALS):
            self._unsaved.pop(record, None)
        else:
            self._has_failed = True
            self._again.start()
        self._session.failed.emit(error)
