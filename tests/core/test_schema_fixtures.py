"""A vault of every released schema opens, comes up to date, and its record is sound."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.storage.migrations import runner
from managernotes.storage.record_check import check_record
from managernotes.vault.access import unlock_with_passphrase
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.location import VaultFiles

FIXTURES: Final = Path(__file__).parent / "fixtures"
PASSPHRASE: Final = "sample"


@pytest.mark.parametrize("version", [1, 3])
def test_a_vault_of_an_earlier_schema_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    shutil.copytree(FIXTURES / f"schema{version}", tmp_path / "old")
    files = VaultFiles(tmp_path / "old" / f"schema{version}.db")
    with closing(open_connection(files, unlock_with_passphrase(files, PASSPHRASE))) as db:
        assert db.user_version == version
        versions = _versions(db)
        runner.migrate(db, before_step=lambda _version: None)
        assert db.user_version == len(runner.STEPS)
        assert check_record(db) == (versions, [])
        assert _versions(db) == versions > 10


def _versions(db: Connection) -> int:
    count = (
        "SELECT (SELECT count(*) FROM observation) + (SELECT count(*) FROM person)"
        " + (SELECT count(*) FROM revision)"
    )
    return int(db.execute(count).fetchone()[0])
