"""Copies that cloud folders make are listed: each service's names, and no other file."""

from __future__ import annotations

from pathlib import Path

import pytest

from managernotes.services.vault_copies import copies_beside
from tests.core.command_line import CommandLine

COPIES = [
    "vault (Ada's conflicted copy 2026-11-24).db",
    "vault (Ada's conflicted copy 2026-11-24 1).db",
    "vault (conflicted copy 2026-11-24 101010).db",
    "vault (Case Conflict).db",
    "vault (1).db",
    "vault(1).db",
    "vault 2.db",
    "vault-LAPTOP.db",
    "vault-DESKTOP-1A2B3C.db",
    "vault-Ada-PC.db",
    "vault.sync-conflict-20261124-101010-ABCDEF7.db",
    "vault.sync-conflict-20261124-101010.db",
    "vault_conflict-20261124-101010.db",
]
KEY_FILES = [
    "vault.db (1).keys.json",
    "vault.db.keys (Ada's conflicted copy 2026-11-24).json",
    "vault.db.keys-LAPTOP.json",
    "vault.db.keys.sync-conflict-20261124-101010-ABCDEF7.json",
    "vault.db.keys 2.json",
    "vault (1).db.keys.json",
]
OTHERS = [
    "vault.db",
    "vault.db.keys.json",
    "vault.db.keys.bak.json",
    "vault.db-journal",
    "vault.db.0a1b2c3d.part",
    "vault.db.inbox",
    "vault-old.db",
    "vaults (1).db",
    "vault (1).txt",
    "other 2.db",
    "managernotes-2026-11-24-101010.mnbackup",
]


@pytest.mark.parametrize("name", COPIES)
def test_each_service_s_copy_of_the_vault_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x" * 7)
    [copy] = copies_beside(tmp_path / "vault.db")
    assert (copy.path.name, copy.size, copy.is_key_file) == (name, 7, False)


@pytest.mark.parametrize("name", KEY_FILES)
def test_each_service_s_copy_of_the_key_file_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"{}")
    [copy] = copies_beside(tmp_path / "vault.db")
    assert copy.is_key_file


def test_other_files_links_and_folders_are_no_copies(tmp_path: Path) -> None:
    for name in OTHERS:
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "vault (1).db").mkdir()
    (tmp_path / "vault (2).db").symlink_to(tmp_path / "vault.db")
    assert copies_beside(tmp_path / "vault.db") == ()
    assert copies_beside(tmp_path / "nowhere" / "vault.db") == ()


def test_a_vault_without_a_suffix_has_copies_too(tmp_path: Path) -> None:
    (tmp_path / "notes (1)").write_bytes(b"x")
    assert [copy.path.name for copy in copies_beside(tmp_path / "notes")] == ["notes (1)"]


def test_doctor_lists_them_and_nothing_opens_or_changes_one(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "vault.db")
    line.run("init", "--protect", "keyring")
    assert line.run("doctor", "--json").json["vault"]["copies"] == []
    copy = tmp_path / "vault (1).db"
    copy.write_bytes(b"a copy")
    copy.chmod(0)
    said = line.run("doctor", "--json").json["vault"]["copies"]
    assert [entry["file"] for entry in said] == [str(copy)]
    assert said[0]["bytes"] == 6
    assert "vault (1).db" in line.run("doctor").out
    assert copy.stat().st_mode & 0o777 == 0
