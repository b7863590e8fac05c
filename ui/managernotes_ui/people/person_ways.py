"""Where the head of a person's page leads: a talk, a goal, their hand-over, their notes found."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from managernotes_ui.people.person_vm import PersonViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place


class PersonWays(QObject):
    """Goes there with whoever the page shows."""

    def __init__(self, desk: Desk, vm: PersonViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._vm = vm

    @Slot()
    def prepare(self) -> None:
        """Prepare a talk."""
        self._desk.actions.get("prepare").trigger()

    @Slot()
    def goal(self) -> None:
        """Begin a goal."""
        self._desk.actions.get("new-goal").trigger()

    @Slot()
    def hand_over(self) -> None:
        """Hand them over to the next manager."""
        self._desk.navigator.go(Place(PageName.HANDOVER, person=self._vm.person))

    @Slot()
    def find_notes(self) -> None:
        """Search what was written about them."""
        summary = self._vm.summary
        if summary is not None:
            name = summary.person.display_name
            query = f'person:"{name}" '  # in discreet mode initials, which search takes too
            self._desk.navigator.go(Place(PageName.SEARCH, query=query))
