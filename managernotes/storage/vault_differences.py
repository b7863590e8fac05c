"""SQL that tells two vaults apart: which notes, people and papers each has, with which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from managernotes.domain.identity import NoteId
from managernotes.storage.papers import Sort
from managernotes.storage.stamps import moment_of
from managernotes.vault.connection import Connection

_NOTES = """
    SELECT o.id, o.binned_at, r.updated_at, r.updated_offset, r.text_revision,
           r.title, r.fact, r.effect, r.my_reading, r.source_detail
      FROM observation AS o JOIN observation_record AS r USING (key)
     ORDER BY o.key DESC
"""
_PEOPLE = "SELECT id FROM person"
_PAPERS = "SELECT id, sort, revision, words FROM paper"
_HAS_PAPERS = "SELECT 1 FROM sqlite_schema WHERE name = 'paper'"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """What tells whether a note is the same in two vaults; `words` is a digest."""

    words: bytes
    text_revision: int
    updated_at: datetime
    binned_at: datetime | None


@dataclass(frozen=True, slots=True)
class PaperMark:
    """What tells whether a talk, a promise or another paper is the same in two vaults."""

    sort: Sort
    revision: int
    words: bytes


def note_marks(db: Connection) -> dict[NoteId, NoteMark]:
    """Return the mark of every note, the latest day first."""
    return dict(_marks(db))


def person_ids(db: Connection) -> set[bytes]:
    """Return the identity of every person, the bin included."""
    return {bytes(row[0]) for row in db.execute(_PEOPLE)}


def paper_marks(db: Connection) -> dict[bytes, PaperMark]:
    """Return the mark of every paper, the bin included; a vault of before has none."""
    if db.execute(_HAS_PAPERS).fetchone() is None:
        return {}
    return {
        bytes(identity): PaperMark(Sort(sort), revision, sha256(words.encode("utf-8")).digest())
        for identity, sort, revision, words in db.execute(_PAPERS)
    }


def _marks(db: Connection) -> Iterator[tuple[NoteId, NoteMark]]:
    for row in db.execute(_NOTES):
        parts = (row["title"], row["fact"], row["effect"], row["my_reading"], row["source_detail"])
        words = sha256("\0".join(parts).encode("utf-8")).digest()
        binned = row["binned_at"]
        at = None if binned is None else moment_of(binned, row["updated_offset"])
        updated = moment_of(row["updated_at"], row["updated_offset"])
        mark = NoteMark(words, row["text_revision"], updated, at)
        yield NoteId(UUID(bytes=row["id"])), mark
