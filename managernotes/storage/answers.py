"""SQL for what a person said to a win or a concern: one answer a note, its words a paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from managernotes.domain.identity import NoteId
from managernotes.domain.sharing import Answer
from managernotes.storage import papers
from managernotes.storage.lists import id_list
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.stamps import day_text
from managernotes.vault.connection import Connection

_OF_NOTE = f"""
    SELECT {COLUMNS}, answer.heard_on
      FROM observation AS o
      JOIN answer ON answer.observation_key = o.key
      JOIN paper ON paper.key = answer.key
     WHERE o.id = :note
"""
_INSERT = """
    INSERT INTO answer (key, observation_key, heard_on)
    VALUES (:key, (SELECT key FROM observation WHERE id = :note), :heard_on)
"""
_HEARD_ON = "UPDATE answer SET heard_on = :heard_on WHERE key = :key"
_TO_NOTES = """
    SELECT paper.id
      FROM observation AS o
      JOIN answer ON answer.observation_key = o.key
      JOIN paper ON paper.key = answer.key
     WHERE o.id IN (SELECT unhex(value) FROM json_each(:notes))
"""


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer and the paper its words stand on."""

    paper: UUID
    key: int
    answer: Answer


def words_of(stored: Words) -> str:
    """Return the words that were kept."""
    return str(stored.get("text", ""))


def to_json(text: str) -> dict[str, str]:
    """Return words as they are kept."""
    return {"text": text}


def of_note(db: Connection, note: NoteId) -> StoredAnswer | None:
    """Return what was answered to a note."""
    row = db.execute(_OF_NOTE, {"note": note.bytes}).fetchone()
    if row is None:
        return None
    paper = paper_of(row)
    answer = Answer(text=words_of(paper.words), heard_on=date.fromisoformat(row["heard_on"]))
    return StoredAnswer(paper.id, paper.key, answer)


def insert(db: Connection, key: int, note: NoteId, heard_on: date) -> None:
    """Store that a paper is the answer to a note."""
    db.execute(_INSERT, {"key": key, "note": note.bytes, "heard_on": day_text(heard_on)})


def set_heard_on(db: Connection, key: int, heard_on: date) -> None:
    """Store another day on which it was heard."""
    db.execute(_HEARD_ON, {"key": key, "heard_on": day_text(heard_on)})


def erase_of(db: Connection, notes: Iterable[NoteId], at: datetime) -> None:
    """Remove the answers to notes for good, words, versions and index; before the notes go."""
    found = db.execute(_TO_NOTES, {"notes": id_list(notes)}).fetchall()
    papers.erase(db, [UUID(bytes=row[0]) for row in found], at)
