"""The port through which the system says that the computer is locked or goes to sleep."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class SystemEvents(QObject):
    """What the app hears; a source may tell it from any thread.

    After `sleeping` the system waits for `ready_to_sleep` of the source, where it can.
    """

    locked = Signal()
    sleeping = Signal()


class SystemSource(Protocol):
    """One system's way to tell; none of it ever holds up the window."""

    def start(self, tell: SystemEvents) -> None:
        """Begin to tell; once."""
        ...

    def ready_to_sleep(self) -> None:
        """Let the system sleep: what was typed is on disk."""
        ...

    def close(self) -> None:
        """End; nothing is told any more."""
        ...


class NoSource:
    """A system that tells nothing; the idle watch still notices that it slept."""

    def start(self, tell: SystemEvents) -> None:
        """Tell nothing."""

    def ready_to_sleep(self) -> None:
        """Hold nothing up."""

    def close(self) -> None:
        """Have nothing to end."""


def source_of_this_system(window: QWidget) -> SystemSource:
    """Return what this system has; Windows sends its messages to a window."""
    if sys.platform == "linux":
        from managernotes_ui.locking.linux_source import LinuxSource

        return LinuxSource()
    if sys.platform == "win32":
        from managernotes_ui.locking.windows_source import WindowsSource

        return WindowsSource(lambda: int(window.winId()))
    if sys.platform == "darwin":
        from managernotes_ui.locking.macos_source import MacSource

        return MacSource()
    return NoSource()
