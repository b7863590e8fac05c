"""A disk that fills up while a backup is made or restored: nothing half, nothing lost."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from managernotes.errors import DiskFullError, ManagerNotesError, StorageFailedError
from managernotes.services.backup_opening import verify_backup
from managernotes.services.backup_places import usual_place
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import BackupKind
from managernotes.services.restoring import Restore, restore_as_new, restore_over
from managernotes.vault.data_key import DataKey
from tests.core.backup_desk import BackupDesk, desk_with, opened
from tests.core.office import NOON
from tests.faults.figures import Figures, short_and_long
from tests.faults.small_disk import small_disk

NOTES = 120


@contextmanager
def files_limited_to(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as a quota does; Python ignores the signal."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _desk(folder: Path) -> BackupDesk:
    return desk_with(folder, *(f"{number} " + "word " * 300 for number in range(NOTES)))


def _lies_in(folder: Path) -> dict[str, int]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): path.stat().st_size for path in files if "-journal" not in path.name}


def _notes_in(vault: Path, code: str) -> int:
    with opened(vault, code) as workspace:
        return int(workspace.ledger.db.execute("SELECT count(*) FROM observation").fetchone()[0])


@short_and_long(20, 80)
def test_no_quota_leaves_half_a_backup_or_half_a_vault(
    tmp_path: Path, figures: Figures, runs: int
) -> None:
    desk = _desk(tmp_path / "here")
    work = BackupWork.of(desk.workspace)
    whole = work.make(BackupKind.MANUAL)
    key, vault = DataKey(desk.key.material), desk.files.database
    refused = 0
    for run in range(runs):
        before, limit = _lies_in(tmp_path), (whole.size + 8_192) * run // runs
        for attempt in (
            lambda: work.make(BackupKind.MANUAL, tmp_path / "out.mnbackup"),
            lambda: restore_as_new(
                Restore(backup=whole.path, vault=tmp_path / "new" / "new.vault", key=key)
            ),
        ):
            try:
                with files_limited_to(limit):
                    attempt()
            except (DiskFullError, StorageFailedError):
                refused += 1
                assert _lies_in(tmp_path) == before
            else:
                made = tmp_path / "out.mnbackup"
                if made.exists():
                    assert verify_backup(made, key).counts is not None
                    made.unlink()
                for path in (tmp_path / "new").glob("new.vault*"):
                    path.unlink()
        assert desk.count() == NOTES
    desk.workspace.close()
    with files_limited_to(whole.size // 2):
        try:
            restore_over(Restore(backup=whole.path, vault=vault, key=key), NOON)
        except ManagerNotesError:
            refused += 1
    assert _notes_in(vault, desk.code) == NOTES
    figures("disk full during backup and restore", 2 * runs + 1, f"{refused} refused, 0 damaged")
    assert refused > runs


def test_a_backup_never_takes_the_last_room_that_notes_need(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        desk = desk_with(disk.folder / "here", "First")
        disk.leave(4 << 20)
        refused = False
        try:
            BackupWork.of(desk.workspace).make(BackupKind.MANUAL)
        except DiskFullError:
            refused = True
        # Without the right to mount a disk only the size of single files is limited.
        assert refused or disk.__class__.__name__ == "_LimitedFiles"
        assert not list(usual_place(desk.files.database).glob("*.part"))
        desk.note("Second")
        assert desk.count() == 2
        desk.workspace.close()
