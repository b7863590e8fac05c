"""Saves what is written about one person by itself, field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person
from managernotes.errors import (
    InvalidInputError,
    ManagerNotesError,
    NotFoundError,
    PersonExistsError,
)
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.people.add_person_reading import PersonField, taken

RETRY_MS = 5_000
"""How long after a failure it is tried again (SPEC §5.18)."""

_NAMES = (PersonField.NAME.value, PersonField.ALIAS.value)


class PersonSaver(QObject):
    """Keeps changed fields until they are on disk.

    A save takes the person as they are in the vault at that moment and changes only these
    fields, so another window's changes of other fields stay. A name or an alias that is in use
    already waits until one of the two is changed; the other fields do not wait for it.
    """

    saved = Signal()
    taken = Signal(object, str)

    def __init__(self, session: Session, person: PersonId, parent: QObject) -> None:
        super().__init__(parent)
        self.person = person
        self._session = session
        self._unsaved: dict[str, Any] = {}
        self._waiting: dict[str, Any] = {}
        self._told = False
        self._again = QTimer(self, interval=RETRY_MS, singleShot=True)
        self._again.timeout.connect(self.flush)
        session.place_changed.connect(self._on_place_changed)

    @property
    def values(self) -> dict[str, Any]:
        """What was changed and is not on disk yet, by attribute of a person."""
        return {**self._waiting, **self._unsaved}

    @property
    def is_stuck(self) -> bool:
        """Whether something is in memory only, because the vault could not be written."""
        return self._told and bool(self._unsaved)

    def put(self, field: str, value: object) -> None:
        """Take a changed field; `flush` saves it."""
        if field in _NAMES:
            self._unsaved.update(self._waiting)
            self._waiting.clear()
        self._unsaved[field] = value

    def retry(self) -> None:
        """Try what waits once more: the other person may have another name by now."""
        self._unsaved.update(self._waiting)
        self._waiting.clear()
        self.flush()

    @Slot()
    def flush(self) -> None:
        """Save now what is unsaved."""
        if not self._unsaved:
            return
        self._again.stop()
        changes = dict(self._unsaved)

        def save(workspace: Workspace) -> Person:
            present = workspace.people.get(self.person)
            return workspace.people.edit(replace(present, **changes))

        self._session.write(
            save,
            changes=Changed.PEOPLE,
            done=lambda _person: self._on_saved(changes),
            failed=lambda error: self._on_failed(error, changes),
        )

    def _on_saved(self, changes: dict[str, Any]) -> None:
        self._forget(changes)
        self._told = False
        self.saved.emit()

    def _on_failed(self, error: Exception, changes: dict[str, Any]) -> None:
        if isinstance(error, PersonExistsError):
            self._put_aside(error, changes)
        elif isinstance(error, (InvalidInputError, NotFoundError)):
            self._forget(changes)
            self._session.failed.emit(error)
        else:
            if not self._told:
                self._session.failed.emit(error)
            self._told = True
            self._again.start()

    @Slot(object)
    def _on_place_changed(self, lost: ManagerNotesError | None) -> None:
        if lost is None and self._told:
            self.flush()

    def _put_aside(self, error: PersonExistsError, changes: dict[str, Any]) -> None:
        refused = {name: changes[name] for name in _NAMES if name in changes}
        if refused.items() <= self._unsaved.items():
            self._forget(refused)
            self._waiting.update(refused)
            alias = refused.get(PersonField.ALIAS.value)
            self.taken.emit(*taken(error, alias))
        self.flush()

    def _forget(self, changes: dict[str, Any]) -> None:
        for name, value in changes.items():
            if name in self._unsaved and self._unsaved[name] == value:
                del self._unsaved[name]
