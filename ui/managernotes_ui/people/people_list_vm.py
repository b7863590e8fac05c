"""State behind the list of people: who is shown, A to Z, and what a row says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person, PersonOverview, PersonStatus
from managernotes.services.workspace import Workspace
from managernotes.text.capture_people import comparable
from managernotes.text.covered_words import spoken
from managernotes_ui.common.dates import DateWords, days_ago
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import people as strings
from managernotes_ui.widgets.covered_line import COVERED

GONE = frozenset({PersonStatus.TRANSFERRED, PersonStatus.LEFT})
RECENT_DAYS = 7
_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What one row says."""

    id: PersonId
    name: str
    about: str
    unsaid: int
    last_note: str

    @property
    def unsaid_words(self) -> str:
        """How much they have not heard yet, or an empty text."""
        return strings.unsaid(self.unsaid) if self.unsaid else ""

    @property
    def aloud(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.name, spoken(self.about, COVERED), self.unsaid_words, self.last_note)
        return ", ".join(part for part in parts if part)


class PeopleListViewModel(QObject):
    """Follows the directory; `changed` comes whenever another set of rows is to be shown.

    Nothing is known until the vault has been read once: an empty list is not shown before.
    """

    changed = Signal()
    removed = Signal(object)

    def __init__(
        self, session: Session, directory: PeopleDirectory, dates: DateWords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._directory = directory
        self._dates = dates
        self._people: Sequence[PersonOverview] | None = None
        self._filter = ""
        self._shows_gone = False
        directory.changed.connect(self._on_directory)

    @property
    def is_read(self) -> bool:
        """Whether the vault has been read."""
        return self._people is not None

    @property
    def people(self) -> Sequence[PersonOverview]:
        """Everybody, A to Z (INV-13)."""
        return self._people or ()

    @property
    def has_gone(self) -> bool:
        """Whether somebody has left or moved on."""
        return any(person.status in GONE for person in self.people)

    @property
    def shows_gone(self) -> bool:
        """Whether the rows are of those who have gone."""
        return self._shows_gone

    @property
    def rows(self) -> list[PersonRow]:
        """The rows that the group and the filter let through, A to Z."""
        words = comparable(self._filter).split()
        known = {person.id: person for person in self._directory.known}
        return [
            self._row(person)
            for person in self.people
            if (person.status in GONE) == self._shows_gone
            and _answers(known.get(person.id, person), words)
        ]

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    def set_filter(self, words: str) -> None:
        """Show only whom the words are about."""
        self._filter = words
        self.changed.emit()

    def show_gone(self, gone: bool) -> None:  # noqa: FBT001 - the answer of two segments
        """Show who has gone, or who is here."""
        self._shows_gone = gone
        self.changed.emit()

    def reload(self) -> None:
        """Read the list from the vault."""
        self._session.read(_overview, done=self._on_read, channel="people")

    def ask_after(self, person: PersonId) -> None:
        """Find out whether somebody is in the bin; then `removed` brings them."""
        self._session.read(
            lambda workspace: _in_bin(workspace, person),
            done=self._on_bin_read,
            channel="people-bin",
        )

    def put_back(self, person: PersonId) -> None:
        """Take somebody out of the bin."""
        self._session.write(
            lambda workspace: workspace.people.restore(person), changes=Changed.PEOPLE
        )

    def _row(self, person: PersonOverview) -> PersonRow:
        status = strings.STATUS_IN_LIST.get(person.status, "")
        about = _SEPARATOR.join(part for part in (person.role, person.team, status) if part)
        return PersonRow(
            person.id, person.display_name, about, person.unsaid, self._last_note(person)
        )

    def _last_note(self, person: PersonOverview) -> str:
        """Return "Thu, 5 days ago", or the day when that is longer ago than a week."""
        day, now = person.last_note_on, self.today()
        if day is None:
            return strings.NO_NOTE
        distance = (now - day).days
        if distance <= 0:
            return days_ago(0)
        if distance < RECENT_DAYS:
            return f"{self._dates.weekday(day)}, {days_ago(distance)}"
        return self._dates.weekday_and_day(day, now)

    @Slot()
    def _on_directory(self) -> None:
        self._on_read(self._directory.people)

    def _on_read(self, people: Sequence[PersonOverview]) -> None:
        self._people = tuple(people)
        if not self.has_gone:
            self._shows_gone = False
        self.changed.emit()

    def _on_bin_read(self, person: Person | None) -> None:
        if person is not None:
            self.removed.emit(person)


def _answers(person: PersonOverview, words: Sequence[str]) -> bool:
    """Return whether each word begins a word of name, alias, role or team."""
    parts = (person.display_name, person.alias, person.role, person.team)
    known = comparable(" ".join(part for part in parts if part)).split()
    return all(any(word.startswith(typed) for word in known) for typed in words)


def _overview(workspace: Workspace) -> list[PersonOverview]:
    return workspace.people.overview()


def _in_bin(workspace: Workspace, person: PersonId) -> Person | None:
    return next((who for who in workspace.people.binned() if who.id == person), None)
