"""Rehearse (F5) and the discreet view (F7): actions of the pages that show one talk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import ConversationId
from managernotes_ui.shell import commands
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place

_WITH_TALK = frozenset({PageName.PREPARE, PageName.REHEARSE, PageName.TALK})


class MeetingActions(QWidget):
    """Takes no room; it is there only where its actions can be done, so no other page has them."""

    def __init__(
        self, desk: Desk, view: QWidget, open_discreet: Callable[[ConversationId], None]
    ) -> None:
        super().__init__(view)
        self._navigator = desk.navigator
        self._open_discreet = open_discreet
        self.resize(0, 0)
        self.hide()
        desk.actions.add(commands.REHEARSE, self, self._rehearse)
        desk.actions.add(commands.DISCREET_VIEW, self, self._discreet_view)
        desk.navigator.moved.connect(self._on_moved)

    @Slot(Place)
    def _on_moved(self, place: Place) -> None:
        self.setVisible(place.page in _WITH_TALK and place.conversation is not None)

    def _rehearse(self) -> None:
        place = self._navigator.place
        if place is not None and place.page is not PageName.REHEARSE:
            self._navigator.go(Place(PageName.REHEARSE, conversation=place.conversation))

    def _discreet_view(self) -> None:
        place = self._navigator.place
        if place is not None and place.conversation is not None:
            self._open_discreet(place.conversation)
