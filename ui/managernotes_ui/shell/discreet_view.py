"""Owns the discreet view's window as long as the vault is open, and no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from managernotes.domain.identity import ConversationId
from managernotes_ui.common.strings import discreet_view as strings
from managernotes_ui.locking.capture_shield import Exclusion, shield_of_this_system
from managernotes_ui.shell import commands
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place

if TYPE_CHECKING:
    from managernotes_ui.meeting.discreet_vm import DiscreetViewModel
    from managernotes_ui.meeting.discreet_window import DiscreetWindow

_SAID = {
    Exclusion.ASKED: "",
    Exclusion.OLD_SYSTEMS_ONLY: strings.MAY_BE_SEEN,
    Exclusion.IMPOSSIBLE: strings.SEEN_WHEN_SHARED,
}


class DiscreetView(QObject):
    """One window at a time; `opened` asks for the veil over everything else."""

    opened = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window: DiscreetWindow | None = None
        self._gone: list[DiscreetViewModel] = []
        """Of windows that were closed: a line may still be on its way to the disk."""

    @property
    def window(self) -> DiscreetWindow | None:
        """The window, if there is one."""
        return self._window if self._window is not None and isValid(self._window) else None

    @property
    def is_stuck(self) -> bool:
        """Whether a line in it would be lost by a lock."""
        models = [*self._gone, *([self.window.vm] if self.window is not None else [])]
        return any(vm.is_stuck for vm in models)

    @Slot(object)
    def open(self, talk: ConversationId) -> None:
        """Show the view of a talk, covered; the other windows go under the veil."""
        window = self.window
        if window is None or window.vm.talk != talk:
            self.close()
            window = self._window = self._made(talk)
        self.opened.emit()
        window.summon()

    def leave(self) -> None:
        """Cover it, and hand a line that was begun to the vault."""
        if self.window is not None:
            self.window.vm.leave()

    @Slot()
    def close(self) -> None:
        """Put the window away for good."""
        window, self._window = self.window, None
        if window is not None:
            window.close()
            window.vm.forget()
            self._gone.append(window.vm)
            window.deleteLater()

    def _made(self, talk: ConversationId) -> DiscreetWindow:
        from managernotes_ui.meeting.discreet_vm import DiscreetViewModel
        from managernotes_ui.meeting.discreet_window import DiscreetWindow

        vm = DiscreetViewModel(self._desk.session, talk, self)
        window = DiscreetWindow(self._desk.theme, vm, _SAID[shield_of_this_system().exclusion])
        window.addAction(self._desk.actions.get(commands.LOCK.name))
        vm.ended.connect(lambda held: self._on_ended(talk, held=held))
        return window

    def _on_ended(self, talk: ConversationId, *, held: bool) -> None:
        """Put it away; the page for afterwards waits in the window, under the veil.

        A one-to-one that still wants its answer stays on its own page.
        """
        self.close()
        place = self._desk.navigator.place
        if held or place is None or place.page is not PageName.TALK:
            self._desk.navigator.go(Place(PageName.AFTER_TALK, conversation=talk))
