"""A clock that counts up in silence; it says each whole second, and records nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_LOOKS_EVERY_MS = 100


class Stopwatch(QObject):
    """Starts, stops and goes on; `ticked` follows each new second, and each start over.

    With `most` it stops by itself at that second, and `ended` follows.
    """

    ticked = Signal(int)
    ended = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        most: int | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._now = now
        self._since: float | None = None
        self._before = 0.0
        self._told = 0
        self._timer = QTimer(self, interval=_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None

    @property
    def seconds(self) -> int:
        """Whole seconds counted so far."""
        going = 0.0 if self._since is None else self._now() - self._since
        counted = int(self._before + going)
        return counted if self._most is None else min(counted, self._most)

    def start(self) -> None:
        """Count, from where it stood."""
        if self._since is None:
            self._since = self._now()
            self._timer.start()

    def stop(self) -> None:
        """Stand still."""
        if self._since is not None:
            self._before += self._now() - self._since
            self._since = None
            self._timer.stop()
            self.look()

    def set_going(self, seconds: int) -> None:
        """Stand at a second, and not go on by itself: for pictures."""
        self.reset()
        self._before = float(seconds)
        self.look()

    def toggle(self) -> None:
        """Stop when it counts, else count."""
        if self.is_running:
            self.stop()
        else:
            self.start()

    def reset(self) -> None:
        """Stand at nought."""
        self._since, self._before, self._told = None, 0.0, 0
        self._timer.stop()
        self.ticked.emit(0)

    @Slot()
    def look(self) -> None:
        """Tell of a new second, if there is one."""
        seconds = self.seconds
        if seconds != self._told:
            self._told = seconds
            self.ticked.emit(seconds)
        if self._most is not None and self.is_running and seconds >= self._most:
            self._since, self._before = None, float(self._most)
            self._timer.stop()
            self.ended.emit()
