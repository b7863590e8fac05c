"""Killed after any statement of a migration, a vault is as it was, and the next start goes on."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.domain.identity import DeviceId, new_uuid7
from managernotes.storage import papers
from managernotes.storage.migrations import runner
from managernotes.storage.papers import Sort
from managernotes.storage.record_check import check_record
from managernotes.vault.access import unlock_with_passphrase
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from tests.core.office import NOON
from tests.faults.figures import Figures
from tests.faults.killing import Victim
from tests.faults.migrating import THERE, migrate_until

FIXTURES: Final = Path(__file__).parents[1] / "core" / "fixtures"
PASSPHRASE: Final = "sample"
CHAIN_SINCE: Final = 2
"""The step that brought the chain of the record."""


def old_vault(folder: Path, schema: int) -> tuple[VaultFiles, DataKey]:
    """Copy a vault of an old schema, and return what opens it."""
    shutil.copytree(FIXTURES / f"schema{schema}", folder / "old")
    files = VaultFiles(folder / "old" / f"schema{schema}.db")
    return files, unlock_with_passphrase(files, PASSPHRASE)


def want_sound(db: Connection) -> None:
    """Want every page, every reference and the chain of the record to be whole."""
    assert [row[0] for row in db.execute("PRAGMA integrity_check")] == ["ok"]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert db.user_version < CHAIN_SINCE or check_record(db)[1] == []


@pytest.mark.parametrize(("schema", "stride"), [(1, 5), (3, 5), (5, 1)])
def test_a_migration_killed_after_any_statement_is_taken_back_and_done_at_the_next_start(
    tmp_path: Path, schema: int, stride: int, figures: Figures
) -> None:
    files, key = old_vault(tmp_path, schema)
    kills = 0
    for number in range(schema + 1, len(runner.STEPS) + 1):
        for statements in range(0, len(runner.STEPS[number - 1].UP) + 1, stride):
            victim = Victim(migrate_until, files.database, key.material, number, statements)
            victim.killed_after_saying(THERE)
            assert victim.was_killed
            kills += 1
            with closing(open_connection(files, key)) as db:
                assert db.user_version == number - 1
                want_sound(db)
    with closing(open_connection(files, key)) as db:
        runner.migrate(db, before_step=lambda _version: None)
        assert db.user_version == len(runner.STEPS)
        want_sound(db)
    figures(f"killed while migrating from schema {schema}", kills, "every vault as before")


@pytest.mark.parametrize("schema", [1, 3, 5])
def test_whoever_had_the_vault_open_meanwhile_sees_the_new_schema_at_once(
    tmp_path: Path, schema: int
) -> None:
    files, key = old_vault(tmp_path, schema)
    with closing(open_connection(files, key)) as other:
        assert other.execute("SELECT count(*) FROM person").fetchone()[0]
        with closing(open_connection(files, key)) as db:
            runner.migrate(db, before_step=lambda _version: None)
        assert other.user_version == len(runner.STEPS)
        device = DeviceId(new_uuid7(NOON))
        with other.transaction():
            papers.insert(other, Sort.GOAL, new_uuid7(NOON), {}, plain="", device=device, at=NOON)
        want_sound(other)
