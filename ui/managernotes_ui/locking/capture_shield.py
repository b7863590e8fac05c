"""Keeping windows out of recordings and shared screens, where the system can (best effort)."""

from __future__ import annotations

import sys
from enum import Enum, auto
from typing import Protocol


class Exclusion(Enum):
    """What may be promised of it here (SECURITY-DESIGN §5 no. 4)."""

    ASKED = auto()
    OLD_SYSTEMS_ONLY = auto()
    IMPOSSIBLE = auto()


class CaptureShield(Protocol):
    """Asks the window system to show a window on this screen only."""

    @property
    def exclusion(self) -> Exclusion:
        """What may be promised."""
        ...

    def hide(self, window: int, *, hidden: bool) -> bool:
        """Ask for one top-level window by its system id; whether the system agreed."""
        ...


class NoShield:
    """Linux: neither X11 nor Wayland lets a window keep out of a recording."""

    exclusion = Exclusion.IMPOSSIBLE

    def hide(self, window: int, *, hidden: bool) -> bool:  # noqa: ARG002 - a port's signature
        """Say no."""
        return False


def shield_of_this_system() -> CaptureShield:
    """Return what this system has."""
    if sys.platform == "win32":
        from managernotes_ui.locking.windows_shield import WindowsShield

        return WindowsShield()
    if sys.platform == "darwin":
        from managernotes_ui.locking.macos_shield import MacShield

        return MacShield()
    return NoShield()
