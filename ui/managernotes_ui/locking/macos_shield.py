"""macOS: NSWindow's sharingType, through the Objective-C runtime; ignored from macOS 15 on."""

from __future__ import annotations

import ctypes
import ctypes.util
from typing import Any

from managernotes_ui.locking.capture_shield import Exclusion

NOT_SHARED, READ_ONLY = 0, 1
"""NSWindowSharingNone, NSWindowSharingReadOnly (the default)."""


class MacShield:
    """Qt's window id is an NSView here; its window takes the sharing type."""

    exclusion = Exclusion.OLD_SYSTEMS_ONLY

    def __init__(self, runtime: Any = None) -> None:
        self._runtime = runtime or ctypes.CDLL(ctypes.util.find_library("objc"))
        self._runtime.sel_registerName.restype = ctypes.c_void_p
        self._runtime.sel_registerName.argtypes = [ctypes.c_char_p]
        send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
        set_number = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
        address = ctypes.cast(self._runtime.objc_msgSend, ctypes.c_void_p).value or 0
        self._get, self._set = send(address), set_number(address)

    def hide(self, window: int, *, hidden: bool) -> bool:
        """Ask for one window; whether there was one to ask for."""
        found = self._get(window, self._runtime.sel_registerName(b"window"))
        if not found:
            return False
        how = NOT_SHARED if hidden else READ_ONLY
        self._set(found, self._runtime.sel_registerName(b"setSharingType:"), how)
        return True
