"""SQL for earlier versions: of any record, by its id, with its words as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from managernotes.domain.record_chain import Act, Change
from managernotes.domain.revision_rule import KEPT_REVISIONS
from managernotes.storage import record_chain
from managernotes.storage.stamps import milliseconds, moment_of, offset_minutes
from managernotes.vault.connection import Connection

_KEEP = """
    INSERT INTO revision (record_id, revision, saved_at, saved_offset, body, salt)
    VALUES (:id, :revision, :at, :offset, :body, :salt)
"""
_DROP_OLDEST = """
    DELETE FROM revision
     WHERE record_id = :id AND revision <= (
        SELECT revision FROM revision WHERE record_id = :id
         ORDER BY revision DESC LIMIT 1 OFFSET :kept
     )
    RETURNING revision
"""
_KEPT = """
    SELECT revision, saved_at, saved_offset, body FROM revision
     WHERE record_id = :id ORDER BY revision DESC
"""
_FORGET = "DELETE FROM revision WHERE record_id = :id"


@dataclass(frozen=True, slots=True)
class KeptRevision:
    """One earlier version: its number, when it was saved, and what it said."""

    revision: int
    saved_at: datetime
    body: Mapping[str, Any]


def keep(db: Connection, record: UUID, version: KeptRevision, salt: bytes | None) -> None:
    """Keep a version with the salt of its seal; the oldest beyond the fifty newest go."""
    db.execute(
        _KEEP,
        {
            "id": record.bytes,
            "revision": version.revision,
            "at": milliseconds(version.saved_at),
            "offset": offset_minutes(version.saved_at),
            "body": json.dumps(version.body, ensure_ascii=False),
            "salt": salt,
        },
    )
    gone = db.execute(_DROP_OLDEST, {"id": record.bytes, "kept": KEPT_REVISIONS}).fetchall()
    if gone:
        thinned = [Change(Act.THINNED, record.bytes, row[0]) for row in gone]
        record_chain.append(db, thinned)


def kept(db: Connection, record: UUID) -> list[KeptRevision]:
    """Return the kept versions of a record, newest first."""
    return [
        KeptRevision(
            row["revision"],
            moment_of(row["saved_at"], row["saved_offset"]),
            json.loads(row["body"]),
        )
        for row in db.execute(_KEPT, {"id": record.bytes})
    ]


def forget(db: Connection, record: UUID) -> None:
    """Remove every kept version of a record for good."""
    db.execute(_FORGET, {"id": record.bytes})
