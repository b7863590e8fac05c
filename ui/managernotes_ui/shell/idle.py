"""Notices that nobody is at the keyboard, on a clock that no time change can move."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
CHECK_MS = 1000


class IdleWatch(QObject):
    """Emits `idle` once the app has seen no key, pointer or wheel for the given seconds."""

    idle = Signal()

    def __init__(
        self,
        seconds: float,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._monotonic = monotonic
        self._last = monotonic()
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)

    def watch(self) -> None:
        """Begin to count from now."""
        self._last = self._monotonic()
        self._timer.start()

    def rest(self) -> None:
        """Stop counting, while the vault is locked."""
        self._timer.stop()

    def set_seconds(self, seconds: float) -> None:
        """Change after how many seconds without a sign of life the vault locks."""
        self._seconds = seconds

    @Slot()
    def check(self) -> None:
        """Compare the time since the last sign of life with what is allowed."""
        if self._monotonic() - self._last >= self._seconds:
            self._timer.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take every sign of life in the app as a reason to begin again."""
        if event.type() in _SIGNS_OF_LIFE:
            self._last = self._monotonic()
        return super().eventFilter(watched, event)
