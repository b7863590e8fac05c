"""Finds notes that could be facts of a talk: the newest, or those with the words typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.observation import TimelineRow
from managernotes.domain.search_query import parse_typing
from managernotes.services.workspace import Workspace
from managernotes_ui.preparing.preparation_reading import found_notes
from managernotes_ui.preparing.prepare_vm import PrepareViewModel

_CHANNEL = "fact-search"


class FactSearch(QObject):
    """`found` carries what the newest words found; without words, what the page offers."""

    found = Signal(tuple)

    def __init__(self, vm: PrepareViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._vm = vm
        self._text = ""

    @Slot(str)
    def look_for(self, text: str) -> None:
        """Look for other words."""
        self._text = text.strip()
        self.look_again()

    def look_again(self) -> None:
        """Look anew: the talk's facts may be others."""
        read = self._vm.read
        if read is None:
            return
        if not self._text:
            self.found.emit(read.offered)
            return
        query = parse_typing(self._text, self._vm.today)
        people, taken = read.desk.conversation.people, read.desk.preparation.facts

        def work(workspace: Workspace) -> tuple[TimelineRow, ...]:
            names = tuple(workspace.people.get(person).display_name for person in people)
            return found_notes(workspace, names, query, taken)

        self._vm.look_up(work, done=self.found.emit, channel=_CHANNEL)
