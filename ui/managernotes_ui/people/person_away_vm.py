"""State and commands behind usual days and times away; each change is saved at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QObject, Signal

from managernotes.clock import today
from managernotes.domain.away import AwayWindow, UsualTime
from managernotes.domain.identity import PersonId
from managernotes.errors import NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session


@dataclass(frozen=True, slots=True)
class Away:
    """When somebody usually talks with the manager, and when they are away."""

    usual: UsualTime
    windows: tuple[AwayWindow, ...]


class PersonAwayViewModel(QObject):
    """Reads and writes for one person at a time."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._person: PersonId | None = None
        self.away = Away(UsualTime(), ())

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    def show_person(self, person: PersonId) -> None:
        """Read somebody's days."""
        self._person = person
        self._session.read(
            lambda workspace: (person, _read(workspace, person)),
            done=self._on_read,
            failed=self._on_failed,
            channel="person-away",
        )

    def set_usual(self, weekday: int | None, at: time | None) -> None:
        """Keep when the two of them usually talk; without a day there is no hour."""
        person = self._person
        wanted = UsualTime(weekday, at if weekday is not None else None)
        if person is None or wanted == self.away.usual:
            return
        self.away = Away(wanted, self.away.windows)
        self._session.write(
            lambda workspace: workspace.away.set_usual(person, wanted.weekday, wanted.at),
            changes=Changed.PEOPLE,
            done=lambda _none: self.changed.emit(),
        )

    def add(self, first: date, last: date) -> None:
        """Add a time away; those that touch become one."""
        self._set([*((one.first, one.last) for one in self.away.windows), (first, last)])

    def remove(self, window: AwayWindow) -> None:
        """Take a time away from the list."""
        self._set([(one.first, one.last) for one in self.away.windows if one != window])

    def _set(self, windows: list[tuple[date, date]]) -> None:
        person = self._person
        if person is None:
            return
        self._session.write(
            lambda workspace: workspace.away.set_windows(person, windows),
            changes=Changed.PEOPLE,
            done=lambda _kept: self.show_person(person),
        )

    def _on_read(self, found: tuple[PersonId, Away]) -> None:
        person, away = found
        if person == self._person:
            self.away = away
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, NotFoundError):  # then the page goes by itself
            self._session.failed.emit(error)


def _read(workspace: Workspace, person: PersonId) -> Away:
    return Away(workspace.away.usual(person), workspace.away.windows(person))
