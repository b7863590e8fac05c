"""State and commands behind the sheet that adds a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from managernotes.domain.person import Cadence, NewPerson, Person
from managernotes.errors import InvalidInputError, ManagerNotesError, PersonExistsError
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import people as strings
from managernotes_ui.people.add_person_reading import PersonField, PersonReader, taken


class AddPersonViewModel(QObject):
    """Adds whom the fields describe; `refused` brings a sentence for each field at fault."""

    refused = Signal(dict)
    failed = Signal(str)
    added = Signal(object)

    def __init__(self, session: Session, reader: PersonReader, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = reader
        self.is_adding = False

    def add(self, typed: Mapping[PersonField, str], cadence: Cadence) -> None:
        """Add the person, or say what stands in the way; one at a time."""
        if self.is_adding:
            return
        person = self._read(typed, cadence)
        if person is None:
            return
        self.is_adding = True
        self._session.write(
            lambda workspace: workspace.people.add(person),
            changes=Changed.PEOPLE,
            done=self._on_added,
            failed=lambda error: self._on_refused(error, person),
        )

    def _read(self, typed: Mapping[PersonField, str], cadence: Cadence) -> NewPerson | None:
        values: dict[str, Any] = {}
        errors: dict[PersonField, str] = {}
        for field, words in typed.items():
            try:
                values[field.value] = self._reader.read(field, words)
            except InvalidInputError as error:
                errors[field] = str(error)
        if errors:
            self.refused.emit(errors)
            return None
        return NewPerson(cadence=cadence, **values)

    def _on_added(self, person: Person) -> None:
        self.is_adding = False
        self.added.emit(person.id)

    def _on_refused(self, error: Exception, person: NewPerson) -> None:
        self.is_adding = False
        if isinstance(error, PersonExistsError):
            field, sentence = taken(error, person.alias)
            self.refused.emit({field: sentence})
        else:
            known = isinstance(error, ManagerNotesError)
            self.failed.emit(str(error) if known else strings.NOT_ADDED)
