"""Where the app keeps its files when nothing else is asked for."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_APP = "managernotes"


def default_vault() -> Path:
    """Return the vault's place: the user's own data folder, never a synchronised one."""
    return platformdirs.user_data_path(_APP, appauthor=False) / "vault.db"


def settings_file() -> Path:
    """Return the place of the settings, which hold nothing private."""
    return platformdirs.user_config_path(_APP, appauthor=False) / "settings.json"
