"""Everybody the manager leads, kept at hand for the sidebar, the palette and the facets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.identity import PersonId
from managernotes.domain.person import PersonOverview
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session


class PeopleDirectory(QObject):
    """The people list, A to Z (INV-13), read again whenever people or notes change.

    `people` is what may be shown, `known` what typed names are compared with (SPEC §8).
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: tuple[PersonOverview, ...] = ()
        self._people: tuple[PersonOverview, ...] = ()
        session.discreet.changed.connect(self._on_discreet)
        session.people_changed.connect(self.reload)
        session.notes_changed.connect(self.reload)

    @property
    def people(self) -> Sequence[PersonOverview]:
        """Everybody, A to Z; in discreet mode by their initials."""
        return self._people

    @property
    def known(self) -> Sequence[PersonOverview]:
        """The same people by their names, whatever is shown."""
        return self._known

    def name_of(self, person: PersonId) -> str:
        """Return what a person is called now, or an empty text for somebody who is gone."""
        return next((entry.display_name for entry in self._people if entry.id == person), "")

    @Slot()
    def reload(self) -> None:
        """Read the list again, off the UI thread."""
        self._session.read(_overview, done=self._on_read, channel="directory", as_stored=True)

    def _on_read(self, people: list[PersonOverview]) -> None:
        self._known = tuple(people)
        self._show()

    @Slot()
    def _on_discreet(self) -> None:
        """Rename everybody in the same turn: nothing is asked of the vault."""
        self._show()

    def _show(self) -> None:
        people = self._session.discreet.shown(self._known)
        if people != self._people:
            self._people = people
            self.changed.emit()


def _overview(workspace: Workspace) -> list[PersonOverview]:
    return workspace.people.overview()
