"""Waiting for a screen to be as it will stay, and taking its picture."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from managernotes.services.keys import KdfCost

SIZE = QSize(1280, 800)
PATIENCE_S = 20.0
CHEAPEST = KdfCost(passes=1, memory_kib=64 * 1024, lanes=1)
"""For vaults that live as long as a picture takes."""


def spin(milliseconds: int) -> None:
    """Let events be handled for a while."""
    loop = QEventLoop()
    end = time.monotonic() + milliseconds / 1000
    while time.monotonic() < end:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.001)


def wait_until(what: Callable[[], bool], patience: float = PATIENCE_S) -> None:
    """Handle events until something is so; raises TimeoutError when it does not come."""
    deadline = time.monotonic() + patience
    while not what():
        if time.monotonic() > deadline:
            raise TimeoutError
        spin(5)


def picture_of(widget: QWidget) -> QPixmap:
    """Return what a widget looks like now."""
    QApplication.sendPostedEvents()
    return widget.grab()
