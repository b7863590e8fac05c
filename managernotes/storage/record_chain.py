"""SQL for the record chain: appending to it, and reading it from its beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from managernotes.domain.record_chain import FIRST_HASH, Change, Entry, linked
from managernotes.vault.connection import Connection

_LAST = "SELECT seq, hash FROM record_entry ORDER BY seq DESC LIMIT 1"
_APPEND = """
    INSERT INTO record_entry (seq, what, record_id, revision, digest, hash)
    VALUES (?, ?, ?, ?, ?, ?)
"""
_ONE = "SELECT hash FROM record_entry WHERE seq = ?"
_ALL = "SELECT seq, what, record_id, revision, digest, hash FROM record_entry ORDER BY seq"


def append(db: Connection, changes: Iterable[Change]) -> None:
    """Append what is being changed, in the transaction that changes it."""
    number, before = head(db)
    rows = []
    for change in changes:
        number += 1
        before = linked(before, number, change)
        what, digest = change.act.value, change.digest
        rows.append((number, what, change.record, change.revision, digest, before))
    db.executemany(_APPEND, rows)


def head(db: Connection) -> tuple[int, bytes]:
    """Return number and hash of the newest entry."""
    last = db.execute(_LAST).fetchone()
    return (int(last[0]), bytes(last[1])) if last else (0, FIRST_HASH)


def holds(db: Connection, number: int, entry_hash: bytes) -> bool:
    """Whether an entry that was once the newest is there."""
    row = db.execute(_ONE, (number,)).fetchone()
    return bytes(row[0]) == entry_hash if row else number == 0


def entries(db: Connection) -> Iterator[Entry]:
    """Yield the chain from its beginning."""
    for row in db.execute(_ALL):
        yield Entry(*row)
