"""Where the app keeps its files."""

from __future__ import annotations

from pathlib import Path

from managernotes import paths


def test_the_files_lie_in_the_users_own_folders(home: Path) -> None:
    assert paths.default_vault().is_relative_to(home)
    assert paths.settings_file().is_relative_to(home)
    assert paths.default_vault().name == "vault.db"
    assert paths.settings_file().name == "settings.json"
    assert paths.default_vault().parent.name == "managernotes"
