"""SQL for yardsticks: expectations and values, who knows them, and which notes they measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from managernotes.domain.identity import PersonId, YardstickId
from managernotes.domain.yardstick import (
    TalkedThrough,
    Yardstick,
    YardstickKind,
    YardstickWords,
)
from managernotes.errors import PaperNotFoundError
from managernotes.storage.lists import id_list, value_list
from managernotes.storage.papers import COLUMNS, paper_of
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_INSERT = "INSERT INTO yardstick (key, kind) VALUES (:key, :kind)"
_SELECT = f"SELECT {COLUMNS}, y.kind, y.retired_on FROM yardstick AS y JOIN paper USING (key)"
_ALL = f"{_SELECT} WHERE paper.binned_at IS NULL"
_SOME = f"{_SELECT} WHERE paper.id IN (SELECT unhex(value) FROM json_each(:ids))"
_OF_NOTE = f"""
    {_SELECT} JOIN yardstick_note AS l ON l.yardstick_key = y.key
     WHERE l.observation_key = :note AND paper.binned_at IS NULL
"""
_PEOPLE = """
    SELECT l.yardstick_key, p.id, l.discussed_on
      FROM yardstick_person AS l JOIN person AS p ON p.key = l.person_key
     WHERE l.yardstick_key IN (SELECT value FROM json_each(:keys)) AND p.binned_at IS NULL
     ORDER BY p.folded_name, p.id
"""
_RETIRE = "UPDATE yardstick SET retired_on = :on WHERE key = :key"
_JOIN_PERSON = """
    INSERT INTO yardstick_person (yardstick_key, person_key) VALUES (?, ?) ON CONFLICT DO NOTHING
"""
_TALKED = """
    INSERT INTO yardstick_person (yardstick_key, person_key, discussed_on)
    VALUES (:key, :person, :on)
        ON CONFLICT DO UPDATE SET discussed_on = excluded.discussed_on
"""
_LINK_NOTE = """
    INSERT INTO yardstick_note (yardstick_key, observation_key) VALUES (:key, :note)
        ON CONFLICT DO NOTHING
"""
_UNLINK_NOTE = """
    DELETE FROM yardstick_note WHERE yardstick_key = :key AND observation_key = :note
"""


def words_of(stored: Mapping[str, Any]) -> YardstickWords:
    """Return the words that were stored; what a later version adds is not known here."""
    return YardstickWords(
        title=stored.get("title", ""),
        looks_like=stored.get("looks_like", ""),
        not_yet_like=stored.get("not_yet_like", ""),
    )


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
    """Say when it was last talked through with a person; None: it is theirs, and not yet."""
    db.execute(_TALKED, {"key": key, "person": person, "on": day_text(on)})


def link_note(db: Connection, key: int, note: int) -> None:
    """Say that a note is about it."""
    db.execute(_LINK_NOTE, {"key": key, "note": note})


def unlink_note(db: Connection, key: int, note: int) -> None:
    """Take that back."""
    db.execute(_UNLINK_NOTE, {"key": key, "note": note})


def _from_rows(db: Connection, rows: Sequence[Row]) -> list[Yardstick]:
    people: defaultdict[int, list[TalkedThrough]] = defaultdict(list)
    keys = value_list([row["key"] for row in rows])
    for key, identity, discussed_on in db.execute(_PEOPLE, {"keys": keys}):
        known = TalkedThrough(person=PersonId(UUID(bytes=identity)), on=day_of(discussed_on))
        people[key].append(known)
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
    )
