"""Where the app keeps its files when nothing else is asked for."""

from __future__ import annotations

import contextlib
from pathlib import Path

import platformdirs

from managernotes.errors import UnwritablePlaceError

_APP = "managernotes"
_LONGEST_PATH = 4_096
POINTER = "where.txt"
"""The file beside the usual vault that names the place of one chosen elsewhere."""


def usual_vault() -> Path:
    """Return the vault's usual place: the user's own data folder, never a synchronised one."""
    return platformdirs.user_data_path(_APP, appauthor=False) / "vault.db"


def default_vault() -> Path:
    """Return the vault to open: the one chosen in the window, or the usual one."""
    try:
        text = _pointer().read_text(encoding="utf-8")[:_LONGEST_PATH].strip()
    except (OSError, ValueError):
        return usual_vault()
    chosen = Path(text)
    return chosen if chosen.is_absolute() else usual_vault()


def remember_vault(vault: Path) -> None:
    """Open this vault by default from now on; raises UnwritablePlaceError.

    The place is written beside the usual vault, for its owner only; a place is all that it holds.
    """
    pointer = _pointer()
    try:
        if vault == usual_vault():
            with contextlib.suppress(FileNotFoundError):
                pointer.unlink()
            return
        pointer.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        pointer.touch(mode=0o600)
        pointer.write_text(f"{vault}\n", encoding="utf-8")
    except OSError:
        raise UnwritablePlaceError from None


def settings_file() -> Path:
    """Return the place of the settings, which hold nothing private."""
    return platformdirs.user_config_path(_APP, appauthor=False) / "settings.json"


def other_folders() -> tuple[Path, ...]:
    """Return where logs and caches of an app belong; ours writes none, which is checked there."""
    asked = (platformdirs.user_log_path, platformdirs.user_cache_path, platformdirs.user_state_path)
    return tuple(dict.fromkeys(folder(_APP, appauthor=False) for folder in asked))


def _pointer() -> Path:
    return usual_vault().with_name(POINTER)
