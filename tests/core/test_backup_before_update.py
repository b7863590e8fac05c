"""A vault of an older schema is copied before each step; without the copy it stays as it is."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from managernotes.errors import ManagerNotesError
from managernotes.services.backup_opening import opened_backup, verify_backup
from managernotes.services.backup_places import backups_in, usual_place
from managernotes.services.backups import BackupKind, restored
from managernotes.services.ways_in import RecoveryWay
from managernotes.services.workspace import open_workspace
from managernotes.storage.migrations import runner
from managernotes.vault.access import unlock_with_recovery_code
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.creation import Protection, new_vault
from managernotes.vault.location import VaultFiles
from tests.core.backup_desk import opened
from tests.core.office import MovingClock
from tests.core.vault_fakes import CHEAP, MemoryKeyring

A_NOTE = """
    INSERT INTO preference (name, value) VALUES ('kept', 'through every step')
"""


@pytest.fixture
def old(tmp_path: Path) -> tuple[VaultFiles, str]:
    """Make a vault as the first version made it, and return its recovery code."""

    def furnish(db: Connection) -> None:
        runner.migrate(db, lambda _version: None, runner.STEPS[:1])
        db.execute(A_NOTE)

    files = VaultFiles(tmp_path / "old.vault")
    with new_vault(
        files, Protection.KEYRING, None, MemoryKeyring(), furnish=furnish, cost=CHEAP
    ) as made:
        return files, made.recovery_code.text


@contextmanager
def no_file_grows() -> Iterator[None]:
    """Leave no room for a copy."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_each_step_has_its_copy(old: tuple[VaultFiles, str]) -> None:
    files, code = old
    with opened(files.database, code) as workspace:
        made = sorted(backups_in(usual_place(files.database)), key=lambda file: file.head.schema)
        assert [file.head.schema for file in made] == list(range(1, len(runner.STEPS)))
        assert {file.head.kind for file in made} == {BackupKind.BEFORE_UPDATE}
        for file in made:
            assert verify_backup(file.path, workspace.key).counts is not None
        assert workspace.preferences.read("kept") == "through every step"


def test_a_copy_of_an_older_schema_is_read_and_restored_like_any(
    old: tuple[VaultFiles, str], tmp_path: Path
) -> None:
    files, code = old
    with opened(files.database, code) as workspace:
        oldest = min(backups_in(usual_place(files.database)), key=lambda file: file.head.schema)
        before = oldest.path.read_bytes()
        with opened_backup(oldest.path, workspace.key, tmp_path) as db:
            assert runner.current_version(db) == len(runner.STEPS)
        assert oldest.path.read_bytes() == before
    restored(oldest.path, tmp_path / "back.vault", RecoveryWay(code))
    with opened(tmp_path / "back.vault", code) as workspace:
        assert workspace.preferences.read("kept") == "through every step"


def test_without_room_for_the_copy_the_vault_stays_as_it_is(
    old: tuple[VaultFiles, str],
) -> None:
    files, code = old
    before = files.database.read_bytes()
    way = RecoveryWay(code)
    with no_file_grows(), pytest.raises(ManagerNotesError):
        open_workspace(files.database, way, clock=MovingClock(), keyring=MemoryKeyring())
    assert files.database.read_bytes() == before
    assert not list(files.folder.rglob("*.part"))
    key = unlock_with_recovery_code(files, code)
    db = open_connection(files, key)
    assert runner.current_version(db) == 1
    db.close()
