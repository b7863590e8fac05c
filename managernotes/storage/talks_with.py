"""SQL for the talks with one person: those held, those ahead, and what is held within another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from managernotes.domain.brief import TalkFacts
from managernotes.domain.conversation import ONE_ON_ONES, ConversationType
from managernotes.domain.identity import ConversationId
from managernotes.storage.lists import value_list
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_TALKS = """
    SELECT paper.id, paper.words, c.key, c.type, c.state, c.held_on, c.planned_on, c.planned_at,
           c.asked_nothing
      FROM conversation_person AS l
           CROSS JOIN conversation AS c ON c.key = l.conversation_key
           CROSS JOIN paper ON paper.key = c.key
     WHERE l.person_key = :person AND paper.binned_at IS NULL
"""
_HELD = f"""{_TALKS}
       AND c.held_on IS NOT NULL AND c.held_on <= :until
       AND c.type IN (SELECT value FROM json_each(:types))
     ORDER BY c.held_on DESC, c.key DESC LIMIT :limit
"""
_AHEAD = f"""{_TALKS}
       AND c.held_on IS NULL AND c.planned_on >= :from
       AND c.state NOT IN ('cancelled', 'dropped')
       AND c.type IN (SELECT value FROM json_each(:types))
     ORDER BY c.planned_on, c.planned_at IS NULL, c.planned_at, c.key LIMIT :limit
"""
_LAST_OF_TYPE = """
    SELECT c.type, max(c.held_on) AS held_on
      FROM conversation_person AS l
           CROSS JOIN conversation AS c ON c.key = l.conversation_key
           CROSS JOIN paper ON paper.key = c.key
     WHERE l.person_key = :person AND c.held_on IS NOT NULL AND paper.binned_at IS NULL
     GROUP BY c.type
"""
_WITHIN = """
    SELECT c.key FROM conversation AS c JOIN paper USING (key)
     WHERE c.within_key = :key AND c.held_on IS NULL AND paper.binned_at IS NULL
       AND c.state NOT IN ('cancelled', 'dropped')
     ORDER BY c.key
"""


@dataclass(frozen=True, slots=True)
class TalkRow:
    """A talk, held or ahead, with its words."""

    key: int
    facts: TalkFacts
    words: dict[str, Any]
    asked_nothing: bool


def talks_held(
    db: Connection,
    person: int,
    until: date,
    *,
    limit: int,
    types: Iterable[ConversationType] = ConversationType,
) -> list[TalkRow]:
    """Return the talks held with one person up to a day, newest first."""
    values = {"person": person, "until": until.isoformat(), "types": _types(types), "limit": limit}
    return [_talk(row, "held_on") for row in db.execute(_HELD, values)]


def talks_ahead(
    db: Connection,
    person: int,
    start: date,
    *,
    limit: int,
    types: Iterable[ConversationType] = ConversationType,
) -> list[TalkRow]:
    """Return the talks planned with one person from a day on, the next first."""
    values = {"person": person, "from": start.isoformat(), "types": _types(types), "limit": limit}
    return [_talk(row, "planned_on") for row in db.execute(_AHEAD, values)]


def last_one_on_one(db: Connection, person: int, until: date) -> TalkRow | None:
    """Return the last one-to-one held with somebody up to a day."""
    found = talks_held(db, person, until, limit=1, types=ONE_ON_ONES)
    return found[0] if found else None


def last_held_by_type(db: Connection, person: int) -> dict[ConversationType, date]:
    """Return when each sort of talk was last held with somebody; one never held is left out."""
    rows: Sequence[Row] = db.execute(_LAST_OF_TYPE, {"person": person}).fetchall()
    return {ConversationType(row["type"]): _day(row["held_on"]) for row in rows}


def held_within(db: Connection, talk: int) -> list[int]:
    """Return the numbers of the talks that will be held within another."""
    return [row[0] for row in db.execute(_WITHIN, {"key": talk})]


def _talk(row: Row, day: str) -> TalkRow:
    at = row["planned_at"]
    facts = TalkFacts(
        id=ConversationId(UUID(bytes=row["id"])),
        type=ConversationType(row["type"]),
        on=_day(row[day]),
        at=time.fromisoformat(at) if at else None,
    )
    return TalkRow(row["key"], facts, json.loads(row["words"]), bool(row["asked_nothing"]))


def _types(types: Iterable[ConversationType]) -> str:
    return value_list(type_.value for type_ in types)


def _day(stored: str) -> date:
    return date.fromisoformat(stored)
