"""SQL that stores many papers at once, as a sample needs: numbers, words, seals, index.

What a paper is beside its words is stored by the bulk files of its sort, under the number that
is given here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from managernotes.domain.identity import DeviceId
from managernotes.domain.record_chain import Act, Change, new_salt, words_digest
from managernotes.storage import record_chain
from managernotes.storage.papers import Sort
from managernotes.storage.stamps import stamp
from managernotes.vault.connection import Connection

_LAST = "SELECT ifnull(max(key), 0) FROM paper"
_INSERT = """
    INSERT INTO paper (
        key, id, sort, created_at, created_offset, updated_at, updated_offset, revision, origin,
        text_revision, text_saved_at, text_saved_offset, words, plain, salt
    ) VALUES (?1, ?2, ?3, ?4, ?5, ?4, ?5, 1, ?6, 1, ?4, ?5, ?7, ?8, ?9)
"""


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A paper with the moment it was written and what a search may find of it."""

    sort: Sort
    id: UUID
    words: Mapping[str, Any]
    plain: str
    at: datetime


def insert_papers(db: Connection, new: Sequence[NewPaper], device: DeviceId) -> dict[UUID, int]:
    """Store papers in their order; return their numbers by id."""
    numbers: dict[UUID, int] = {}
    rows, changes = [], []
    for number, paper in enumerate(new, start=db.execute(_LAST).fetchone()[0] + 1):
        at, salt = stamp(paper.at), new_salt()
        body = json.dumps(paper.words, ensure_ascii=False)
        identity = paper.id.bytes
        rows.append(
            (number, identity, paper.sort.value, *at, device.bytes, body, paper.plain, salt)
        )
        digest = words_digest(salt, paper.words, at, at)
        changes.append(Change(Act.WRITTEN, identity, 1, digest))
        numbers[paper.id] = number
    db.executemany(_INSERT, rows)
    record_chain.append(db, changes)
    return numbers
