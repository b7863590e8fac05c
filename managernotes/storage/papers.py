"""SQL for papers: the words of talks, preparations, promises, threads, templates, yardsticks.

One way for all of them: birth, words as JSON, revisions, seal, bin. What a paper is beside its
words stands in the table of its sort, under the same key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from managernotes.domain.identity import DeviceId
from managernotes.domain.record_chain import Act, Change, new_salt, words_digest
from managernotes.errors import PaperNotFoundError
from managernotes.storage import drafts, record_chain, revisions
from managernotes.storage.revisions import KeptRevision
from managernotes.storage.stamps import milliseconds, moment_of, offset_minutes, stamp
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

Words = Mapping[str, Any]
"""The words of a paper as JSON can hold them."""


class Sort(StrEnum):
    """What a paper is; the table of that name holds the rest of it."""

    CONVERSATION = "conversation"
    PREPARATION = "preparation"
    TOPIC = "topic"
    PROMISE = "promise"
    THREAD = "thread"
    TEMPLATE = "template"
    YARDSTICK = "yardstick"
    ANSWER = "answer"
    VISION = "vision"
    ROLE_PURPOSE = "role_purpose"
    EXPECTATION_COPY = "expectation_copy"
    GOAL = "goal"
    CHECK_IN = "check_in"
    GROWTH_PLAN = "growth_plan"
    GROWTH_STEP = "growth_step"
    MENTORING = "mentoring"
    LESSON = "lesson"
    LOOK_BACK = "look_back"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Paper:
    """What every paper has."""

    key: int
    id: UUID
    words: Words
    created_at: datetime
    updated_at: datetime
    revision: int
    text_revision: int
    text_saved_at: datetime
    binned_at: datetime | None


COLUMNS = """
    paper.key, paper.id, paper.words, paper.created_at, paper.created_offset, paper.updated_at,
    paper.updated_offset, paper.revision, paper.text_revision, paper.text_saved_at,
    paper.text_saved_offset, paper.binned_at
"""
"""What `paper_of` reads, for a query that joins a sort's table to `paper`."""

_INSERT = """
    INSERT INTO paper (
        id, sort, created_at, created_offset, updated_at, updated_offset, revision, origin,
        text_revision, text_saved_at, text_saved_offset, words, plain, salt
    ) VALUES (
        :id, :sort, :at, :offset, :at, :offset, 1, :origin, 1, :at, :offset, :words, :plain, :salt
    )
    RETURNING key
"""
_KEY = "SELECT key FROM paper WHERE id = :id"
_ONE = f"SELECT {COLUMNS} FROM paper WHERE key = :key"
_TOUCH = """
    UPDATE paper
       SET updated_at = :at, updated_offset = :offset, revision = revision + 1, origin = :origin
     WHERE key = :key
"""
_REWRITE = """
    UPDATE paper
       SET updated_at = :at, updated_offset = :offset, revision = revision + 1,
           origin = :origin, text_revision = revision + 1, text_saved_at = :at,
           text_saved_offset = :offset, words = :words, plain = :plain, salt = :salt
     WHERE key = :key
    RETURNING revision
"""
_SALT = "SELECT salt FROM paper WHERE key = :key"
_BIN = "UPDATE paper SET binned_at = :at WHERE key = :key"
_RESTORE = "UPDATE paper SET binned_at = NULL WHERE key = :key"
_ERASE = "DELETE FROM paper WHERE id = :id"
_TOMBSTONE = """
    INSERT INTO erased (record_id, erased_at) VALUES (:id, :at) ON CONFLICT DO NOTHING
"""


def paper_of(row: Row) -> Paper:
    """Return the paper of a row that holds COLUMNS."""
    binned_at = row["binned_at"]
    return Paper(
        key=row["key"],
        id=UUID(bytes=row["id"]),
        words=json.loads(row["words"]),
        created_at=moment_of(row["created_at"], row["created_offset"]),
        updated_at=moment_of(row["updated_at"], row["updated_offset"]),
        revision=row["revision"],
        text_revision=row["text_revision"],
        text_saved_at=moment_of(row["text_saved_at"], row["text_saved_offset"]),
        binned_at=None if binned_at is None else moment_of(binned_at, row["updated_offset"]),
    )


def key_of(db: Connection, identity: UUID) -> int:
    """Return the internal number of a paper; PaperNotFoundError when it was erased."""
    row = db.execute(_KEY, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return int(row[0])


def paper(db: Connection, key: int) -> Paper:
    """Return one paper by its number; PaperNotFoundError when it was erased."""
    row = db.execute(_ONE, {"key": key}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return paper_of(row)


def insert(  # noqa: PLR0913  what it is, what it says, who signs and when
    db: Connection,
    sort: Sort,
    identity: UUID,
    words: Words,
    *,
    plain: str,
    device: DeviceId,
    at: datetime,
) -> int:
    """Store a new paper and return its number; the row of its sort is the caller's to store."""
    salt = new_salt()
    [row] = db.execute(
        _INSERT,
        {
            "id": identity.bytes,
            "sort": sort.value,
            "words": _json(words),
            "plain": plain,
            "salt": salt,
            **_signed(device, at),
        },
    ).fetchall()
    digest = words_digest(salt, words, stamp(at), stamp(at))
    record_chain.append(db, [Change(Act.WRITTEN, identity.bytes, 1, digest)])
    return int(row[0])


def touch(db: Connection, key: int, device: DeviceId, at: datetime) -> None:
    """Sign a change of what a paper is beside its words; its revision rises by one."""
    db.execute(_TOUCH, {"key": key, **_signed(device, at)})


def rewrite(  # noqa: PLR0913  what it says now, who signs, when, and what to call it
    db: Connection,
    present: Paper,
    words: Words,
    *,
    plain: str,
    device: DeviceId,
    at: datetime,
    act: Act,
) -> None:
    """Store new words; those before are kept unless they are amended (revision_rule)."""
    key = present.key
    if act is Act.REVISED:
        salt = db.execute(_SALT, {"key": key}).fetchone()[0]
        version = KeptRevision(present.text_revision, present.text_saved_at, present.words)
        revisions.keep(db, present.id, version, salt)
    fresh = new_salt()
    values = {"key": key, "words": _json(words), "plain": plain, "salt": fresh}
    [row] = db.execute(_REWRITE, {**values, **_signed(device, at)}).fetchall()
    digest = words_digest(fresh, words, stamp(present.created_at), stamp(at))
    record_chain.append(db, [Change(act, present.id.bytes, row[0], digest)])


def bin_paper(db: Connection, key: int, device: DeviceId, at: datetime) -> None:
    """Move a paper to the bin."""
    db.execute(_BIN, {"key": key, "at": milliseconds(at)})
    touch(db, key, device, at)


def restore(db: Connection, key: int, device: DeviceId, at: datetime) -> None:
    """Take a paper out of the bin."""
    db.execute(_RESTORE, {"key": key})
    touch(db, key, device, at)


def erase(db: Connection, identities: Iterable[UUID], at: datetime) -> None:
    """Remove papers for good: words, index, links, versions and drafts."""
    for identity in identities:
        db.execute(_ERASE, {"id": identity.bytes})
        revisions.forget(db, identity)
        record_chain.append(db, [Change(Act.ERASED, identity.bytes, 0)])
        drafts.drop_for(db, identity)
        db.execute(_TOMBSTONE, {"id": identity.bytes, "at": milliseconds(at)})


def _json(words: Words) -> str:
    return json.dumps(words, ensure_ascii=False)


def _signed(device: DeviceId, at: datetime) -> dict[str, object]:
    return {"at": milliseconds(at), "offset": offset_minutes(at), "origin": device.bytes}
