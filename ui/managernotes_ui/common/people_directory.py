"""Everybody the manager leads, kept at hand for the sidebar, the palette and the facets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.identity import PersonId
from managernotes.domain.person import PersonOverview
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session


class PeopleDirectory(QObject):
    """The people list, A to Z (INV-13), read again whenever people or notes change."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._people: tuple[PersonOverview, ...] = ()
        session.people_changed.connect(self.reload)
        session.notes_changed.connect(self.reload)

    @property
    def people(self) -> Sequence[PersonOverview]:
        """Everybody, A to Z."""
        return self._people

    def name_of(self, person: PersonId) -> str:
        """Return the display name, or an empty text for somebody who is gone."""
        return next((entry.display_name for entry in self._people if entry.id == person), "")

    @Slot()
    def reload(self) -> None:
        """Read the list again, off the UI thread."""
        self._session.read(_overview, done=self._on_read, channel="directory")

    def _on_read(self, people: list[PersonOverview]) -> None:
        if tuple(people) != self._people:
            self._people = tuple(people)
            self.changed.emit()


def _overview(workspace: Workspace) -> list[PersonOverview]:
    return workspace.people.overview()
