"""SQL for which talks a list shows, and in which order: only their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from managernotes.domain.conversation import (
    PREPARED_TYPES,
    RECAP_TYPES,
    ConversationState,
    TalkFilter,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.storage.lists import id_list, value_list
from managernotes.storage.people import person_keys
from managernotes.storage.stamps import day_text
from managernotes.vault.connection import Connection

_OF_TYPES = " AND c.type IN (SELECT value FROM json_each(:types))"
_WITH_PERSON = """
    AND c.key IN (SELECT conversation_key FROM conversation_person WHERE person_key = :person)
"""
# What is held and not over: a day to look again, a log or a recap that is still to be written.
_UNFINISHED = """
    c.state = 'held' AND (
        c.follow_up_on IS NOT NULL OR c.log_again_on IS NOT NULL
        OR (c.logged_on IS NULL AND c.type IN (SELECT value FROM json_each(:logged_types)))
        OR (c.recap_sent_on IS NULL AND c.logged_on IS NOT NULL
            AND c.type IN (SELECT value FROM json_each(:recap_types)))
    )
"""
_TO_FOLLOW_UP = f"""
    SELECT c.key FROM conversation AS c JOIN paper USING (key)
     WHERE {_UNFINISHED} AND paper.binned_at IS NULL {{narrowed}}
     ORDER BY ifnull(c.follow_up_on, c.held_on), c.key
"""
_PLANNED = """
    SELECT c.key FROM conversation AS c JOIN paper USING (key)
     WHERE c.held_on IS NULL AND c.state NOT IN ('cancelled', 'dropped')
       AND paper.binned_at IS NULL
       AND NOT EXISTS (
            SELECT 1 FROM conversation AS around JOIN paper AS its ON its.key = around.key
             WHERE around.key = c.within_key AND around.held_on IS NULL
               AND around.state NOT IN ('cancelled', 'dropped') AND its.binned_at IS NULL
       ) {narrowed}
     ORDER BY c.planned_on IS NULL, c.planned_on, c.planned_at IS NULL, c.planned_at, c.key
"""
_HELD = f"""
    SELECT c.key FROM conversation AS c JOIN paper USING (key)
     WHERE c.held_on IS NOT NULL AND c.held_on >= :since AND NOT ({_UNFINISHED})
       AND paper.binned_at IS NULL {{narrowed}}
     ORDER BY c.held_on DESC, c.key DESC LIMIT :limit
"""
_OF_PERSON = """
    SELECT c.key
      FROM conversation_person AS l
           CROSS JOIN conversation AS c ON c.key = l.conversation_key
           CROSS JOIN paper ON paper.key = c.key
     WHERE l.person_key = :person AND paper.binned_at IS NULL
     ORDER BY ifnull(c.held_on, ifnull(c.planned_on, '9999')) DESC, c.key DESC LIMIT :limit
"""
_IN_STATES = """
    SELECT c.key FROM conversation AS c JOIN paper USING (key)
     WHERE c.state IN (SELECT value FROM json_each(:states)) AND paper.binned_at IS NULL {narrowed}
     ORDER BY ifnull(c.held_on, ifnull(c.planned_on, '9999')) DESC, c.key DESC LIMIT :limit
"""
_NEXT_PLANNED = """
    SELECT paper.id
      FROM conversation_person AS l
           CROSS JOIN conversation AS c ON c.key = l.conversation_key
           CROSS JOIN paper ON paper.key = c.key
     WHERE l.person_key = :person AND c.held_on IS NULL AND c.key <> :but
       AND c.state NOT IN ('cancelled', 'dropped') AND c.type IN ('one_on_one', 'first_1on1')
       AND paper.binned_at IS NULL
     ORDER BY c.planned_on IS NULL, c.planned_on, c.key LIMIT 1
"""
_AHEAD = """
    SELECT paper.id FROM paper JOIN conversation AS c USING (key)
     WHERE paper.id IN (SELECT unhex(value) FROM json_each(:ids))
       AND c.held_on IS NULL AND c.state NOT IN ('cancelled', 'dropped')
       AND paper.binned_at IS NULL
"""


def to_follow_up(db: Connection, wanted: TalkFilter) -> list[int]:
    """Return the held talks that are not over, by the day on which they are to be looked at."""
    return _keys(db, _TO_FOLLOW_UP, wanted)


def planned(db: Connection, wanted: TalkFilter) -> list[int]:
    """Return the talks to come, by day; one that is to be held within another has no row."""
    return _keys(db, _PLANNED, wanted)


def held(db: Connection, wanted: TalkFilter) -> list[int]:
    """Return the held talks with nothing left to do, the newest first."""
    return _keys(db, _HELD, wanted)


def of_person(db: Connection, person: PersonId, limit: int) -> list[int]:
    """Return every talk with a person, those to come first, then the newest."""
    [key] = person_keys(db, [person]).values()
    found = db.execute(_OF_PERSON, {"person": key, "limit": limit})
    return [int(row[0]) for row in found]


def in_states(
    db: Connection,
    states: Iterable[ConversationState],
    *,
    person: PersonId | None = None,
    limit: int,
) -> list[int]:
    """Return the talks in these states, those to come first, then the newest."""
    values: dict[str, object] = {"states": value_list(states), "limit": limit}
    narrowed = ""
    if person is not None:
        narrowed = _WITH_PERSON
        [values["person"]] = person_keys(db, [person]).values()
    return [int(row[0]) for row in db.execute(_IN_STATES.format(narrowed=narrowed), values)]


def next_planned(db: Connection, person: PersonId, but: int = 0) -> ConversationId | None:
    """Return the next one-to-one with a person that is to come, another than one by its number."""
    [key] = person_keys(db, [person]).values()
    row = db.execute(_NEXT_PLANNED, {"person": key, "but": but}).fetchone()
    return None if row is None else ConversationId(UUID(bytes=row[0]))


def ahead_among(
    db: Connection, talks: Iterable[ConversationId | None]
) -> frozenset[ConversationId]:
    """Return those of these talks that are still to be held."""
    wanted = id_list(talk for talk in talks if talk is not None)
    found = db.execute(_AHEAD, {"ids": wanted})
    return frozenset(ConversationId(UUID(bytes=row[0])) for row in found)


def _keys(db: Connection, statement: str, wanted: TalkFilter) -> list[int]:
    narrowed = ""
    values: dict[str, object] = {
        "since": day_text(wanted.since or date.min),
        "limit": wanted.held_limit,
        "logged_types": value_list(sorted(PREPARED_TYPES)),
        "recap_types": value_list(sorted(RECAP_TYPES)),
    }
    if wanted.types:
        narrowed += _OF_TYPES
        values["types"] = value_list(wanted.types)
    if wanted.person:
        narrowed += _WITH_PERSON
        [values["person"]] = person_keys(db, [wanted.person]).values()
    return [int(row[0]) for row in db.execute(statement.format(narrowed=narrowed), values)]
