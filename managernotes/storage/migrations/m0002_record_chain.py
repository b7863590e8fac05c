"""The record chain: every version of words is sealed, from what is there today on.

Adopting repeats the rules of that day (domain/record_chain) instead of importing them, because
a shipped step never changes its meaning.
"""

from __future__ import annotations

import json
import secrets
import struct
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from managernotes.vault.connection import Connection

_VERSIONS = """
    SELECT id, born, born_offset, revision, saved, saved_offset, words, home, place FROM (
        SELECT o.id AS id, n.created_at AS born, n.created_offset AS born_offset,
               n.text_revision AS revision, n.text_saved_at AS saved,
               n.text_saved_offset AS saved_offset,
               json_object(
                   'title', n.title, 'fact', n.fact, 'effect', n.effect,
                   'my_reading', n.my_reading, 'source_detail', n.source_detail
               ) AS words, 'observation_record' AS home, n.key AS place
          FROM observation AS o JOIN observation_record AS n USING (key)
         UNION ALL
        SELECT p.id, p.created_at, p.created_offset, p.revision, p.updated_at, p.updated_offset,
               json_object(
                   'display_name', p.display_name, 'alias', p.alias, 'role', r.title,
                   'team', p.team, 'level', p.level, 'started_on', p.started_on,
                   'manager_since', p.manager_since, 'status', p.status, 'cadence', p.cadence,
                   'recognition_pref', p.recognition_pref, 'works_best', p.works_best,
                   'aims', p.aims
               ), 'person', p.key
          FROM person AS p LEFT JOIN role AS r ON r.key = p.role_key
         UNION ALL
        SELECT v.record_id, ifnull(n.created_at, p.created_at),
               ifnull(n.created_offset, p.created_offset), v.revision, v.saved_at,
               v.saved_offset, v.body, 'revision', v.rowid
          FROM revision AS v
               LEFT JOIN observation AS o ON o.id = v.record_id
               LEFT JOIN observation_record AS n USING (key)
               LEFT JOIN person AS p ON p.id = v.record_id
    )
    ORDER BY id, revision
"""
_KEEP_SALT = {
    "observation_record": "UPDATE observation_record SET salt = ? WHERE key = ?",
    "person": "UPDATE person SET salt = ? WHERE key = ?",
    "revision": "UPDATE revision SET salt = ? WHERE rowid = ?",
}
_APPEND = """
    INSERT INTO record_entry (seq, what, record_id, revision, digest, hash)
    VALUES (?, 'adopted', ?, ?, ?, ?)
"""
_FORM = struct.Struct(">32sQ16s8sQ32s")


def adopt(db: Connection) -> None:
    """Seal every version that is in the vault, record by record in the order of revisions."""
    salts: dict[str, list[tuple[bytes, int]]] = {home: [] for home in _KEEP_SALT}
    db.executemany(_APPEND, list(_adopted(db, salts)))
    for home, kept in salts.items():
        db.executemany(_KEEP_SALT[home], kept)


def _adopted(
    db: Connection, salts: dict[str, list[tuple[bytes, int]]]
) -> Iterator[tuple[Any, ...]]:
    before = bytes(32)
    for number, row in enumerate(db.execute(_VERSIONS), start=1):
        record, born, born_offset, revision, saved, saved_offset, words, home, place = row
        salt = secrets.token_bytes(16)
        salts[home].append((salt, place))
        content = json.dumps(
            [[born, born_offset], [saved, saved_offset], json.loads(words)],
            sort_keys=True,
            separators=(",", ":"),
        )
        digest = sha256(salt + content.encode("ascii")).digest()
        form = _FORM.pack(before, number, record, b"adopted", revision, digest)
        before = sha256(form).digest()
        yield number, record, revision, digest, before


UP = (
    """
    CREATE TABLE record_entry (
        seq INTEGER PRIMARY KEY CHECK (seq >= 1),
        what TEXT NOT NULL,
        record_id BLOB NOT NULL CHECK (length(record_id) = 16),
        revision INTEGER NOT NULL CHECK (revision >= 0),
        digest BLOB CHECK (length(digest) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT
    """,
    """
    CREATE TRIGGER record_entry_stays BEFORE UPDATE ON record_entry
    BEGIN
        SELECT RAISE(ABORT, 'the record is only ever added to');
    END
    """,
    """
    CREATE TRIGGER record_entry_remains BEFORE DELETE ON record_entry
    BEGIN
        SELECT RAISE(ABORT, 'the record is only ever added to');
    END
    """,
    "ALTER TABLE observation_record ADD COLUMN salt BLOB CHECK (length(salt) = 16)",
    "ALTER TABLE person ADD COLUMN salt BLOB CHECK (length(salt) = 16)",
    "ALTER TABLE revision ADD COLUMN salt BLOB CHECK (length(salt) = 16)",
    adopt,
)
