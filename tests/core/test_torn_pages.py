"""An unused page that a power cut has torn is sealed again, and only then."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.vault.connection import create_connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.integrity import check_seals, check_structure
from managernotes.vault.location import VaultFiles

KEY: Final = DataKey(bytes(range(32)))
PAGE: Final = 4096


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    """Return a vault whose last pages are unused, one of them torn."""
    files = VaultFiles(tmp_path / "vault.db")
    with closing(create_connection(files, KEY)) as db:
        db.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")
        with db.transaction():
            db.executemany("INSERT INTO note (words) VALUES (?)", [("word " * 1_000,)] * 40)
        with db.transaction():
            db.execute("DELETE FROM note WHERE id > 5")
        assert db.execute("PRAGMA freelist_count").fetchone()[0] > 40
    content = bytearray(files.database.read_bytes())
    content[-PAGE + 512 : -PAGE + 1024] = bytes(512)
    files.database.write_bytes(content)
    return files


def seals(files: VaultFiles) -> tuple[str, ...]:
    with closing(open_connection(files, KEY)) as db:
        assert check_structure(db) == ()
        assert db.execute("SELECT count(*) FROM note").fetchone()[0] == 5
        return check_seals(db).problems


def test_after_a_write_that_was_cut_off_unused_pages_are_sealed_again(files: VaultFiles) -> None:
    files.journal.write_bytes(b"cut off before it held anything")
    assert seals(files) == ()


def test_a_vault_that_was_closed_well_is_not_touched(files: VaultFiles) -> None:
    before = files.database.read_bytes()
    assert len(seals(files)) == 1
    assert files.database.read_bytes() == before


def test_a_page_in_use_is_never_mended(files: VaultFiles) -> None:
    content = bytearray(files.database.read_bytes())
    content[3 * PAGE + 100] ^= 1
    files.database.write_bytes(content)
    files.journal.write_bytes(b"cut off before it held anything")
    with closing(open_connection(files, KEY)) as db:
        assert check_seals(db).problems
