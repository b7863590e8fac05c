"""State and commands behind the About tab: reads a person, saves each field by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import PersonId
from managernotes.domain.person import Cadence, Person, PersonStatus
from managernotes.errors import InvalidInputError, NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.people.add_person_reading import PersonField, PersonReader
from managernotes_ui.people.person_about_saver import PersonSaver

SAVE_AFTER_MS = 800
"""How long the keys rest before what was typed is saved; with the write it stays under 1 s."""


@dataclass(frozen=True, slots=True)
class AboutPerson:
    """A person as the form shows them: what is not on disk yet included.

    `changes` counts the earlier versions that are kept.
    """

    person: Person
    changes: int


class PersonAboutViewModel(QObject):
    """`refused` brings a field and its sentence, an empty one when it can be read again."""

    shown = Signal(object)
    refused = Signal(object, str)
    removed = Signal(object)

    def __init__(self, session: Session, dates: DateWords, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = PersonReader(dates)
        self._typed: dict[PersonField, str] = {}
        self._savers: dict[PersonId, PersonSaver] = {}
        self._saver: PersonSaver | None = None
        self._soon = QTimer(self, interval=SAVE_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._on_rest)
        session.people_changed.connect(self.reload)

    @property
    def person(self) -> PersonId | None:
        """Whose form it is."""
        return self._saver.person if self._saver else None

    @property
    def has_unsaved(self) -> bool:
        """Whether something about anybody is in memory only, because the vault refused it."""
        return any(saver.is_stuck for saver in self._savers.values())

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    def shown_name(self, read: AboutPerson) -> str:
        """Return how a person is called in a question about them."""
        return self._session.discreet.name(read.person.display_name)

    def words(self, value: str | date | None) -> str:
        """Return what a field shows of a value."""
        return self._reader.words(value)

    def is_typed(self, field: PersonField) -> bool:
        """Whether the field holds words that have not been read yet, or cannot be."""
        return field in self._typed

    def show_person(self, person: PersonId) -> None:
        """Show somebody; what was typed about the one before is saved first."""
        self.leave()
        self._typed.clear()
        if person not in self._savers:
            saver = PersonSaver(self._session, person, self)
            saver.taken.connect(partial(self._on_taken, saver))
            saver.saved.connect(partial(self._on_saved, saver))
            self._savers[person] = saver
        self._saver = self._savers[person]
        self._saver.retry()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the person again."""
        person = self.person
        if person is not None:
            self._session.read(
                lambda workspace: _read(workspace, person),
                done=self._on_read,
                failed=self._on_read_failed,
                channel="person-about",
                as_stored=True,
            )

    def typed(self, field: PersonField, words: str) -> None:
        """Take what was typed; it is saved when the keys rest or the field is left."""
        self._typed[field] = words
        self._soon.start()

    def left(self, field: PersonField) -> None:
        """Save a field whose editor lost the keyboard, or say why it cannot be read."""
        self._take(field, aloud=True)
        self._flush()

    def choose(self, field: str, value: Cadence | PersonStatus) -> None:
        """Save what was chosen."""
        if self._saver is not None:
            self._saver.put(field, value)
            self._flush()

    def leave(self) -> None:
        """Save everything now."""
        for field in tuple(self._typed):
            self._take(field, aloud=True)
        self._flush()

    def remove(self) -> None:
        """Move the person to the bin; `removed` follows."""
        self.leave()
        person = self.person
        if person is not None:
            self._session.write(
                lambda workspace: workspace.people.bin(person),
                changes=Changed.PEOPLE,
                done=lambda _done: self.removed.emit(person),
            )

    @Slot()
    def _on_rest(self) -> None:
        for field in tuple(self._typed):
            self._take(field, aloud=False)
        self._flush()

    def _take(self, field: PersonField, *, aloud: bool) -> None:
        """Read a field; while its owner still types, a fault is not held against them."""
        if self._saver is None or field not in self._typed:
            return
        try:
            value = self._reader.read(field, self._typed[field])
        except InvalidInputError as error:
            if aloud:
                self.refused.emit(field, str(error))
            return
        del self._typed[field]
        self.refused.emit(field, "")
        self._saver.put(field.value, value)

    def _flush(self) -> None:
        self._soon.stop()
        if self._saver is not None:
            self._saver.flush()

    def _on_read(self, read: AboutPerson) -> None:
        saver = self._saver
        if saver is not None and read.person.id == saver.person:
            person = replace(read.person, **saver.values)
            self.shown.emit(replace(read, person=person))

    def _on_read_failed(self, error: Exception) -> None:
        if not isinstance(error, NotFoundError):  # then the page goes by itself
            self._session.failed.emit(error)

    def _on_saved(self, saver: PersonSaver) -> None:
        """Take back that a name is in use: it may have become free by the other one."""
        for field in (PersonField.NAME, PersonField.ALIAS):
            waits = field in self._typed or field.value in saver.values
            if saver is self._saver and not waits:
                self.refused.emit(field, "")

    def _on_taken(self, saver: PersonSaver, field: PersonField, sentence: str) -> None:
        if saver is self._saver:
            self.refused.emit(field, sentence)


def _read(workspace: Workspace, identity: PersonId) -> AboutPerson:
    return AboutPerson(
        person=workspace.people.get(identity),
        changes=len(workspace.people.revisions(identity)),
    )
