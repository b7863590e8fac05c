"""SQL for a person's copies of expectations: what is noted for them, and their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from managernotes.domain.identity import YardstickId
from managernotes.domain.yardstick import CopyWords
from managernotes.storage.papers import COLUMNS, paper_of
from managernotes.vault.connection import Connection

_OF_PERSON = f"""
    SELECT {COLUMNS}, its.id AS yardstick
      FROM expectation_copy AS c CROSS JOIN paper ON paper.key = c.key
           CROSS JOIN paper AS its ON its.key = c.yardstick_key
     WHERE c.person_key = :person AND paper.binned_at IS NULL
"""
_ID = """
    SELECT paper.id FROM expectation_copy AS c JOIN paper USING (key)
     WHERE c.person_key = :person AND c.yardstick_key = :yardstick
"""
_INSERT = """
    INSERT INTO expectation_copy (key, yardstick_key, person_key)
    VALUES (:key, :yardstick, :person)
"""


def words_of(stored: Mapping[str, Any]) -> CopyWords:
    """Return the words that were stored; what a later version adds is not known here."""
    return CopyWords(
        local_note=stored.get("local_note", ""), in_their_words=stored.get("in_their_words", "")
    )


def to_json(words: CopyWords) -> dict[str, Any]:
    """Return the words as they are stored."""
    return asdict(words)


def plain(words: CopyWords) -> str:
    """Return what a search may find of them: all of it."""
    return "\n".join(part for part in to_json(words).values() if part)


def of_person(db: Connection, person: int) -> dict[YardstickId, CopyWords]:
    """Return the copies of somebody, by their number."""
    found = db.execute(_OF_PERSON, {"person": person}).fetchall()
    return {
        YardstickId(UUID(bytes=row["yardstick"])): words_of(paper_of(row).words) for row in found
    }


def copy_id(db: Connection, yardstick: int, person: int) -> UUID | None:
    """Return the paper of a copy, both by their numbers; None: there is none yet."""
    row = db.execute(_ID, {"yardstick": yardstick, "person": person}).fetchone()
    return UUID(bytes=row[0]) if row else None


def insert(db: Connection, key: int, yardstick: int, person: int) -> None:
    """Say whose copy of what a paper is."""
    db.execute(_INSERT, {"key": key, "yardstick": yardstick, "person": person})
