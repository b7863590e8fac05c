"""Garbage is collected on the UI thread only.

Python's collector runs on whichever thread happens to make an object; on the vault's thread it
would destroy Qt objects that live on this one, and that aborts the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 2_000
YOUNG, MIDDLE, OLD = 0, 1, 2


class MainThreadCollector(QObject):
    """Replaces the automatic collection by a look every two seconds, by Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation whose time has come, if any."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (OLD, MIDDLE, YOUNG):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Give the collection back to Python."""
        self._timer.stop()
        gc.enable()
