"""A page whose seal does not fit is refused even when it is the last that a statement reads."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.errors import DamagedPagesError
from managernotes.vault.connection import Connection, create_connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles

KEY: Final = DataKey(bytes(range(32)))
PAGE: Final = 4096
WORDS: Final = "word " * 4_000
"""Five pages, of which the last is read last, and nothing after it."""


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    """Return a vault with one long text, and a bit of its last page flipped."""
    files = VaultFiles(tmp_path / "vault.db")
    with closing(create_connection(files, KEY)) as db:
        db.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")
        with db.transaction():
            db.execute("INSERT INTO note (words) VALUES (?)", (WORDS,))
        assert db.execute("SELECT words FROM note").fetchone()[0] == WORDS
    content = bytearray(files.database.read_bytes())
    content[-PAGE + 100] ^= 1
    files.database.write_bytes(content)
    return files


def test_the_driver_itself_would_show_the_end_of_the_text_as_zeros(files: VaultFiles) -> None:
    with closing(open_connection(files, KEY)) as db:
        shown = db._raw.execute("SELECT words FROM note").fetchone()[0]
        assert shown.startswith("word word")
        assert shown.endswith("\0\0\0\0")


def _one(db: Connection) -> object:
    return db.execute("SELECT words FROM note").fetchone()


def _all(db: Connection) -> object:
    return db.execute("SELECT words FROM note").fetchall()


def _each(db: Connection) -> object:
    return next(iter(db.execute("SELECT words FROM note")))


@pytest.mark.parametrize("read", [_one, _all, _each])
def test_a_damaged_end_of_a_text_is_never_shown(files: VaultFiles, read: object) -> None:
    assert callable(read)
    with closing(open_connection(files, KEY)) as db, pytest.raises(DamagedPagesError):
        read(db)


def test_what_was_made_of_a_damaged_page_is_never_committed(files: VaultFiles) -> None:
    before = files.database.read_bytes()
    with closing(open_connection(files, KEY)) as db:
        with pytest.raises(DamagedPagesError), db.transaction():
            db.execute("CREATE TABLE copy AS SELECT words FROM note")
        assert not db.in_transaction
    assert files.database.read_bytes() == before


def test_a_write_into_a_damaged_page_is_told_as_damage(files: VaultFiles) -> None:
    content = bytearray(files.database.read_bytes())
    content[PAGE + 100] ^= 1
    files.database.write_bytes(content)
    with closing(open_connection(files, KEY)) as db:
        for _ in range(2):
            with pytest.raises(DamagedPagesError), db.transaction():
                db.execute("INSERT INTO note (words) VALUES ('more')")
