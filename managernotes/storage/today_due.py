"""SQL for what is due on the start page: promises, talks, follow-ups, threads to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from managernotes.domain.identity import PersonId
from managernotes.domain.today import CardType, TodayCard
from managernotes.storage.lists import value_list
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_IS_UNTOLD = """
    p.state = 'dropped' OR ifnull((SELECT m.told_on IS NULL FROM promise_move AS m
        WHERE m.promise_key = p.key ORDER BY m.position DESC LIMIT 1), 0)
"""
_WANTED = "(SELECT value FROM json_each(:keys))"
# A promise is due by its day; mine also when they do not know yet that it was moved or dropped.
_DUE = f"""
    SELECT p.key, p.owner, p.owner = 'me' AND ({_IS_UNTOLD}) AS untold
      FROM promise AS p JOIN paper USING (key)
     WHERE p.key IN (
            SELECT key FROM promise WHERE state = 'open' AND due_on <= :until
            UNION
            SELECT m.promise_key FROM promise_move AS m JOIN promise AS moved
                ON moved.key = m.promise_key
             WHERE m.told_on IS NULL AND moved.owner = 'me' AND moved.state = 'open'
            UNION
            SELECT key FROM promise
             WHERE state = 'dropped' AND owner = 'me' AND told_on IS NULL
       )
       AND paper.binned_at IS NULL AND (untold OR (p.state = 'open' AND p.due_on <= :until))
       AND NOT (
            EXISTS (SELECT 1 FROM promise_person WHERE promise_key = p.key)
            AND NOT EXISTS (
                SELECT 1 FROM promise_person AS l JOIN person AS who ON who.key = l.person_key
                 WHERE l.promise_key = p.key AND who.binned_at IS NULL
            )
       )
     ORDER BY NOT untold, p.due_on IS NULL, p.due_on, p.key
"""
_PROMISES = f"""
    SELECT p.key, paper.id, paper.words ->> '$.text' AS text, p.owner, p.state, p.made_on,
           p.due_on, p.original_due_on,
           EXISTS (SELECT 1 FROM promise_move WHERE promise_key = p.key) AS is_moved
      FROM promise AS p JOIN paper USING (key) WHERE p.key IN {_WANTED}
"""
_PROMISED = f"""
    SELECT l.promise_key, p.id FROM promise_person AS l JOIN person AS p ON p.key = l.person_key
     WHERE l.promise_key IN {_WANTED} ORDER BY l.promise_key, l.position
"""
_AHEAD = """
    SELECT c.key FROM conversation AS c INDEXED BY conversation_planned JOIN paper USING (key)
     WHERE c.held_on IS NULL AND c.planned_on <= :until
       AND c.state NOT IN ('cancelled', 'dropped') AND paper.binned_at IS NULL
       AND NOT EXISTS (
            SELECT 1 FROM conversation AS around JOIN paper AS its ON its.key = around.key
             WHERE around.key = c.within_key AND around.held_on IS NULL
               AND around.state NOT IN ('cancelled', 'dropped') AND its.binned_at IS NULL
       )
     ORDER BY c.planned_on, c.planned_at IS NULL, c.planned_at, c.key
"""
_PLANNED_WITH = """
    SELECT DISTINCT l.person_key
      FROM conversation AS c INDEXED BY conversation_planned
           JOIN paper ON paper.key = c.key
           JOIN conversation_person AS l ON l.conversation_key = c.key
     WHERE c.held_on IS NULL AND c.planned_on IS NOT NULL
       AND c.type IN ('one_on_one', 'first_1on1')
       AND c.state NOT IN ('cancelled', 'dropped') AND paper.binned_at IS NULL
"""
_SOMEBODY = """
    EXISTS (SELECT 1 FROM conversation_person AS l JOIN person AS who ON who.key = l.person_key
             WHERE l.conversation_key = c.key AND who.binned_at IS NULL)
"""
_TALKS_TO_LOOK_AT = f"""
    SELECT c.key, paper.id, c.type, paper.words ->> '$.title' AS title, c.state, c.held_on,
           c.follow_up_on AS due_on
      FROM conversation AS c JOIN paper USING (key)
     WHERE c.state = 'held' AND c.follow_up_on <= :today AND paper.binned_at IS NULL
       AND {_SOMEBODY}
    UNION
    SELECT c.key, paper.id, c.type, paper.words ->> '$.title' AS title, c.state, c.held_on,
           c.log_again_on AS due_on
      FROM conversation AS c JOIN paper USING (key)
     WHERE c.log_again_on <= :today AND c.state = 'held' AND c.logged_on IS NULL
       AND paper.binned_at IS NULL AND {_SOMEBODY}
     ORDER BY due_on, c.key
"""
_TALKED_WITH = f"""
    SELECT l.conversation_key, p.id
      FROM conversation_person AS l JOIN person AS p ON p.key = l.person_key
     WHERE l.conversation_key IN {_WANTED} ORDER BY l.conversation_key, l.position
"""
_THREADS_TO_LOOK_AT = """
    SELECT t.key, paper.id, t.kind, paper.words ->> '$.title' AS title, t.state, t.opened_on,
           t.look_on, p.id AS person
      FROM thread AS t JOIN paper USING (key) JOIN person AS p ON p.key = t.person_key
     WHERE t.look_on <= :today AND t.closed_on IS NULL AND paper.binned_at IS NULL
       AND p.binned_at IS NULL
     ORDER BY t.look_on, t.key
"""


@dataclass(frozen=True, slots=True)
class DuePromises:
    """The numbers of the promises that are due, mine and the others', each in its order."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]
    untold: frozenset[int]


def due_promises(db: Connection, until: date) -> DuePromises:
    """Return what is due up to a day, and what I moved or dropped without telling them."""
    rows = db.execute(_DUE, {"until": until.isoformat()}).fetchall()
    return DuePromises(
        mine=tuple(row["key"] for row in rows if row["owner"] == "me"),
        theirs=tuple(row["key"] for row in rows if row["owner"] != "me"),
        untold=frozenset(row["key"] for row in rows if row["untold"]),
    )


def promise_cards(
    db: Connection, keys: Sequence[int], untold: frozenset[int], today: date
) -> tuple[TodayCard, ...]:
    """Return the cards of these promises, in their order."""
    people = _people(db, _PROMISED, keys)
    cards = {}
    for row in db.execute(_PROMISES, {"keys": value_list(keys)}):
        key, made_on = row["key"], date.fromisoformat(row["made_on"])
        cards[key] = TodayCard(
            id=UUID(bytes=row["id"]),
            type=CardType.PROMISE,
            people=people.get(key, ()),
            kind="i_owe" if row["owner"] == "me" else "they_owe",
            text=str(row["text"] or ""),
            occurred_on=made_on,
            age_days=(today - made_on).days,
            state=row["state"],
            due_on=day_of(row["due_on"]),
            is_untold=key in untold,
            is_moved=bool(row["is_moved"]),
        )
    return tuple(cards[key] for key in keys if key in cards)


def talks_ahead(db: Connection, until: date) -> list[int]:
    """Return the talks planned up to a day that are still to be held, by day and hour."""
    return [row[0] for row in db.execute(_AHEAD, {"until": until.isoformat()})]


def planned_with(db: Connection) -> frozenset[int]:
    """Return with whom a one-to-one is planned, by their internal numbers."""
    return frozenset(row[0] for row in db.execute(_PLANNED_WITH))


def to_look_at(db: Connection, today: date) -> list[TodayCard]:
    """Return the talks and threads whose day to look at them again has come, by that day."""
    cards = [*_talk_cards(db, today), *_thread_cards(db, today)]
    return sorted(cards, key=lambda card: (card.due_on or today, card.id))


def _talk_cards(db: Connection, today: date) -> Iterable[TodayCard]:
    rows = db.execute(_TALKS_TO_LOOK_AT, {"today": today.isoformat()}).fetchall()
    people = _people(db, _TALKED_WITH, [row["key"] for row in rows])
    seen: dict[int, TodayCard] = {}
    for row in rows:
        card = _card(row, CardType.CONVERSATION, row["type"], "held_on", today)
        seen.setdefault(row["key"], replace(card, people=people.get(row["key"], ())))
    return seen.values()


def _thread_cards(db: Connection, today: date) -> Iterable[TodayCard]:
    for row in db.execute(_THREADS_TO_LOOK_AT, {"today": today.isoformat()}):
        card = _card(row, CardType.THREAD, row["kind"], "opened_on", today)
        yield replace(
            card, people=(PersonId(UUID(bytes=row["person"])),), due_on=day_of(row["look_on"])
        )


def _card(row: Row, sort: CardType, kind: str, since: str, today: date) -> TodayCard:
    began = date.fromisoformat(row[since])
    return TodayCard(
        id=UUID(bytes=row["id"]),
        type=sort,
        people=(),
        kind=kind,
        text=str(row["title"] or ""),
        occurred_on=began,
        age_days=(today - began).days,
        state=row["state"],
        due_on=day_of(row["due_on"]) if sort is CardType.CONVERSATION else None,
    )


def _people(db: Connection, sql: str, keys: Sequence[int]) -> dict[int, tuple[PersonId, ...]]:
    found: defaultdict[int, list[PersonId]] = defaultdict(list)
    for key, person in db.execute(sql, {"keys": value_list(keys)}):
        found[key].append(PersonId(UUID(bytes=person)))
    return {key: tuple(people) for key, people in found.items()}
