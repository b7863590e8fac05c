"""The last step of the first run: a pasted list, and whom it was read as."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Signal

from managernotes.clock import today
from managernotes.domain.person import NewPerson, Person
from managernotes.errors import ManagerNotesError
from managernotes.text.people_list import PeopleList, read_people
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import unlock as strings


class PeopleStepViewModel(QObject):
    """Reads as it is typed and adds all or none; `done` brings whom it added, A to Z."""

    changed = Signal()
    refused = Signal(str)
    adding_changed = Signal(bool)
    done = Signal(list)

    def __init__(
        self, session: Session, parent: QObject | None = None, *, locale: QLocale | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        short = (locale or QLocale.system()).dateFormat(QLocale.FormatType.ShortFormat)
        self._month_first = short[:1] in {"M", "L"}
        self._list = PeopleList()
        self.is_adding = False
        self.today = today(session.clock)

    @property
    def people(self) -> tuple[NewPerson, ...]:
        """Whom the list was read as, A to Z."""
        return self._list.people

    @property
    def count_words(self) -> str:
        """How many that are, in words."""
        return strings.read_as(len(self._list.people))

    @property
    def remarks(self) -> str:
        """What was left out and why; empty when nothing was."""
        read = self._list
        parts = (
            strings.unread(len(read.unread)) if read.unread else "",
            strings.seen_again(read.repeated) if read.repeated else "",
            strings.ADDRESSES if read.addresses else "",
        )
        return " · ".join(part for part in parts if part)

    def read(self, text: str) -> None:
        """Read the list as it stands now."""
        self._list = read_people(text, month_first=self._month_first)
        self.changed.emit()

    def add(self) -> None:
        """Add everybody who was read."""
        people = self.people
        if not people or self.is_adding:
            return
        self._set_adding(adding=True)
        self._session.write(
            lambda workspace: workspace.people.add_many(people),
            changes=Changed.PEOPLE,
            done=self._on_added,
            failed=self._on_refused,
        )

    def later(self) -> None:
        """Go on without anybody."""
        if not self.is_adding:
            self.done.emit([])

    def _set_adding(self, *, adding: bool) -> None:
        self.is_adding = adding
        self.adding_changed.emit(adding)

    def _on_added(self, added: list[Person]) -> None:
        self._set_adding(adding=False)
        self.done.emit(added)

    def _on_refused(self, error: Exception) -> None:
        self._set_adding(adding=False)
        known = isinstance(error, ManagerNotesError)
        self.refused.emit(str(error) if known else strings.NOT_ADDED)
