"""macOS: the notifications that the screen is locked or the screen saver began.

It is not told before a sleep, which takes a library; the idle watch locks when it wakes.
"""

from __future__ import annotations

import ctypes
from typing import Any

from managernotes_ui.locking.system_events import SystemEvents

NAMES = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
_FRAMEWORK = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF_8, _AT_ONCE = 0x08000100, 4
"""kCFStringEncodingUTF8, CFNotificationSuspensionBehaviorDeliverImmediately."""

_POINTER = ctypes.c_void_p
_CALLBACK = ctypes.CFUNCTYPE(None, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


class MacSource:
    """Observes the distributed notification centre; macOS calls on the window's own thread."""

    def __init__(self, core: Any = None) -> None:
        self._core = core
        self._center: int | None = None
        self._tell: SystemEvents | None = None
        self._callback = _CALLBACK(self._on_notified)

    def start(self, tell: SystemEvents) -> None:
        """Begin to observe."""
        if self._tell is not None:
            return
        self._tell = tell
        core = self._core = self._core or ctypes.CDLL(_FRAMEWORK)
        core.CFNotificationCenterGetDistributedCenter.restype = _POINTER
        core.CFStringCreateWithCString.restype = _POINTER
        core.CFStringCreateWithCString.argtypes = [_POINTER, ctypes.c_char_p, ctypes.c_uint32]
        core.CFNotificationCenterAddObserver.argtypes = [
            *(_POINTER, _POINTER, _CALLBACK, _POINTER, _POINTER, ctypes.c_long)
        ]
        core.CFNotificationCenterRemoveEveryObserver.argtypes = [_POINTER, _POINTER]
        self._center = core.CFNotificationCenterGetDistributedCenter()
        for name in NAMES:
            text = core.CFStringCreateWithCString(None, name, _UTF_8)
            core.CFNotificationCenterAddObserver(
                self._center, id(self), self._callback, text, None, _AT_ONCE
            )

    def ready_to_sleep(self) -> None:
        """Hold nothing up."""

    def close(self) -> None:
        """Observe no more."""
        if self._tell is not None:
            self._tell = None
            self._core.CFNotificationCenterRemoveEveryObserver(self._center, id(self))

    def _on_notified(self, *_details: int | None) -> None:
        if self._tell is not None:
            self._tell.locked.emit()
