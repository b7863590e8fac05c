"""The choices that lie outside the vault, because they are needed before it opens.

Nothing private is among them: no name, no path, no text (SECURITY-DESIGN §5 no. 7).
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from managernotes.errors import StorageFailedError

SMALLEST_TEXT, LARGEST_TEXT = 0.8, 2.0
LONGEST_AUTO_LOCK = 240
"""Minutes; 0 never locks by itself."""

_LARGEST_FILE = 64_000
_LONGEST_GEOMETRY = 4_000
_LONGEST_DAY = 10


class Theme(StrEnum):
    """Light, dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices; each stands alone, so a spoilt one falls back to its default.

    `text_scale` multiplies every size of text; `auto_lock_minutes` counts without a key or a
    click; `keep_out_of_sharing` asks the system to leave the windows out of recordings and shared
    screens, where it can; `quiet_count` shows a number beside Today; `daily_notification` says once
    a day that something is due, last on `notified_on`, an ISO day; `window_geometry` is the window
    system's own text for size and place.
    """

    theme: Theme = Theme.SYSTEM
    text_scale: float = 1.0
    auto_lock_minutes: int = 5
    cover_on_focus_loss: bool = True
    discreet_mode: bool = False
    discreet_texts_open: bool = False
    keep_out_of_sharing: bool = True
    quiet_count: bool = True
    daily_notification: bool = False
    notified_on: str = ""
    window_geometry: str = ""


def load(path: Path) -> Settings:
    """Return the settings; a file that is missing or damaged gives the defaults."""
    try:
        stored = json.loads(path.read_bytes()[:_LARGEST_FILE])
    except (OSError, ValueError, RecursionError):
        return Settings()
    return _settings_from(stored) if isinstance(stored, dict) else Settings()


def save(settings: Settings, path: Path) -> None:
    """Replace the file in one step, for its owner only; StorageFailedError when that fails."""
    content = json.dumps(asdict(settings), indent=2) + "\n"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(part).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(part).unlink()
            raise
    except OSError:
        raise StorageFailedError from None


def _settings_from(stored: Mapping[str, Any]) -> Settings:
    sound = {
        name: stored[name]
        for name, is_sound in _SOUND.items()
        if name in stored and is_sound(stored[name])
    }
    if "theme" in sound:
        sound["theme"] = Theme(sound["theme"])
    return Settings(**sound)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_SOUND: Mapping[str, Callable[[Any], bool]] = {
    "theme": lambda value: isinstance(value, str) and value in tuple(Theme),
    "text_scale": lambda value: _is_number(value) and SMALLEST_TEXT <= value <= LARGEST_TEXT,
    "auto_lock_minutes": lambda value: type(value) is int and 0 <= value <= LONGEST_AUTO_LOCK,
    "cover_on_focus_loss": lambda value: isinstance(value, bool),
    "discreet_mode": lambda value: isinstance(value, bool),
    "discreet_texts_open": lambda value: isinstance(value, bool),
    "keep_out_of_sharing": lambda value: isinstance(value, bool),
    "quiet_count": lambda value: isinstance(value, bool),
    "daily_notification": lambda value: isinstance(value, bool),
    "notified_on": lambda value: isinstance(value, str) and len(value) <= _LONGEST_DAY,
    "window_geometry": lambda value: isinstance(value, str) and len(value) <= _LONGEST_GEOMETRY,
}
