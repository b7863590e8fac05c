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


def test_a_vault_chosen_elsewhere_is_found_again(home: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "drive" / "notes.db"
    paths.remember_vault(elsewhere)
    assert paths.default_vault() == elsewhere
    pointer = paths.usual_vault().with_name("where.txt")
    assert pointer.stat().st_mode & 0o077 == 0
    paths.remember_vault(paths.usual_vault())
    assert paths.default_vault() == paths.usual_vault()
    assert not pointer.exists()


def test_a_pointer_that_makes_no_sense_leads_to_the_usual_place(home: Path) -> None:
    pointer = paths.usual_vault().with_name("where.txt")
    pointer.parent.mkdir(parents=True)
    for nonsense in (b"", b"relative/path", b"\xff\xfe"):
        pointer.write_bytes(nonsense)
        assert paths.default_vault() == paths.usual_vault()
