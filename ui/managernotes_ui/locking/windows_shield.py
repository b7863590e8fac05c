"""Windows: SetWindowDisplayAffinity, one call for each top-level window."""

from __future__ import annotations

import ctypes
from typing import Any

from managernotes_ui.locking.capture_shield import Exclusion

NONE, MONITOR, EXCLUDE_FROM_CAPTURE = 0x00, 0x01, 0x11
"""WDA_NONE, WDA_MONITOR (shown black), WDA_EXCLUDEFROMCAPTURE (left out; Windows 10 2004 on)."""


class WindowsShield:
    """Falls back to a black rectangle on a Windows that cannot leave a window out."""

    exclusion = Exclusion.ASKED

    def __init__(self, user32: Any = None) -> None:
        self._user32 = user32 or ctypes.CDLL("user32")

    def hide(self, window: int, *, hidden: bool) -> bool:
        """Ask for one window; whether Windows agreed."""
        wanted = (EXCLUDE_FROM_CAPTURE, MONITOR) if hidden else (NONE,)
        handle = ctypes.c_void_p(window)
        return any(self._user32.SetWindowDisplayAffinity(handle, how) for how in wanted)
