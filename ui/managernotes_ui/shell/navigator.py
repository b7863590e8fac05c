"""Where the window is, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from managernotes_ui.shell.page import Place

LONGEST_HISTORY = 50


class Navigator(QObject):
    """Remembers the places visited; `moved` follows each change of place."""

    moved = Signal(Place)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: list[Place] = []

    @property
    def place(self) -> Place | None:
        """Where the window is now."""
        return self._history[-1] if self._history else None

    def go(self, place: Place) -> None:
        """Go somewhere; to go where one is already shows it afresh and adds no step back."""
        if place != self.place:
            self._history = [*self._history[1 - LONGEST_HISTORY :], place]
        self.moved.emit(place)

    def back(self) -> None:
        """Return to the place before, if there is one."""
        if len(self._history) > 1:
            self._history.pop()
            self.moved.emit(self._history[-1])
