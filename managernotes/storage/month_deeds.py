"""SQL for what was done in a month beside notes: promises, check-ins, growth and talks."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import Item, ItemSort
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_TO_WHOM = """
    (SELECT who.id FROM promise_person AS l JOIN person AS who ON who.key = l.person_key
      WHERE l.promise_key = p.key ORDER BY l.position LIMIT 1) AS person
"""
_MOVED = f"""
    SELECT paper.id, {_TO_WHOM}, paper.words ->> '$.text' AS text, m.moved_on AS on_day,
           m.told_on IS NULL AND p.state = 'open' AS is_open
      FROM promise_move AS m CROSS JOIN promise AS p ON p.key = m.promise_key
           CROSS JOIN paper ON paper.key = p.key
     WHERE m.moved_on BETWEEN :first AND :last AND p.owner = 'me' AND paper.binned_at IS NULL
       AND EXISTS (SELECT 1 FROM promise_person AS l WHERE l.promise_key = p.key)
     ORDER BY m.moved_on, p.key, m.position
"""
_KEPT = f"""
    SELECT paper.id, {_TO_WHOM}, paper.words ->> '$.text' AS text, p.ended_on AS on_day,
           0 AS is_open
      FROM promise AS p INDEXED BY promise_ended CROSS JOIN paper ON paper.key = p.key
     WHERE p.ended_on BETWEEN :first AND :last AND p.owner = 'me'
       AND p.state IN ('kept', 'kept_late') AND paper.binned_at IS NULL
     ORDER BY p.ended_on, p.key
"""
_CHECK_INS = """
    SELECT whole.id, who.id AS person, c.on_day, 0 AS is_open,
           ifnull(nullif(trim(its.words ->> '$.fact'), ''), whole.words ->> '$.title') AS text
      FROM check_in AS c CROSS JOIN goal AS g ON g.key = c.goal_key
           CROSS JOIN paper AS its ON its.key = c.key
           CROSS JOIN paper AS whole ON whole.key = g.key
           CROSS JOIN person AS who ON who.key = g.person_key
     WHERE c.on_day BETWEEN :first AND :last AND its.binned_at IS NULL
       AND whole.binned_at IS NULL
     ORDER BY c.on_day, c.key
"""
_GROWTH = """
    SELECT paper.id, who.id AS person, paper.words ->> '$.purpose' AS text,
           max(s.on_day) AS on_day, 0 AS is_open
      FROM growth_step_state AS s CROSS JOIN growth_step AS g ON g.key = s.step_key
           CROSS JOIN paper ON paper.key = g.key
           CROSS JOIN person AS who ON who.key = g.person_key
     WHERE s.on_day BETWEEN :first AND :last
       AND s.state IN ('agreed', 'doing', 'done', 'applied') AND paper.binned_at IS NULL
     GROUP BY g.key ORDER BY on_day, g.key
"""
_CAREER = """
    SELECT paper.id, paper.words ->> '$.title' AS text, c.held_on AS on_day, 0 AS is_open,
           (SELECT who.id FROM conversation_person AS l JOIN person AS who
                ON who.key = l.person_key
             WHERE l.conversation_key = c.key ORDER BY l.position LIMIT 1) AS person
      FROM conversation AS c INDEXED BY conversation_held CROSS JOIN paper ON paper.key = c.key
     WHERE c.held_on BETWEEN :first AND :last AND c.type = 'career' AND paper.binned_at IS NULL
     ORDER BY c.held_on, c.key
"""


def promises_moved(db: Connection, first: date, last: date) -> list[Item]:
    """Return my promises whose day was moved on the days from one to another; open: not told."""
    return _items(db, _MOVED, ItemSort.PROMISE, first, last)


def promises_kept(db: Connection, first: date, last: date) -> list[Item]:
    """Return my promises that were kept on those days."""
    return _items(db, _KEPT, ItemSort.PROMISE, first, last)


def check_ins(db: Connection, first: date, last: date) -> list[Item]:
    """Return the looks at goals on those days, with the fact, or the goal's name without one."""
    return _items(db, _CHECK_INS, ItemSort.CHECK_IN, first, last)


def growth_steps(db: Connection, first: date, last: date) -> list[Item]:
    """Return the growth steps that went on, on those days."""
    return _items(db, _GROWTH, ItemSort.GROWTH_STEP, first, last)


def career_talks(db: Connection, first: date, last: date) -> list[Item]:
    """Return the career talks held on those days, with their title at most (INV-11)."""
    return _items(db, _CAREER, ItemSort.TALK, first, last)


def _items(db: Connection, sql: str, sort: ItemSort, first: date, last: date) -> list[Item]:
    rows = db.execute(sql, {"first": first.isoformat(), "last": last.isoformat()})
    return [_item(row, sort) for row in rows]


def _item(row: Row, sort: ItemSort) -> Item:
    return Item(
        sort=sort,
        id=UUID(bytes=row["id"]),
        person=PersonId(UUID(bytes=row["person"])) if row["person"] else None,
        text=str(row["text"] or ""),
        on=date.fromisoformat(row["on_day"]),
        is_open=bool(row["is_open"]),
    )
