"""Ctrl+P, wherever one is: from a concern straight to its preparation, else it asks (S04)."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.preparation import Preparation
from managernotes.errors import InvalidInputError
from managernotes_ui.common.session import Changed
from managernotes_ui.preparing.prepare_sheet import PrepareSheet
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place


class PrepareOpener(QObject):
    """One action from a concern: the talk is made, its facts are filled in, the page opens."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._is_beginning = False

    @cached_property
    def sheet(self) -> PrepareSheet:
        """Asks who and what, where nothing is chosen."""
        sheet = PrepareSheet(self._desk, self._window)
        sheet.chosen.connect(self._go)
        return sheet

    def open(self, chosen: Place | None) -> None:
        """Prepare what is chosen on a page, or ask."""
        if chosen is not None and chosen.conversation is not None:
            self._desk.navigator.go(Place(PageName.PREPARE, conversation=chosen.conversation))
        elif chosen is not None and chosen.note is not None:
            self._begin(chosen.note, chosen.person)
        else:
            place = self._desk.navigator.place
            here = None if place is None else place.person
            self.sheet.offer(here if chosen is None else chosen.person)

    def _begin(self, note: NoteId, person: PersonId | None) -> None:
        if self._is_beginning:
            return
        self._is_beginning = True
        self._desk.session.write(
            lambda workspace: workspace.preparations.from_note(note, person=person),
            changes=Changed.NOTES_AND_TALKS,
            done=self._on_begun,
            failed=lambda error: self._on_refused(error, person),
        )

    def _on_begun(self, preparation: Preparation) -> None:
        self._is_beginning = False
        self._desk.navigator.go(Place(PageName.PREPARE, conversation=preparation.conversation))

    def _on_refused(self, error: Exception, person: PersonId | None) -> None:
        self._is_beginning = False
        if isinstance(error, InvalidInputError):
            self.sheet.offer(person)
            self.sheet.tell(str(error))
        else:
            self._desk.session.failed.emit(error)

    @Slot(object)
    def _go(self, preparation: Preparation) -> None:
        self._on_begun(preparation)
