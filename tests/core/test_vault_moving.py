"""A vault whose place is lost goes on elsewhere, with all that was saved."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from managernotes.errors import ManagerNotesError, VaultExistsError, VaultReplacedError
from managernotes.services.vault_moving import moved
from managernotes.services.verifying import verify_vault
from tests.core.backup_desk import BackupDesk, desk_with, opened


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BackupDesk]:
    """Make a vault of two notes, still open."""
    (tmp_path / "home").mkdir(mode=0o700)
    made = desk_with(tmp_path / "home", "the first note", "the second note")
    yield made
    made.workspace.close()


def test_a_removed_vault_goes_on_elsewhere_with_its_ways_in(
    desk: BackupDesk, tmp_path: Path
) -> None:
    shutil.rmtree(desk.folder)
    there = tmp_path / "new" / "mine.vault"
    desk.workspace = moved(desk.workspace, there)
    desk.note("the third note")
    assert desk.count() == 3
    assert verify_vault(desk.files, desk.key).ok
    desk.workspace.close()
    with opened(there, desk.code) as workspace:
        assert len(workspace.notes.tags()) == 0
        assert workspace.files.database == there
    assert not desk.folder.with_name("home").exists()


def test_a_replaced_vault_goes_on_elsewhere_and_the_other_file_is_left_alone(
    desk: BackupDesk, tmp_path: Path
) -> None:
    old = desk.files.database
    old.unlink()
    old.write_bytes(b"somebody else's" * 1000)
    desk.workspace = moved(desk.workspace, tmp_path / "new.vault")
    assert desk.count() == 2
    assert old.read_bytes() == b"somebody else's" * 1000


def test_what_was_overwritten_in_place_cannot_be_saved_elsewhere(
    desk: BackupDesk, tmp_path: Path
) -> None:
    older = desk.files.database.read_bytes()
    desk.note("newer than the copy")
    desk.files.database.write_bytes(older)
    with pytest.raises(VaultReplacedError):
        moved(desk.workspace, tmp_path / "new.vault")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]


def test_a_place_that_is_taken_is_refused_and_the_vault_stays_open(
    desk: BackupDesk, tmp_path: Path
) -> None:
    taken = tmp_path / "new.vault"
    taken.write_bytes(b"taken")
    desk.files.database.unlink()
    with pytest.raises(VaultExistsError):
        moved(desk.workspace, taken)
    assert taken.read_bytes() == b"taken"
    assert desk.count() == 2


def test_whatever_fails_leaves_nothing_at_the_new_place(desk: BackupDesk, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"no folder")
    with pytest.raises(ManagerNotesError):
        moved(desk.workspace, blocked / "sub" / "new.vault")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "home"]
    assert desk.count() == 2
