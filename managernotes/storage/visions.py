"""SQL for the vision: the present one and those before, each from a day to a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from managernotes.domain.identity import VisionLineId
from managernotes.domain.vision import Vision, VisionLine, VisionWords
from managernotes.storage import revisions
from managernotes.storage.papers import COLUMNS, paper_of
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_SELECT = f"""
    SELECT {COLUMNS}, v.valid_from, v.valid_to
      FROM vision AS v CROSS JOIN paper ON paper.key = v.key
     WHERE paper.binned_at IS NULL
"""
_NOW = f"{_SELECT} AND v.valid_to IS NULL"
_ALL = f"{_SELECT} ORDER BY v.valid_from DESC, v.key DESC"
_INSERT = "INSERT INTO vision (key, valid_from) VALUES (:key, :from)"
_CLOSE = "UPDATE vision SET valid_to = :to WHERE key = :key"
_IDS = "SELECT paper.id FROM vision CROSS JOIN paper ON paper.key = vision.key"


def words_of(stored: Mapping[str, Any]) -> VisionWords:
    """Return the words that were stored; what a later version adds is not known here."""
    return VisionWords(
        text=stored.get("text", ""),
        lines=tuple(
            VisionLine(id=VisionLineId(UUID(line["id"])), text=line.get("text", ""))
            for line in stored.get("lines", ())
        ),
    )


def to_json(words: VisionWords) -> dict[str, Any]:
    """Return the words as they are stored."""
    return {
        "text": words.text,
        "lines": [{"id": str(line.id), "text": line.text} for line in words.lines],
    }


def plain(words: VisionWords) -> str:
    """Return what a search may find of them: all of it."""
    return "\n".join(part for part in (words.text, *(one.text for one in words.lines)) if part)


def now(db: Connection) -> tuple[int, UUID, Vision] | None:
    """Return number, id and words of the present vision; None before the first."""
    row = db.execute(_NOW).fetchone()
    return (int(row["key"]), UUID(bytes=row["id"]), _vision_from(row)) if row else None


def history(db: Connection) -> tuple[Vision, ...]:
    """Return every version, newest first."""
    return tuple(_vision_from(row) for row in db.execute(_ALL).fetchall())


def insert(db: Connection, key: int, valid_from: date) -> None:
    """Begin a version, by the number of its paper."""
    db.execute(_INSERT, {"key": key, "from": day_text(valid_from)})


def close(db: Connection, key: int, valid_to: date) -> None:
    """Say which day was a version's last."""
    db.execute(_CLOSE, {"key": key, "to": day_text(valid_to)})


def reworded_lines(db: Connection) -> tuple[VisionLine, ...]:
    """Return the lines of what was reworded on its own first day, newest first."""
    return tuple(
        line
        for row in db.execute(_IDS).fetchall()
        for version in revisions.kept(db, UUID(bytes=row[0]))
        for line in words_of(version.body).lines
    )


def _vision_from(row: Row) -> Vision:
    paper = paper_of(row)
    valid_from = day_of(row["valid_from"])
    assert valid_from is not None
    return Vision(
        words=words_of(paper.words),
        valid_from=valid_from,
        valid_to=day_of(row["valid_to"]),
        created_at=paper.created_at,
        revision=paper.revision,
    )
