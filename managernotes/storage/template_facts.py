"""SQL for what a template is filled with beside promises and topics."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from managernotes.domain.identity import ConversationId, PersonId
from managernotes.errors import PaperNotFoundError
from managernotes.storage.lists import id_list
from managernotes.storage.note_keys import day_of_key
from managernotes.storage.stamps import day_of
from managernotes.storage.yardstick_scopes import held_by
from managernotes.vault.connection import Connection

_TALK = """
    SELECT c.key, c.planned_on, c.planned_at, c.held_on, c.follow_up_on, paper.words,
           preparation.policy_check
      FROM conversation AS c JOIN paper USING (key)
           LEFT JOIN preparation ON preparation.conversation_key = c.key
     WHERE paper.id = :id
"""
_PEOPLE = """
    SELECT person.id FROM conversation_person AS l JOIN person ON person.key = l.person_key
     WHERE l.conversation_key = :key ORDER BY l.position
"""
_FACT_DAYS = """
    SELECT l.observation_key
      FROM conversation_note AS l JOIN observation AS o ON o.key = l.observation_key
     WHERE l.conversation_key = :key AND l.role = 'fact' AND o.binned_at IS NULL
     ORDER BY l.observation_key LIMIT 2
"""
_YARDSTICKS = """
    SELECT paper.words, l.discussed_on
      FROM yardstick CROSS JOIN paper ON paper.key = yardstick.key
           LEFT JOIN yardstick_person AS l
                  ON l.yardstick_key = yardstick.key AND l.person_key = :person
     WHERE paper.id IN (SELECT unhex(value) FROM json_each(:held))
        OR (yardstick.kind = 'value' AND l.person_key IS NOT NULL
            AND yardstick.retired_on IS NULL AND paper.binned_at IS NULL)
     ORDER BY paper.key
"""
_YARDSTICKS_OF_TALK = """
    SELECT paper.words, known.discussed_on
      FROM conversation_yardstick AS l
           JOIN paper ON paper.key = l.yardstick_key
           LEFT JOIN yardstick_person AS known
                  ON known.yardstick_key = l.yardstick_key AND known.person_key = :person
     WHERE l.conversation_key = :key AND paper.binned_at IS NULL
     ORDER BY paper.key
"""


@dataclass(frozen=True, slots=True)
class FillingTalk:
    """The talk a template is filled for."""

    key: int
    title: str
    on: date | None
    at: time | None
    follow_up_on: date | None
    policy_check: str | None
    people: tuple[PersonId, ...]
    fact_days: tuple[date, ...]
    """The days of its two oldest facts."""


@dataclass(frozen=True, slots=True)
class KnownYardstick:
    """An expectation or value by name, and when it was talked through."""

    title: str
    discussed_on: date | None


def filling_talk(db: Connection, identity: ConversationId) -> FillingTalk:
    """Return what a template needs of a talk; PaperNotFoundError when it was erased."""
    row = db.execute(_TALK, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    key, at = row["key"], row["planned_at"]
    return FillingTalk(
        key=key,
        title=json.loads(row["words"]).get("title", ""),
        on=day_of(row["held_on"] or row["planned_on"]),
        at=time.fromisoformat(at) if at else None,
        follow_up_on=day_of(row["follow_up_on"]),
        policy_check=row["policy_check"],
        people=tuple(
            PersonId(UUID(bytes=found["id"])) for found in db.execute(_PEOPLE, {"key": key})
        ),
        fact_days=tuple(day_of_key(found[0]) for found in db.execute(_FACT_DAYS, {"key": key})),
    )


def yardsticks_of(db: Connection, person: int, talk: int | None = None) -> list[KnownYardstick]:
    """Return the yardsticks that hold for somebody, or those a talk with them is about."""
    if talk is None:
        held = id_list(held_by(db, person))
        rows = db.execute(_YARDSTICKS, {"person": person, "held": held})
    else:
        rows = db.execute(_YARDSTICKS_OF_TALK, {"person": person, "key": talk})
    return [
        KnownYardstick(json.loads(row["words"]).get("title", ""), day_of(row["discussed_on"]))
        for row in rows
    ]
