"""Waiting in a window's own manner: its loop sleeps until something happens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer

LOOK_MS = 1
PATIENCE_MS = 60_000


def wait_until(what: Callable[[], bool]) -> None:
    """Handle events until something is so, to the millisecond; raises TimeoutError."""
    loop = QEventLoop()
    look = QTimer(interval=LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
    look.timeout.connect(lambda: loop.quit() if what() else None)
    too_late = QTimer(singleShot=True, interval=PATIENCE_MS)
    too_late.timeout.connect(loop.quit)
    look.start()
    too_late.start()
    loop.exec()
    look.stop()
    if not too_late.isActive():
        raise TimeoutError
