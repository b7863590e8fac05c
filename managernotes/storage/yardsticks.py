"""SQL for yardsticks: expectations and values, who knows them, and which notes they measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from managernotes.domain.identity import NoteId, PersonId, VisionLineId, YardstickId
from managernotes.domain.yardstick import (
    Area,
    Scope,
    TalkedThrough,
    Yardstick,
    YardstickKind,
    YardstickWords,
)
from managernotes.errors import PaperNotFoundError
from managernotes.storage.lists import id_list, value_list
from managernotes.storage.papers import COLUMNS, Paper, paper_of
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_FIELDS = tuple(part.name for part in fields(YardstickWords))
_INSERT = "INSERT INTO yardstick (key, kind) VALUES (:key, :kind)"
_SELECT = f"""
    SELECT {COLUMNS}, y.kind, y.retired_on, y.level, y.area, y.vision_line,
           (SELECT title FROM role WHERE role.key = y.role_key) AS role
      FROM yardstick AS y CROSS JOIN paper ON paper.key = y.key
"""
_ALL = f"{_SELECT} WHERE paper.binned_at IS NULL"
_SOME = f"{_SELECT} WHERE paper.id IN (SELECT unhex(value) FROM json_each(:ids))"
_OF_NOTE = f"""
    {_SELECT} JOIN yardstick_note AS l ON l.yardstick_key = y.key
     WHERE l.observation_key = :note AND paper.binned_at IS NULL
"""
_PEOPLE = """
    SELECT l.yardstick_key, p.id, l.discussed_on, l.is_named
      FROM yardstick_person AS l JOIN person AS p ON p.key = l.person_key
     WHERE l.yardstick_key IN (SELECT value FROM json_each(:keys)) AND p.binned_at IS NULL
     ORDER BY p.folded_name, p.id
"""
_RETIRE = "UPDATE yardstick SET retired_on = :on WHERE key = :key"
_JOIN_PERSON = """
    INSERT INTO yardstick_person (yardstick_key, person_key) VALUES (?, ?) ON CONFLICT DO NOTHING
"""
_TALKED = """
    INSERT INTO yardstick_person (yardstick_key, person_key, discussed_on, is_named)
    SELECT key, :person, :on, kind = 'expectation' AND role_key IS NULL
      FROM yardstick WHERE key = :key
        ON CONFLICT DO UPDATE SET discussed_on = excluded.discussed_on,
                                  is_named = max(is_named, excluded.is_named)
"""
_LINK_NOTE = """
    INSERT INTO yardstick_note (yardstick_key, observation_key) VALUES (:key, :note)
        ON CONFLICT DO NOTHING
"""
_UNLINK_NOTE = """
    DELETE FROM yardstick_note WHERE yardstick_key = :key AND observation_key = :note
"""
_LINKED = """
    SELECT DISTINCT o.key, o.id
      FROM paper JOIN yardstick_note AS l ON l.yardstick_key = paper.key
           JOIN observation AS o ON o.key = l.observation_key
     WHERE paper.id IN (SELECT unhex(value) FROM json_each(:ids))
       AND o.binned_at IS NULL AND NOT o.unconfirmed
     ORDER BY o.key DESC
"""


def words_of(stored: Mapping[str, Any]) -> YardstickWords:
    """Return the words that were stored; what a later version adds is not known here."""
    return YardstickWords(**{name: stored.get(name, "") for name in _FIELDS})


def to_json(words: YardstickWords) -> dict[str, Any]:
    """Return the words as they are stored."""
    return asdict(words)


def plain(words: YardstickWords) -> str:
    """Return what a search may find of them: all of it."""
    return "\n".join(part for part in to_json(words).values() if part)


def insert(db: Connection, key: int, kind: YardstickKind, people: Iterable[int]) -> None:
    """Store what a yardstick is beside its words, and whom it is for, by their numbers."""
    db.execute(_INSERT, {"key": key, "kind": kind.value})
    db.executemany(_JOIN_PERSON, [(key, person) for person in people])


def yardsticks(db: Connection) -> list[Yardstick]:
    """Return every yardstick, A-Z."""
    return _from_rows(db, db.execute(_ALL).fetchall())


def yardsticks_by_id(db: Connection, identities: Iterable[YardstickId]) -> list[Yardstick]:
    """Return these yardsticks, A-Z; one that was erased is left out."""
    return _from_rows(db, db.execute(_SOME, {"ids": id_list(identities)}).fetchall())


def yardstick(db: Connection, identity: YardstickId) -> Yardstick:
    """Return one yardstick; PaperNotFoundError when it was erased."""
    found = yardsticks_by_id(db, [identity])
    if not found:
        raise PaperNotFoundError
    return found[0]


def of_note(db: Connection, note: int) -> list[Yardstick]:
    """Return what a note is measured by, A-Z."""
    return _from_rows(db, db.execute(_OF_NOTE, {"note": note}).fetchall())


def retire(db: Connection, key: int, on: date | None) -> None:
    """Say since when it no longer counts; None: it counts again."""
    db.execute(_RETIRE, {"key": key, "on": day_text(on)})


def talked_through(db: Connection, key: int, person: int, on: date | None) -> None:
    """Say when it was last talked through with a person; None: not yet.

    An expectation of no role is theirs from then on.
    """
    db.execute(_TALKED, {"key": key, "person": person, "on": day_text(on)})


def link_note(db: Connection, key: int, note: int) -> None:
    """Say that a note is about it."""
    db.execute(_LINK_NOTE, {"key": key, "note": note})


def unlink_note(db: Connection, key: int, note: int) -> None:
    """Take that back."""
    db.execute(_UNLINK_NOTE, {"key": key, "note": note})


def linked_notes(db: Connection, identities: Iterable[YardstickId]) -> tuple[NoteId, ...]:
    """Return the notes that were said to be about any of these, newest first."""
    found = db.execute(_LINKED, {"ids": id_list(identities)})
    return tuple(NoteId(UUID(bytes=row["id"])) for row in found)


def _from_rows(db: Connection, rows: Sequence[Row]) -> list[Yardstick]:
    people: defaultdict[int, list[TalkedThrough]] = defaultdict(list)
    keys = value_list([row["key"] for row in rows])
    for key, identity, discussed_on, is_named in db.execute(_PEOPLE, {"keys": keys}):
        who, on = PersonId(UUID(bytes=identity)), day_of(discussed_on)
        people[key].append(TalkedThrough(person=who, on=on, is_named=bool(is_named)))
    found = [_yardstick_from(row, tuple(people[row["key"]])) for row in rows]
    return sorted(found, key=lambda one: (one.words.title.casefold(), one.id))


def _yardstick_from(row: Row, people: tuple[TalkedThrough, ...]) -> Yardstick:
    paper = paper_of(row)
    return Yardstick(
        id=YardstickId(paper.id),
        kind=YardstickKind(row["kind"]),
        words=words_of(paper.words),
        retired_on=day_of(row["retired_on"]),
        people=people,
        created_at=paper.created_at,
        revision=paper.revision,
        scope=_scope_from(row),
        edited_at=_edited_at(paper),
    )


def _scope_from(row: Row) -> Scope:
    line = row["vision_line"]
    return Scope(
        role=row["role"],
        level=row["level"],
        area=Area(row["area"]) if row["area"] else None,
        vision_line=VisionLineId(UUID(bytes=line)) if line else None,
    )


def _edited_at(paper: Paper) -> datetime | None:
    """Return when the words last changed; on their first day they are still being written."""
    saved = paper.text_saved_at
    return saved if saved.date() > paper.created_at.date() else None
