"""The window for a note while the vault is locked: made when it is first wanted, one at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from managernotes.clock import Clock
from managernotes_ui.style.theme import Theme

if TYPE_CHECKING:
    from managernotes_ui.capture.sealed_window import SealedWindow


class SealedNote(QObject):
    """Offers the sealed line of the vault that the lock screen stands before.

    A window with text in it outlives an unlock, another vault, and the main window: it goes once
    what is typed is sealed.
    """

    def __init__(self, theme: Theme, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._vault = Path()
        self._window: SealedWindow | None = None
        self._others: list[SealedWindow] = []

    def turn_to(self, vault: Path) -> None:
        """Take notes for this vault from now on; what is typed for another is sealed there."""
        if vault == self._vault:
            return
        self._others = [window for window in self._others if window.isVisible()]
        if self._window is not None:
            self._others.append(self._window)
            self._window.close()
        self._vault, self._window = vault, None

    @Slot()
    def offer(self) -> None:
        """Show the window."""
        if self._window is None:
            self._window = self._made()
        self._window.summon()

    def leave(self) -> None:
        """Seal what is typed and close; a text that cannot be sealed keeps its window."""
        for window in (self._window, *self._others):
            if window is not None:
                window.close()

    def _made(self) -> SealedWindow:
        from managernotes_ui.capture.sealed_vm import SealedViewModel
        from managernotes_ui.capture.sealed_window import SealedWindow

        return SealedWindow(SealedViewModel(self._vault, self._clock), self._theme)
