"""Opening the app, or making its pictures where there is no display to open it on."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from environment import Environment

PICTURES = "build/tour"


def has_display(platform: str, variables: Mapping[str, str]) -> bool:
    """Whether a window can appear: always on macOS and Windows, else if a server is named."""
    if not platform.startswith("linux"):
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def run(venv: Environment, arguments: Sequence[str]) -> int:
    """Open the app with these arguments; without a display make the tour and say where it is."""
    if has_display(sys.platform, os.environ):
        return venv.call("managernotes", *arguments)
    folder = venv.root / PICTURES
    print(f"There is no display here, so no window can open. Making the tour in {folder} instead.")
    code = venv.call("managernotes", "tour", "--out", str(folder), QT_QPA_PLATFORM="offscreen")
    if code == 0:
        print(f"Every screen is now a picture in {folder}")
    return code


def say_ready(_venv: Environment, _arguments: Sequence[str]) -> int:
    """Close a set-up with the command that opens the app."""
    print("Ready. Open it with: python3 packaging/bootstrap.py run")
    return 0
