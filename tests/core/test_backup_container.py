"""Hostile backup files: whatever is off is refused by name, and nothing is written or changed."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from managernotes.errors import (
    DamagedBackupError,
    ForeignBackupError,
    ManagerNotesError,
    MissingBackupError,
    NewerBackupError,
    NotABackupError,
    UnsafePathError,
    VaultDamagedError,
)
from managernotes.services.backup_opening import check_without_key, verify_backup
from managernotes.services.backup_work import BackupWork
from managernotes.services.restoring import Restore, restore_as_new
from managernotes.vault.backup_container import BackupKind, read_frame
from tests.core.backup_desk import BackupDesk, desk_with

HEAD_AT, FRAME = 30, struct.Struct(">8sHIIIQ")


@pytest.fixture
def desk(tmp_path: Path) -> BackupDesk:
    return desk_with(tmp_path / "a", "First", "Second")


@pytest.fixture
def backup(desk: BackupDesk) -> Path:
    return BackupWork.of(desk.workspace).make(BackupKind.MANUAL, desk.folder / "b.mnbackup").path


def _refused(path: Path, desk: BackupDesk, error: type[ManagerNotesError]) -> None:
    """Every way of using the file refuses it, and leaves nothing behind."""
    before = sorted(desk.folder.rglob("*"))
    for use in (
        lambda: verify_backup(path, desk.key),
        lambda: check_without_key(path),
        lambda: restore_as_new(Restore(backup=path, vault=desk.folder / "new", key=desk.key)),
        lambda: restore_as_new(Restore(backup=path, vault=desk.folder / "new")),
    ):
        with pytest.raises(error):
            use()
    assert sorted(desk.folder.rglob("*")) == before


@pytest.mark.parametrize("part", range(8))
def test_one_flipped_bit_anywhere_is_found_without_a_key(
    backup: Path, desk: BackupDesk, part: int
) -> None:
    content = bytearray(backup.read_bytes())
    frame = read_frame(backup)
    places = (
        9, 20, HEAD_AT + 3, HEAD_AT + len(content[HEAD_AT : frame.database_at]) - 5,
        frame.database_at, len(content) // 2, len(content) - 40, len(content) - 1,
    )  # fmt: skip
    content[places[part]] ^= 1
    backup.write_bytes(content)
    with pytest.raises((VaultDamagedError, NewerBackupError)):
        check_without_key(backup)
    with pytest.raises((VaultDamagedError, NewerBackupError)):
        verify_backup(backup, desk.key)


@pytest.mark.parametrize("left", [31, 4_000, -4_096, -32, -1])
def test_a_backup_cut_short_is_damaged(backup: Path, desk: BackupDesk, left: int) -> None:
    backup.write_bytes(backup.read_bytes()[:left])
    _refused(backup, desk, DamagedBackupError)


@pytest.mark.parametrize("content", [b"", b"MNBACKUP", b"SQLite format 3\0" * 300, b"\0" * 5000])
def test_another_file_is_no_backup(backup: Path, desk: BackupDesk, content: bytes) -> None:
    backup.write_bytes(content)
    _refused(backup, desk, NotABackupError)


def test_more_behind_the_end_is_damage(backup: Path, desk: BackupDesk) -> None:
    backup.write_bytes(backup.read_bytes() + b"x")
    _refused(backup, desk, DamagedBackupError)


def test_a_later_version_is_left_alone(backup: Path, desk: BackupDesk) -> None:
    content = bytearray(backup.read_bytes())
    content[8:10] = (2).to_bytes(2, "big")
    backup.write_bytes(content)
    _refused(backup, desk, NewerBackupError)


def test_lengths_that_lie_cost_no_memory(backup: Path, desk: BackupDesk) -> None:
    for lie in ((1, 1, 1 << 31, 4096), (1 << 31, 1, 1, 4096), (9, 9, 9, 1 << 60), (0, 0, 0, 0)):
        backup.write_bytes(FRAME.pack(b"MNBACKUP", 1, *lie) + b"\0" * 5000)
        _refused(backup, desk, DamagedBackupError)


def test_a_link_is_not_followed(backup: Path, desk: BackupDesk, tmp_path: Path) -> None:
    link = tmp_path / "link.mnbackup"
    link.symlink_to(backup)
    _refused(link, desk, UnsafePathError)


def test_a_folder_a_pipe_and_nothing_are_no_backups(desk: BackupDesk, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.mnbackup"
    os.mkfifo(pipe)
    _refused(pipe, desk, NotABackupError)
    _refused(tmp_path, desk, NotABackupError)
    _refused(tmp_path / "none.mnbackup", desk, MissingBackupError)


def test_another_vaults_backup_is_refused_by_this_vaults_key(
    desk: BackupDesk, tmp_path: Path
) -> None:
    other = desk_with(tmp_path / "other", "Theirs")
    theirs = BackupWork.of(other.workspace).make(BackupKind.MANUAL, tmp_path / "t.mnbackup").path
    work = BackupWork.of(desk.workspace)
    with pytest.raises(ForeignBackupError), work.opened(theirs):
        pass
    with pytest.raises(VaultDamagedError):
        restore_as_new(Restore(backup=theirs, vault=desk.folder / "new", key=desk.key))
    assert not (desk.folder / "new").exists()
    assert work.listed() == []


def test_parts_of_two_backups_do_not_pass_for_one(desk: BackupDesk, backup: Path) -> None:
    """Whoever rebuilds the digest is found out by the sealed facts."""
    import hashlib

    desk.note("Third")
    work = BackupWork.of(desk.workspace)
    later = work.make(BackupKind.MANUAL, desk.folder / "c.mnbackup").path
    first, second = read_frame(backup), read_frame(later)
    mixed = bytearray(backup.read_bytes()[: first.database_at])
    mixed += later.read_bytes()[second.database_at : -32]
    assert first.database_bytes == second.database_bytes
    mixed += hashlib.sha256(mixed).digest()
    backup.write_bytes(mixed)
    check_without_key(backup)
    with pytest.raises(DamagedBackupError):
        verify_backup(backup, desk.key)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_bytes_crash_the_reader(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "any.mnbackup"
    small = st.integers(0, 200)
    lengths = data.draw(st.tuples(small, small, small, st.sampled_from([0, 4096, 8192])))
    body = data.draw(st.binary(max_size=600))
    wanted = sum(lengths) + 32
    path.write_bytes(FRAME.pack(b"MNBACKUP", 1, *lengths) + body.ljust(wanted, b"{")[:wanted])
    with pytest.raises(VaultDamagedError):
        check_without_key(path)
