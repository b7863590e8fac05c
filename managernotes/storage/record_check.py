"""SQL that compares the record chain with every version that is in the vault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from managernotes.domain.record_chain import Moment, words_digest
from managernotes.domain.record_replay import RecordProblem, Replay
from managernotes.storage import record_chain
from managernotes.vault.connection import Connection

_NOTES = """
    SELECT o.id, n.created_at, n.created_offset, n.text_revision, n.text_saved_at,
           n.text_saved_offset, n.salt,
           n.title, n.fact, n.effect, n.my_reading, n.source_detail
      FROM observation AS o JOIN observation_record AS n USING (key)
"""
_PEOPLE = """
    SELECT p.id, p.created_at, p.created_offset, p.revision, p.updated_at, p.updated_offset,
           p.salt, p.display_name, p.alias, r.title AS role, p.team, p.level, p.started_on,
           p.manager_since, p.status, p.cadence, p.recognition_pref, p.works_best, p.aims
      FROM person AS p LEFT JOIN role AS r ON r.key = p.role_key
"""
_PAPERS = """
    SELECT id, created_at, created_offset, text_revision, text_saved_at, text_saved_offset, salt,
           words
      FROM paper
"""
_KEPT = "SELECT record_id, revision, saved_at, saved_offset, salt, body FROM revision"
_TABLE = "SELECT 1 FROM sqlite_schema WHERE name = :name"
_SEALED = 7
"""Columns before the words."""

NO_DIGEST = b"unsealed"
"""For a version without salt, which the app never writes; equal to no digest."""


def has_record(db: Connection) -> bool:
    """Whether the vault keeps the record; one of the first schema gets it when it is opened."""
    return _has(db, "record_entry")


def check_record(db: Connection) -> tuple[int, list[RecordProblem]]:
    """Return how many entries the chain has, and what is wrong; reads every version there is.

    Raises what reading a damaged page does.
    """
    replay, born = Replay(), dict[bytes, Moment]()
    replay.follow(record_chain.entries(db))
    for query in (_NOTES, _PEOPLE):
        for record, made, revision, digest in _present(db, query):
            born[record] = made
            replay.check_present(record, revision, digest)
    for record, made, revision, digest in _papers(db) if _has(db, "paper") else ():
        born[record] = made
        replay.check_present(record, revision, digest)
    for row in db.execute(_KEPT):
        record, revision, at, offset, salt, body = row
        made = born.get(record, (0, 0))
        replay.check_kept(record, revision, _digest(salt, json.loads(body), made, (at, offset)))
    replay.finish()
    return replay.entries, replay.problems


def _has(db: Connection, table: str) -> bool:
    return db.execute(_TABLE, {"name": table}).fetchone() is not None


def _present(db: Connection, query: str) -> Iterator[tuple[bytes, Moment, int, bytes]]:
    names: list[str] = []
    for row in db.execute(query):
        names = names or row.keys()[_SEALED:]
        record, born, born_offset, revision, saved, saved_offset, salt, *words = row
        made = (born, born_offset)
        content = dict(zip(names, words, strict=True))
        yield record, made, revision, _digest(salt, content, made, (saved, saved_offset))


def _papers(db: Connection) -> Iterator[tuple[bytes, Moment, int, bytes]]:
    for row in db.execute(_PAPERS):
        record, born, born_offset, revision, saved, saved_offset, salt, words = row
        made = (born, born_offset)
        yield record, made, revision, _digest(salt, json.loads(words), made, (saved, saved_offset))


def _digest(salt: bytes | None, words: Any, born: Moment, saved: Moment) -> bytes:
    return words_digest(salt, words, born, saved) if salt else NO_DIGEST
