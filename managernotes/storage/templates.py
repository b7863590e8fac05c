"""SQL for templates that were changed or are one's own; those of the app lie in resources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from managernotes.domain.conversation import ConversationType
from managernotes.domain.template import TemplateWords
from managernotes.storage import papers
from managernotes.storage.papers import Paper
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_SELECT = f"""
    SELECT {papers.COLUMNS}, template.name, template.type, template.version, template.edited_from
      FROM template JOIN paper USING (key)
"""
_ALL = f"{_SELECT} ORDER BY paper.key"
_ONE = f"{_SELECT} WHERE template.name = :name"
_INSERT = """
    INSERT INTO template (key, name, type, version, edited_from)
    VALUES (:key, :name, :type, 1, :edited_from)
"""
_NEXT_VERSION = "UPDATE template SET version = version + 1 WHERE key = :key"
_USED = """
    SELECT count(*) FROM conversation JOIN paper USING (key)
     WHERE conversation.template = :name AND paper.binned_at IS NULL
"""
_VERSION_USED = """
    SELECT EXISTS (
        SELECT 1 FROM conversation WHERE template = :name AND template_version = :version
    )
"""


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """A template as the vault holds it."""

    name: str
    type: ConversationType | None
    version: int
    edited_from: int | None
    """Which version of the original it was made from; None for one's own."""
    paper: Paper

    @property
    def words(self) -> TemplateWords:
        """What it says."""
        return words_of(self.paper.words)


def words_of(stored: Mapping[str, Any]) -> TemplateWords:
    """Return the words that were stored; what an older version did not have is empty."""
    return TemplateWords(
        title=stored.get("title", ""), why=stored.get("why", ""), body=stored.get("body", "")
    )


def to_json(words: TemplateWords) -> dict[str, str]:
    """Return the words as they are stored."""
    return {"title": words.title, "why": words.why, "body": words.body}


def stored(db: Connection) -> list[StoredTemplate]:
    """Return every template that was changed or is one's own, the oldest first."""
    return [_from(row) for row in db.execute(_ALL)]


def find(db: Connection, name: str) -> StoredTemplate | None:
    """Return a template as it was changed, or None when the vault holds none of that name."""
    row = db.execute(_ONE, {"name": name}).fetchone()
    return None if row is None else _from(row)


def insert(
    db: Connection,
    key: int,
    name: str,
    type_: ConversationType | None,
    edited_from: int | None,
) -> None:
    """Store what a new paper is as a template; its version is 1."""
    kind = type_.value if type_ else None
    db.execute(_INSERT, {"key": key, "name": name, "type": kind, "edited_from": edited_from})


def next_version(db: Connection, key: int) -> None:
    """Count one version more."""
    db.execute(_NEXT_VERSION, {"key": key})


def times_used(db: Connection, name: str) -> int:
    """Return how many talks outside the bin were made from it, whatever the version."""
    return int(db.execute(_USED, {"name": name}).fetchone()[0])


def is_version_used(db: Connection, name: str, version: int) -> bool:
    """Whether a talk was made from just this version."""
    found = db.execute(_VERSION_USED, {"name": name, "version": version}).fetchone()
    return bool(found[0])


def _from(row: Row) -> StoredTemplate:
    return StoredTemplate(
        name=row["name"],
        type=ConversationType(row["type"]) if row["type"] else None,
        version=row["version"],
        edited_from=row["edited_from"],
        paper=papers.paper_of(row),
    )
