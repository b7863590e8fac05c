"""Windows and macOS tell of locking: read here from messages of the test's own.

Whether the systems really send them is not run yet (CONTRIBUTING).
"""

from __future__ import annotations

import ctypes
import ctypes.wintypes
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from managernotes_ui.locking.macos_source import NAMES, MacSource
from managernotes_ui.locking.system_events import SystemEvents
from managernotes_ui.locking.windows_source import (
    POWER,
    SESSION_CHANGE,
    SESSION_LOCK,
    SUSPEND,
    WindowsSource,
)


@pytest.fixture
def told(qapp: QApplication) -> tuple[SystemEvents, list[str]]:
    """Return events, and a list of what they told."""
    events = SystemEvents()
    heard: list[str] = []
    events.locked.connect(lambda: heard.append("locked"))
    events.sleeping.connect(lambda: heard.append("sleeping"))
    return events, heard


class FakeWtsapi:
    """Writes down who registers."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int | None]] = []

    def WTSRegisterSessionNotification(self, handle: ctypes.c_void_p, _how: int) -> int:  # noqa: N802
        self.asked.append(("register", handle.value))
        return 1

    def WTSUnRegisterSessionNotification(self, handle: ctypes.c_void_p) -> int:  # noqa: N802
        self.asked.append(("unregister", handle.value))
        return 1


def send(
    source: WindowsSource, message: int, word: int, kind: bytes = b"windows_generic_MSG"
) -> None:
    """Hand over one message as Qt does."""
    made = ctypes.wintypes.MSG(message=message, wParam=word)
    assert source.nativeEventFilter(QByteArray(kind), ctypes.addressof(made)) == (False, 0)


def test_windows_session_lock_and_suspend_are_told_and_nothing_else(
    told: tuple[SystemEvents, list[str]],
) -> None:
    events, heard = told
    library = FakeWtsapi()
    source = WindowsSource(lambda: 42, library)
    send(source, SESSION_CHANGE, SESSION_LOCK)
    source.start(events)
    send(source, SESSION_CHANGE, SESSION_LOCK)
    send(source, SESSION_CHANGE, SESSION_LOCK + 1)
    send(source, POWER, SUSPEND)
    send(source, POWER, SUSPEND + 3)
    send(source, SESSION_LOCK, SESSION_CHANGE)
    send(source, SESSION_CHANGE, SESSION_LOCK, b"xcb_generic_event_t")
    source.close()
    send(source, SESSION_CHANGE, SESSION_LOCK)
    assert heard == ["locked", "sleeping"]
    assert library.asked == [("register", 42), ("unregister", 42)]


class Function:
    """A C function of a library, as ctypes shows it: it takes its types as attributes."""

    restype: Any = None
    argtypes: Any = None

    def __init__(self, run: Callable[..., Any]) -> None:
        self._run = run

    def __call__(self, *arguments: Any) -> Any:
        return self._run(*arguments)


class FakeCore:
    """A CoreFoundation that keeps the observers."""

    def __init__(self) -> None:
        self.observers: list[tuple[int, Any, bytes]] = []
        self.CFNotificationCenterGetDistributedCenter = Function(lambda: 7)
        self.CFStringCreateWithCString = Function(lambda _none, name, _code: name)
        self.CFNotificationCenterAddObserver = Function(
            lambda _center, who, callback, name, _of, _how: self.observers.append(
                (who, callback, name)
            )
        )
        self.CFNotificationCenterRemoveEveryObserver = Function(
            lambda _center, who: self.observers.__setitem__(
                slice(None), [one for one in self.observers if one[0] != who]
            )
        )


def test_macos_screen_lock_is_told(told: tuple[SystemEvents, list[str]]) -> None:
    events, heard = told
    core = FakeCore()
    source = MacSource(core)
    source.start(events)
    assert [name for _, _, name in core.observers] == list(NAMES)
    for _, callback, _ in core.observers:
        callback(7, 1, 2, None, None)
    source.close()
    assert heard == ["locked", "locked"]
    assert core.observers == []
