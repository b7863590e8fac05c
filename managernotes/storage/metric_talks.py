"""SQL for talks as the metrics read them: the last ones, career talks, and what is ahead."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.metric import Item, ItemSort
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_FIRST_OF = """
    (SELECT who.id FROM conversation_person AS f JOIN person AS who ON who.key = f.person_key
      WHERE f.conversation_key = c.key ORDER BY f.position LIMIT 1) AS person
"""
_SHOWN = f"""
    SELECT paper.id, c.held_on, {_FIRST_OF}, paper.words ->> '$.title' AS title,
           trim(ifnull(paper.words ->> '$.their_words', '')) <> '' AS has_words
"""
_LAST = f"""
    {_SHOWN}
      FROM conversation AS c INDEXED BY conversation_held CROSS JOIN paper ON paper.key = c.key
     WHERE c.held_on IS NOT NULL AND paper.binned_at IS NULL
     ORDER BY c.held_on DESC, c.key DESC LIMIT :limit
"""
_LAST_WITH = f"""
    {_SHOWN}
      FROM conversation_person AS l CROSS JOIN conversation AS c ON c.key = l.conversation_key
           CROSS JOIN paper ON paper.key = c.key
     WHERE l.person_key = :person AND c.held_on IS NOT NULL AND paper.binned_at IS NULL
     ORDER BY c.held_on DESC, c.key DESC LIMIT :limit
"""
_LAST_ONE_ON_ONE = """
    SELECT paper.id
      FROM conversation_person AS l CROSS JOIN conversation AS c ON c.key = l.conversation_key
           CROSS JOIN paper ON paper.key = c.key
     WHERE l.person_key = :person AND c.held_on IS NOT NULL AND paper.binned_at IS NULL
       AND c.type IN ('one_on_one', 'first_1on1')
     ORDER BY c.held_on DESC, c.key DESC LIMIT 1
"""
_SINCE_WITH = f"""
    {_SHOWN}
      FROM conversation_person AS l CROSS JOIN conversation AS c ON c.key = l.conversation_key
           CROSS JOIN paper ON paper.key = c.key
     WHERE l.person_key = :person AND c.held_on >= :since AND paper.binned_at IS NULL
     ORDER BY c.held_on DESC, c.key DESC
"""
_CLARITY_AHEAD = """
    SELECT DISTINCT l.person_key
      FROM conversation AS c INDEXED BY conversation_planned
           CROSS JOIN conversation_person AS l ON l.conversation_key = c.key
           CROSS JOIN paper ON paper.key = c.key
     WHERE c.held_on IS NULL AND c.planned_on BETWEEN :today AND :until
       AND c.type IN ('goal_setting', 'mid_year', 'annual_review', 'tough', 'pip', 'feedback')
       AND c.state NOT IN ('cancelled', 'dropped') AND paper.binned_at IS NULL
"""


def last_held(db: Connection, limit: int, person: int | None = None) -> list[tuple[Item, bool]]:
    """Return the last talks held, newest first, each with whether it has their words."""
    sql = _LAST if person is None else _LAST_WITH
    rows = db.execute(sql, {"limit": limit, "person": person} if person else {"limit": limit})
    return [(_item(row), bool(row["has_words"])) for row in rows]


def held_since(db: Connection, person: int, since: date) -> list[Item]:
    """Return the talks held with one person since a day, newest first."""
    rows = db.execute(_SINCE_WITH, {"person": person, "since": since.isoformat()})
    return [_item(row) for row in rows]


def last_one_on_one(db: Connection, person: int) -> ConversationId | None:
    """Return the last one-to-one held with a person, by their number."""
    row = db.execute(_LAST_ONE_ON_ONE, {"person": person}).fetchone()
    return ConversationId(UUID(bytes=row[0])) if row else None


def with_clarity_ahead(db: Connection, today: date, until: date) -> frozenset[int]:
    """Return with whom goals are to be set, or a review or a hard talk is to be held."""
    values = {"today": today.isoformat(), "until": until.isoformat()}
    return frozenset(row[0] for row in db.execute(_CLARITY_AHEAD, values))


def _item(row: Row) -> Item:
    return Item(
        sort=ItemSort.TALK,
        id=UUID(bytes=row["id"]),
        person=PersonId(UUID(bytes=row["person"])) if row["person"] else None,
        text=str(row["title"] or ""),
        on=date.fromisoformat(row["held_on"]),
    )
