"""The people and tags that a capture line can name, kept up to date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.identity import PersonId
from managernotes.domain.person import NewPerson, Person
from managernotes.services.workspace import Workspace
from managernotes_ui.capture.choices import display_name
from managernotes_ui.common.session import Changed, Session


class KnownNames(QObject):
    """The team and the tags in use; `changed` follows when they are others."""

    changed = Signal()
    person_refused = Signal(Exception)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._people: tuple[Person, ...] = ()
        self._tags: tuple[str, ...] = ()
        self._adding = ""
        session.discreet.changed.connect(self.changed)
        session.people_changed.connect(self._read_people)
        session.notes_changed.connect(self._read_tags)
        self._read_people()
        self._read_tags()

    @property
    def people(self) -> Sequence[Person]:
        """The team, A to Z."""
        return self._people

    @property
    def tags(self) -> Sequence[str]:
        """The tags in use, A to Z."""
        return self._tags

    @property
    def adding(self) -> str:
        """The name that is on its way to become a person; else empty."""
        return self._adding

    def name_of(self, person: PersonId) -> str:
        """Return how a person is called now, or an empty text for somebody who is gone."""
        name = next((who.display_name for who in self._people if who.id == person), "")
        return self._session.discreet.name(name)

    def shown(self, text: str) -> str:
        """Return a text with initials where names must not stand now."""
        return self._session.discreet.text(text)

    def add(self, name: str) -> None:
        """Add somebody by the name that was typed; `changed` or `person_refused` follows."""
        self._adding = name
        new = NewPerson(display_name=display_name(name))
        self._session.write(
            lambda workspace: workspace.people.add(new),
            changes=Changed.PEOPLE,
            done=self._on_added,
            failed=self._on_refused,
        )

    def _on_added(self, person: Person) -> None:
        self._adding = ""
        self._take_people([*self._people, person])

    def _on_refused(self, error: Exception) -> None:
        self._adding = ""
        self.person_refused.emit(error)
        self.changed.emit()

    @Slot()
    def _read_people(self) -> None:
        self._session.read(_team, done=self._take_people, as_stored=True)

    def _take_people(self, people: list[Person]) -> None:
        if tuple(people) != self._people:
            self._people = tuple(people)
            self.changed.emit()

    @Slot()
    def _read_tags(self) -> None:
        self._session.read(_tags, done=self._take_tags)

    def _take_tags(self, tags: list[str]) -> None:
        self._tags = tuple(tags)


def _team(workspace: Workspace) -> list[Person]:
    return workspace.people.list_people()


def _tags(workspace: Workspace) -> list[str]:
    return workspace.notes.tags()
