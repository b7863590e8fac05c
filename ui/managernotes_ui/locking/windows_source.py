"""Windows: session and power messages, which it sends to the main window."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from managernotes_ui.locking.system_events import SystemEvents

SESSION_CHANGE, SESSION_LOCK = 0x02B1, 0x7
"""WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK."""
POWER, SUSPEND = 0x0218, 0x4
"""WM_POWERBROADCAST, PBT_APMSUSPEND."""
THIS_SESSION = 0


class WindowsSource(QAbstractNativeEventFilter):
    """Asks once to be told of the session, then reads what comes; Windows waits for nobody."""

    def __init__(self, window: Callable[[], int], wtsapi32: Any = None) -> None:
        super().__init__()
        self._window = window
        self._library = wtsapi32
        self._tell: SystemEvents | None = None

    def start(self, tell: SystemEvents) -> None:
        """Begin to read."""
        app = QCoreApplication.instance()
        if self._tell is not None or app is None:
            return
        self._tell = tell
        self._library = self._library or ctypes.CDLL("wtsapi32")
        app.installNativeEventFilter(self)
        handle = ctypes.c_void_p(self._window())
        self._library.WTSRegisterSessionNotification(handle, THIS_SESSION)

    def ready_to_sleep(self) -> None:
        """Hold nothing up."""

    def close(self) -> None:
        """Read no more."""
        app = QCoreApplication.instance()
        if self._tell is not None and app is not None:
            self._tell = None
            app.removeNativeEventFilter(self)
            self._library.WTSUnRegisterSessionNotification(ctypes.c_void_p(self._window()))

    def nativeEventFilter(
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803 - Qt's name
        message: int,
    ) -> tuple[bool, int]:
        """Read one message and leave it to Qt."""
        if self._tell is not None and QByteArray(eventType).startsWith(b"windows_"):
            read = ctypes.wintypes.MSG.from_address(int(message))
            if (read.message, read.wParam) == (SESSION_CHANGE, SESSION_LOCK):
                self._tell.locked.emit()
            elif (read.message, read.wParam) == (POWER, SUSPEND):
                self._tell.sleeping.emit()
        return False, 0
