"""Notices that nobody is at the keyboard, on a clock that no time change can move."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from managernotes_ui.locking.sleep_clock import SleepClock, SystemSleepClock

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
_ABOUT_TO_SHOW = frozenset(
    {QEvent.Type.UpdateRequest, QEvent.Type.Expose, QEvent.Type.WindowActivate}
)
CHECK_MS = 500
SLEPT_S = 2.0
"""A sleep as long as this locks; less is two clocks read one after the other."""


class IdleWatch(QObject):
    """Emits `idle` once the app has seen no key, pointer or wheel for the given seconds.

    A computer that slept counts as left, however short the time: it may have been carried away.
    With 0 seconds only a sleep counts. The key or click that comes too late does nothing else.
    """

    idle = Signal()

    def __init__(
        self, seconds: float, clock: SleepClock | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._clock = clock or SystemSleepClock()
        self._last = self._clock.now()
        self._slept = self._clock.slept()
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)

    def watch(self) -> None:
        """Begin to count from now."""
        self._last, self._slept = self._clock.now(), self._clock.slept()
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
        if self._is_due():
            self._timer.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take every sign of life in the app as a reason to begin again, unless it is too late."""
        kind = event.type()
        is_life = kind in _SIGNS_OF_LIFE
        if (is_life or kind in _ABOUT_TO_SHOW) and self._timer.isActive() and self._is_due():
            self.check()
            return is_life
        if is_life:
            self._last = self._clock.now()
        return super().eventFilter(watched, event)

    def _is_due(self) -> bool:
        if self._clock.slept() - self._slept >= SLEPT_S:
            return True
        return 0 < self._seconds <= self._clock.now() - self._last
