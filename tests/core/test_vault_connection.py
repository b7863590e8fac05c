"""Opening the encrypted database: every setting holds, every wrong file is refused untouched."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest

from managernotes.errors import (
    DamagedPagesError,
    EmptyVaultFileError,
    ForeignFileError,
    InterruptedQueryError,
    ManagerNotesError,
    MissingVaultError,
    PlaintextVaultError,
    TruncatedVaultError,
    UnsafePathError,
    UnwritablePlaceError,
    VaultBusyError,
    VaultClosedError,
    VaultExistsError,
    WrongDriverError,
)
from managernotes.vault.connection import Connection, create_connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.driver_errors import ConstraintError, StatementError
from managernotes.vault.location import VaultFiles

KEY: Final = DataKey(bytes(range(32)))
MARKER: Final = "zanzibar"
ENDLESS: Final = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
"""


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return VaultFiles(tmp_path / "mine.vault")


@pytest.fixture
def db(files: VaultFiles) -> Iterator[Connection]:
    with closing(create_connection(files, KEY)) as connection:
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT UNIQUE)")
        connection.execute("CREATE VIRTUAL TABLE found USING fts5(body)")
        yield connection


def _fill(db: Connection, numbers: range = range(300)) -> None:
    with db.transaction():
        db.executemany("INSERT INTO note (body) VALUES (?)", [(_body(i),) for i in numbers])


def _body(number: int) -> str:
    return f"{MARKER} {number} " + "x" * 300


# --- what holds on an open vault --------------------------------------------------------------


@pytest.mark.parametrize("fresh", [True, False], ids=["created", "opened"])
def test_every_setting_reads_back_as_it_must_be(files: VaultFiles, fresh: bool) -> None:
    db = create_connection(files, KEY)
    if not fresh:
        db.close()
        db = open_connection(files, KEY)
    with closing(db):
        expected = {
            "cipher_log_level": "NONE",
            "locking_mode": "normal",
            "journal_mode": "truncate",
            "synchronous": 2,
            "temp_store": 2,
            "secure_delete": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "foreign_keys": 1,
            "application_id": 0x4D4E4F54,
            "user_version": 0,
        }
        read = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
        assert read == expected
        assert db.execute("PRAGMA cipher_version").fetchone()[0].startswith("4.")


def test_what_is_written_comes_back_and_only_with_the_key(
    files: VaultFiles, db: Connection
) -> None:
    _fill(db)
    db.close()
    with closing(open_connection(files, KEY)) as again:
        row = again.execute("SELECT id, body FROM note WHERE id = ?", (7,)).fetchone()
        assert (row["id"], row["body"]) == (7, _body(6))
        assert tuple(row) == (row[0], row[1])
    with pytest.raises(DamagedPagesError):
        open_connection(files, DataKey.new())


def test_nothing_readable_is_in_any_file_even_in_the_middle_of_a_write(
    files: VaultFiles, db: Connection
) -> None:
    db.execute("PRAGMA cache_size = 5")
    with db.transaction():
        for number in range(500):
            db.execute("INSERT INTO note (body) VALUES (?)", (_body(number),))
            db.execute("INSERT INTO found (body) VALUES (?)", (_body(number),))
        assert files.journal.stat().st_size > 0
        for path in files.folder.iterdir():
            content = path.read_bytes()
            assert MARKER.encode() not in content
            assert b"SQLite format" not in content
            assert KEY.material not in content
            assert KEY.material.hex().encode() not in content


def test_vault_and_journal_are_private(files: VaultFiles) -> None:
    before = os.umask(0)
    try:
        with closing(create_connection(files, KEY)) as db:
            db.execute("CREATE TABLE t (x)")
            assert {path.stat().st_mode & 0o777 for path in files.folder.iterdir()} == {0o600}
            assert files.journal.exists()
    finally:
        os.umask(before)


def test_opening_tidies_what_a_killed_process_left_and_closes_the_files_to_others(
    files: VaultFiles,
) -> None:
    _vault(files)
    files.database.chmod(0o664)
    stray = files.database.with_name("mine.vault.0123abcd.part")
    stray.touch()
    os.utime(stray, (0, 0))
    open_connection(files, KEY).close()
    assert not stray.exists()
    assert files.database.stat().st_mode & 0o777 == 0o600


def test_the_schemas_number_is_told(db: Connection) -> None:
    assert db.user_version == 0
    db.execute("PRAGMA user_version = 3")
    assert db.user_version == 3


@pytest.mark.parametrize("key", ["", " KEY ''"], ids=["with the key", "without a key"])
def test_no_other_database_can_be_attached(db: Connection, tmp_path: Path, key: str) -> None:
    with pytest.raises(StatementError):
        db.execute(f"ATTACH '{tmp_path}/plain.db' AS plain{key}")
    assert not (tmp_path / "plain.db").exists()


def test_a_path_with_every_odd_sign_is_that_path(tmp_path: Path) -> None:
    files = VaultFiles(tmp_path / "a b%20?mode=memory#ü&'\".vault")
    create_connection(files, KEY).close()
    open_connection(files, KEY).close()
    assert files.database.stat().st_size >= 4096
    assert all(path.name.startswith(files.database.name) for path in tmp_path.iterdir())


# --- wrong files ------------------------------------------------------------------------------


def _plain(files: VaultFiles) -> None:
    with closing(sqlite3.connect(files.database)) as plain:
        plain.execute("CREATE TABLE note (body)")


def _vault(files: VaultFiles) -> bytes:
    with closing(create_connection(files, KEY)) as db:
        db.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT UNIQUE)")
        _fill(db)
    return files.database.read_bytes()


def _random(files: VaultFiles) -> None:
    files.database.write_bytes(os.urandom(8192))


def _foreign(files: VaultFiles) -> None:
    _vault(files)
    with closing(open_connection(files, KEY)) as db:
        db.execute("PRAGMA application_id = 1")


_WRONG: dict[str, tuple[Any, type[ManagerNotesError]]] = {
    "missing": (lambda _: None, MissingVaultError),
    "empty": (lambda files: files.database.touch(), EmptyVaultFileError),
    "short": (lambda files: files.database.write_bytes(_vault(files)[:4095]), TruncatedVaultError),
    "half": (lambda files: files.database.write_bytes(_vault(files)[:40960]), DamagedPagesError),
    "cut": (lambda files: files.database.write_bytes(_vault(files)[:-1]), TruncatedVaultError),
    "plain": (_plain, PlaintextVaultError),
    "random": (_random, DamagedPagesError),
    "foreign": (_foreign, ForeignFileError),
    "link": (lambda files: files.database.symlink_to("elsewhere"), UnsafePathError),
}


@pytest.mark.parametrize("case", _WRONG)
def test_a_wrong_file_is_refused_by_name_and_left_as_it_is(files: VaultFiles, case: str) -> None:
    prepare, failure = _WRONG[case]
    prepare(files)
    before = _contents(files)
    with pytest.raises(failure) as refusal:
        open_connection(files, KEY)
    assert _contents(files) == before
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("page", [0, 1, 5, -1], ids=["first", "second", "sixth", "last"])
def test_a_flipped_bit_in_any_page_is_called_damage(files: VaultFiles, page: int) -> None:
    content = bytearray(_vault(files))
    place = (page % (len(content) // 4096)) * 4096 + 1000
    content[place] ^= 1
    files.database.write_bytes(content)
    with pytest.raises(DamagedPagesError):
        _read_everything(files)
    assert files.database.read_bytes() == content


def _read_everything(files: VaultFiles) -> None:
    with closing(open_connection(files, KEY)) as db:
        db.execute("SELECT sum(length(body)) FROM note NOT INDEXED").fetchall()
        db.execute("SELECT body FROM note ORDER BY body").fetchall()


def test_creating_never_replaces_a_file(files: VaultFiles) -> None:
    files.database.write_bytes(b"precious")
    with pytest.raises(VaultExistsError):
        create_connection(files, KEY)
    assert files.database.read_bytes() == b"precious"


def test_creating_where_nothing_can_be_written_is_named() -> None:
    with pytest.raises(UnwritablePlaceError):
        create_connection(VaultFiles(Path("/proc/mine.vault")), KEY)


def test_a_driver_that_does_not_encrypt_is_refused_before_any_file_is_touched(
    files: VaultFiles,
) -> None:
    with pytest.raises(WrongDriverError):
        create_connection(files, KEY, driver=sqlite3)
    assert list(files.folder.iterdir()) == []
    _vault(files)
    before = _contents(files)
    with pytest.raises(WrongDriverError):
        open_connection(files, KEY, driver=sqlite3)
    assert _contents(files) == before


@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="only root can become another user")
@pytest.mark.parametrize("closed", ["database", "folder"])
def test_a_vault_that_may_not_be_written_is_named(closed: str) -> None:
    nobody = 65534
    with tempfile.TemporaryDirectory() as folder:  # every folder above tmp_path is root's alone
        files = VaultFiles(Path(folder) / "mine.vault")
        _vault(files)
        for path in (files.folder, *files.folder.iterdir()):
            os.chown(path, nobody, nobody)
        assert _outcome_as(nobody, files) == "opened"
        getattr(files, closed).chmod(0o500)
        before = _contents(files)
        assert _outcome_as(nobody, files) == "UnwritablePlaceError"
        assert _contents(files) == before


# --- work on an open vault --------------------------------------------------------------------


def test_a_transaction_keeps_all_or_nothing(db: Connection) -> None:
    with db.transaction():
        db.execute("INSERT INTO note (body) VALUES ('kept')")
    with pytest.raises(StatementError), db.transaction():  # noqa: PT012  # the second one fails
        db.execute("INSERT INTO note (body) VALUES ('lost')")
        db.execute("INSERT INTO note (colour) VALUES ('lost')")
    assert not db.in_transaction
    assert [row["body"] for row in db.execute("SELECT body FROM note")] == ["kept"]


def test_a_closed_vault_says_so(db: Connection) -> None:
    db.close()
    db.close()
    with pytest.raises(VaultClosedError):
        db.execute("SELECT 1")
    with pytest.raises(VaultClosedError):
        db.executemany("INSERT INTO note (body) VALUES (?)", [("x",)])
    with pytest.raises(VaultClosedError), db.transaction():
        pass
    db.interrupt()
    assert not db.in_transaction


def test_a_query_can_be_interrupted_from_another_thread(db: Connection) -> None:
    timer = threading.Timer(0.2, db.interrupt)
    timer.start()
    started = time.monotonic()
    with pytest.raises(InterruptedQueryError):
        db.execute(ENDLESS).fetchone()
    timer.join()
    assert time.monotonic() - started < 2
    assert db.execute("SELECT 1").fetchone()[0] == 1


def test_an_interrupted_read_of_rows_says_so(db: Connection) -> None:
    rows = iter(
        db.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n")
    )
    assert next(rows)[0] == 1
    db.interrupt()
    with pytest.raises(InterruptedQueryError):
        for _ in rows:
            pass


def test_a_vault_that_another_program_is_writing_is_busy_after_the_patience(
    files: VaultFiles, db: Connection
) -> None:
    _fill(db)
    with closing(open_connection(files, KEY, patience_seconds=0.3)) as other, db.transaction():
        db.execute("DELETE FROM note WHERE id = 1")
        started = time.monotonic()
        with pytest.raises(VaultBusyError), other.transaction():
            pass
        assert 0.25 < time.monotonic() - started < 1.5
        assert other.execute("SELECT count(*) FROM note").fetchone()[0] == 300


def test_a_full_disk_is_named_and_what_was_saved_is_safe(files: VaultFiles, db: Connection) -> None:
    _fill(db, range(10))
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(ManagerNotesError, match="The disk is full"):
        _fill(db, range(10, 5000))
    assert not db.in_transaction
    assert db.execute("SELECT count(*) FROM note").fetchone()[0] == 10


def test_a_broken_rule_names_the_column_and_not_the_value(db: Connection) -> None:
    db.execute("INSERT INTO note (body) VALUES (?)", (MARKER,))
    with pytest.raises(ConstraintError, match=r"note\.body") as failure:
        db.execute("INSERT INTO note (body) VALUES (?)", (MARKER,))
    assert MARKER not in str(failure.value)
    assert failure.value.__suppress_context__


def test_a_wrong_statement_says_what_is_wrong_with_it(db: Connection) -> None:
    with pytest.raises(StatementError, match="no such column: colour"):
        db.execute("SELECT colour FROM note WHERE body = ?", (MARKER,))
    with pytest.raises(StatementError, match="bindings"):
        db.execute("SELECT ?, ?", (MARKER,))


def test_a_wrong_full_text_query_is_not_quoted(db: Connection) -> None:
    for query in (f"{MARKER}:x", f'"{MARKER}', f"{MARKER} AND"):
        with pytest.raises(StatementError) as failure:
            db.execute("SELECT * FROM found WHERE found MATCH ?", (query,)).fetchall()
        assert MARKER not in f"{failure.value!r}"


def test_no_key_shows_in_an_errors_text(files: VaultFiles) -> None:
    _vault(files)
    other = DataKey.new()
    with pytest.raises(DamagedPagesError) as failure:
        open_connection(files, other)
    assert other.material.hex() not in f"{failure.value!r} {failure.value.__cause__!r}"


def _contents(files: VaultFiles) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() if path.is_file() else b""
        for path in sorted(files.folder.iterdir())
    }


def _outcome_as(user: int, files: VaultFiles) -> str:
    """Open the vault in a child process of another user; return the failure's name."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
            open_connection(files, KEY).close()
            outcome = "opened"
        except BaseException as error:  # noqa: BLE001  # reported to the parent
            outcome = type(error).__name__
        os.write(write_end, outcome.encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        outcome = pipe.read()
    os.waitpid(child, 0)
    return outcome
