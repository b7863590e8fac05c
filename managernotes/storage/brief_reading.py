"""SQL for what is open between the manager and one person: topics, promises, talks.

Read only, each by an index, so that a brief is there at once on a big vault.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from managernotes.domain.brief import TalkFacts
from managernotes.domain.conversation import ONE_ON_ONES, ConversationType, TopicOwner
from managernotes.domain.identity import ConversationId, PromiseId, TopicId
from managernotes.domain.promise import PromiseOwner
from managernotes.storage.lists import value_list
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_TOPICS = """
    SELECT paper.id, paper.words, topic.owner, topic.first_on, topic.carried, topic.wait_until,
           topic.conversation_key
      FROM topic JOIN paper USING (key)
     WHERE topic.person_key = :person AND topic.state = 'open' AND paper.binned_at IS NULL
     ORDER BY topic.position, topic.key
"""
_PROMISES = """
    SELECT paper.id, paper.words, promise.owner, promise.made_on, promise.due_on,
           promise.original_due_on,
           (SELECT count(*) FROM promise_move WHERE promise_key = promise.key) AS moved,
           (SELECT told_on IS NULL FROM promise_move WHERE promise_key = promise.key
             ORDER BY position DESC LIMIT 1) AS untold
      FROM promise_person AS l
           CROSS JOIN promise ON promise.key = l.promise_key
           CROSS JOIN paper ON paper.key = promise.key
     WHERE l.person_key = :person AND promise.state = 'open' AND paper.binned_at IS NULL
     ORDER BY promise.due_on IS NULL, promise.due_on, promise.key
"""
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
    SELECT paper.id, paper.words, c.state
      FROM conversation AS c JOIN paper USING (key)
     WHERE c.within_key = :key AND c.held_on IS NULL AND paper.binned_at IS NULL
       AND c.state NOT IN ('cancelled', 'dropped')
     ORDER BY c.key
"""


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """A topic that waits; `talk` is the number of the talk it was put on."""

    id: TopicId
    text: str
    owner: TopicOwner
    first_on: date
    carried: int
    wait_until: date | None
    talk: int | None


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A promise that is not kept yet."""

    id: PromiseId
    owner: PromiseOwner
    text: str
    help: str
    made_on: date
    due_on: date | None
    first_due_on: date | None
    moved: int
    untold: bool


@dataclass(frozen=True, slots=True)
class TalkRow:
    """A talk, held or ahead, with its words."""

    key: int
    facts: TalkFacts
    words: dict[str, Any]
    asked_nothing: bool


@dataclass(frozen=True, slots=True)
class InnerTalk:
    """A hard talk that will be held within another."""

    id: ConversationId
    title: str
    state: str


def open_topics(db: Connection, person: int) -> list[OpenTopic]:
    """Return the topics with one person that nobody has settled, in their order."""
    return [
        OpenTopic(
            id=TopicId(UUID(bytes=row["id"])),
            text=json.loads(row["words"]).get("text", ""),
            owner=TopicOwner(row["owner"]),
            first_on=_day(row["first_on"]),
            carried=row["carried"],
            wait_until=day_of(row["wait_until"]),
            talk=row["conversation_key"],
        )
        for row in db.execute(_TOPICS, {"person": person})
    ]


def open_promises(db: Connection, person: int) -> list[OpenPromise]:
    """Return the open promises to and of one person, by day."""
    found = []
    for row in db.execute(_PROMISES, {"person": person}):
        words = json.loads(row["words"])
        found.append(
            OpenPromise(
                id=PromiseId(UUID(bytes=row["id"])),
                owner=PromiseOwner(row["owner"]),
                text=words.get("text", ""),
                help=words.get("help", ""),
                made_on=_day(row["made_on"]),
                due_on=day_of(row["due_on"]),
                first_due_on=day_of(row["original_due_on"]),
                moved=row["moved"],
                untold=bool(row["untold"]),
            )
        )
    return found


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


def held_within(db: Connection, talk: int) -> list[InnerTalk]:
    """Return the talks that will be held within another."""
    return [
        InnerTalk(
            ConversationId(UUID(bytes=row["id"])),
            json.loads(row["words"]).get("title", ""),
            row["state"],
        )
        for row in db.execute(_WITHIN, {"key": talk})
    ]


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
