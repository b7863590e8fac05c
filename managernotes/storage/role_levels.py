"""SQL for the roles people are in and expectations are of, with their levels and purposes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from managernotes.domain.identity import PersonId
from managernotes.domain.role import RolePurposeWords
from managernotes.storage.papers import COLUMNS, paper_of
from managernotes.vault.connection import Connection

_TITLES = "SELECT key, title, folded_title FROM role ORDER BY folded_title"
_PURPOSES = (
    f"SELECT {COLUMNS}, r.role_key FROM role_purpose AS r CROSS JOIN paper ON paper.key = r.key"
)
_PURPOSE_ID = """
    SELECT paper.id FROM role_purpose AS r JOIN paper USING (key) WHERE r.role_key = :role
"""
_INSERT_PURPOSE = "INSERT INTO role_purpose (key, role_key) VALUES (:key, :role)"
_PEOPLE = """
    SELECT role_key, level, id FROM person
     WHERE role_key IS NOT NULL AND binned_at IS NULL AND status NOT IN ('transferred', 'left')
     ORDER BY folded_name, id
"""
_EXPECTED = """
    SELECT DISTINCT y.role_key, y.level FROM yardstick AS y CROSS JOIN paper ON paper.key = y.key
     WHERE y.role_key IS NOT NULL AND y.retired_on IS NULL AND paper.binned_at IS NULL
     ORDER BY y.level
"""


@dataclass(frozen=True, slots=True)
class InRole:
    """That somebody is in a role on a level, or with `person` None that something is expected."""

    role: int
    level: str | None
    person: PersonId | None


def words_of(stored: Mapping[str, Any]) -> RolePurposeWords:
    """Return the words that were stored; what a later version adds is not known here."""
    return RolePurposeWords(purpose=stored.get("purpose", ""))


def to_json(words: RolePurposeWords) -> dict[str, Any]:
    """Return the words as they are stored."""
    return {"purpose": words.purpose}


def titles(db: Connection) -> dict[int, str]:
    """Return every role's title by its number, A-Z."""
    return {int(row["key"]): row["title"] for row in db.execute(_TITLES)}


def purposes(db: Connection) -> dict[int, str]:
    """Return what each role is there for, by its number."""
    return {
        int(row["role_key"]): words_of(paper_of(row).words).purpose
        for row in db.execute(_PURPOSES).fetchall()
    }


def purpose_id(db: Connection, role: int) -> UUID | None:
    """Return the paper that holds a role's purpose; None: it has none yet."""
    row = db.execute(_PURPOSE_ID, {"role": role}).fetchone()
    return UUID(bytes=row[0]) if row else None


def insert_purpose(db: Connection, key: int, role: int) -> None:
    """Say whose purpose a paper holds."""
    db.execute(_INSERT_PURPOSE, {"key": key, "role": role})


def in_roles(db: Connection) -> list[InRole]:
    """Return who is in which role, A-Z, and then what is expected in which."""
    people = [
        InRole(row["role_key"], row["level"], PersonId(UUID(bytes=row["id"])))
        for row in db.execute(_PEOPLE)
    ]
    return [*people, *(InRole(row[0], row[1], None) for row in db.execute(_EXPECTED))]
