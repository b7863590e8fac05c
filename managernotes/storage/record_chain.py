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
_ALL = "SELECT seq, what, record_id, revision, digest, hash FROM record_entry ORDER BY seq"


def append(db: Connection, changes: Iterable[Change]) -> None:
    """Append what is being changed, in the transaction that changes it."""
    last = db.execute(_LAST).fetchone()
    number, before = (int(last[0]), bytes(last[1])) if last else (0, FIRST_HASH)
    rows = []
    for change in changes:
        number += 1
        before = linked(before, number, change)
        what, digest = change.act.value, change.digest
        rows.append((number, what, change.record, change.revision, digest, before))
    db.executemany(_APPEND, rows)


def entries(db: Connection) -> Iterator[Entry]:
    """Yield the chain from its beginning."""
    for row in db.execute(_ALL):
        yield Entry(*row)
