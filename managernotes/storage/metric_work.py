"""SQL for goals under way and for house-keeping as the metrics read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import Item, ItemSort
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_ACTIVE_GOALS = """
    SELECT paper.id, who.id AS person, g.person_key, paper.words ->> '$.title' AS text,
           g.started_on, g.next_on, g.due_on AS on_day,
           (SELECT max(c.on_day) FROM check_in AS c CROSS JOIN paper AS its ON its.key = c.key
             WHERE c.goal_key = g.key AND its.binned_at IS NULL) AS checked_on
      FROM goal AS g CROSS JOIN paper ON paper.key = g.key
           CROSS JOIN person AS who ON who.key = g.person_key
     WHERE g.state = 'active' AND paper.binned_at IS NULL AND who.binned_at IS NULL
"""
_KEPT_PEOPLE = """
    SELECT p.id, p.id AS person, '' AS text, {day} AS on_day FROM person AS p
     WHERE p.binned_at IS NULL AND {chosen} ORDER BY p.folded_name, p.id
"""
_RETENTION = _KEPT_PEOPLE.format(
    day="p.retention_until", chosen="p.retention_until <= :today AND p.hold = 0"
)
_HELD = _KEPT_PEOPLE.format(day="NULL", chosen="p.hold = 1")


@dataclass(frozen=True, slots=True)
class ActiveGoal:
    """One goal under way, and when it was looked at."""

    item: Item
    person_key: int
    started_on: date
    checked_on: date | None
    next_on: date | None


def active_goals(db: Connection) -> list[ActiveGoal]:
    """Return the goals that are active, in no order."""
    return [
        ActiveGoal(
            item=_item(row, ItemSort.GOAL),
            person_key=row["person_key"],
            started_on=date.fromisoformat(row["started_on"]),
            checked_on=day_of(row["checked_on"]),
            next_on=day_of(row["next_on"]),
        )
        for row in db.execute(_ACTIVE_GOALS)
    ]


def retention_due(db: Connection, today: date) -> list[Item]:
    """Return the people of whom it is to be decided what is kept, A-Z; a hold waits."""
    return _people(db.execute(_RETENTION, {"today": today.isoformat()}))


def on_hold(db: Connection) -> list[Item]:
    """Return the people whose records may not be erased, A-Z."""
    return _people(db.execute(_HELD))


def _people(rows: Iterable[Row]) -> list[Item]:
    return [_item(row, ItemSort.PERSON) for row in rows]


def _item(row: Row, sort: ItemSort) -> Item:
    return Item(
        sort=sort,
        id=UUID(bytes=row["id"]),
        person=PersonId(UUID(bytes=row["person"])) if row["person"] else None,
        text=str(row["text"] or ""),
        on=day_of(row["on_day"]),
    )
