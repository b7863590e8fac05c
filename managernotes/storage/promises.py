"""SQL for promises: one by one, whose they are, and every move of their day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from uuid import UUID

from managernotes.domain.identity import ConversationId, PersonId, PromiseId
from managernotes.domain.promise import (
    Promise,
    PromiseMove,
    PromiseOwner,
    PromiseState,
    PromiseWords,
)
from managernotes.errors import PaperNotFoundError
from managernotes.storage.lists import value_list
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.people import person_keys
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_FIELDS = tuple(part.name for part in fields(PromiseWords))
_WANTED = "(SELECT value FROM json_each(:keys))"
_SELECT = f"""
    SELECT {COLUMNS}, p.owner, p.state, p.made_on, p.due_on, p.original_due_on, p.ended_on,
           p.told_on, talk.id AS made_in, c.type AS made_in_type,
           ifnull(c.held_on, c.planned_on) AS made_in_on
      FROM promise AS p JOIN paper USING (key)
           LEFT JOIN conversation AS c ON c.key = p.made_in
           LEFT JOIN paper AS talk ON talk.key = c.key
     WHERE p.key IN {_WANTED}
"""
_PEOPLE = f"""
    SELECT l.promise_key, who.id
      FROM promise_person AS l JOIN person AS who ON who.key = l.person_key
     WHERE l.promise_key IN {_WANTED} ORDER BY l.promise_key, l.position
"""
_MOVES = f"""
    SELECT promise_key, from_day, to_day, moved_on, told_on FROM promise_move
     WHERE promise_key IN {_WANTED} ORDER BY promise_key, position
"""
_KEY = "SELECT key FROM paper JOIN promise USING (key) WHERE paper.id = :id"
_INSERT = """
    INSERT INTO promise (key, owner, state, made_on, due_on, original_due_on, made_in)
    VALUES (:key, :owner, 'open', :made_on, :due_on, :due_on, :made_in)
"""
_UPDATE = """
    UPDATE promise
       SET state = :state, due_on = :due_on, original_due_on = :original_due_on,
           ended_on = :ended_on, told_on = :told_on
     WHERE key = :key
"""
_SOMEBODY = """
    INSERT INTO promise_person (person_key, promise_key, position)
    VALUES (:person, :key, :position)
"""
_MOVE = """
    INSERT INTO promise_move (promise_key, position, from_day, to_day, moved_on, told_on)
    VALUES (:key, :position, :from_day, :to_day, :moved_on, :told_on)
    ON CONFLICT (promise_key, position) DO UPDATE SET told_on = excluded.told_on
"""
_FEWER_MOVES = "DELETE FROM promise_move WHERE promise_key = :key AND position >= :count"


def words_of(stored: Words) -> PromiseWords:
    """Return the words that were stored; what is missing is empty."""
    return PromiseWords(**{name: str(stored.get(name, "")) for name in _FIELDS})


def to_json(words: PromiseWords) -> dict[str, str]:
    """Return the words as JSON can hold them."""
    return asdict(words)


def findable(words: PromiseWords) -> str:
    """Return what a search may find of a promise."""
    return "\n".join(part for part in asdict(words).values() if part.strip())


def promise_key(db: Connection, identity: PromiseId) -> int:
    """Return the number of a promise; PaperNotFoundError when it was erased, or is none."""
    row = db.execute(_KEY, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return int(row[0])


def promise(db: Connection, identity: PromiseId) -> Promise:
    """Return one promise, in the bin or not; PaperNotFoundError when it was erased."""
    [found] = promises(db, [promise_key(db, identity)])
    return found


def promises(db: Connection, keys: Sequence[int]) -> tuple[Promise, ...]:
    """Return these promises, by their numbers, in the same order."""
    wanted = {"keys": value_list(keys)}
    people: defaultdict[int, list[PersonId]] = defaultdict(list)
    for key, who in db.execute(_PEOPLE, wanted):
        people[key].append(PersonId(UUID(bytes=who)))
    moves: defaultdict[int, list[PromiseMove]] = defaultdict(list)
    for row in db.execute(_MOVES, wanted):
        moves[row["promise_key"]].append(
            PromiseMove(
                from_day=day_of(row["from_day"]),
                to_day=date.fromisoformat(row["to_day"]),
                moved_on=date.fromisoformat(row["moved_on"]),
                told_on=day_of(row["told_on"]),
            )
        )
    found = {
        row["key"]: _promise_from(row, tuple(people[row["key"]]), tuple(moves[row["key"]]))
        for row in db.execute(_SELECT, wanted)
    }
    return tuple(found[key] for key in keys if key in found)


def insert(  # noqa: PLR0913  its number, whose, to whom, and where and when it was made
    db: Connection,
    key: int,
    owner: PromiseOwner,
    people: Sequence[PersonId],
    *,
    made_on: date,
    due_on: date | None,
    made_in: int | None,
) -> None:
    """Store a new promise beside its paper; PersonNotFoundError when somebody is unknown."""
    db.execute(
        _INSERT,
        {
            "key": key,
            "owner": owner.value,
            "made_on": day_text(made_on),
            "due_on": day_text(due_on),
            "made_in": made_in,
        },
    )
    keys = person_keys(db, people)
    for position, who in enumerate(dict.fromkeys(people)):
        db.execute(_SOMEBODY, {"key": key, "person": keys[who], "position": position})


def update(db: Connection, key: int, one: Promise) -> None:
    """Store every fact of a promise as the value says, its moves included."""
    db.execute(
        _UPDATE,
        {
            "key": key,
            "state": one.state.value,
            "due_on": day_text(one.due_on),
            "original_due_on": day_text(one.original_due_on),
            "ended_on": day_text(one.ended_on),
            "told_on": day_text(one.told_on),
        },
    )
    db.execute(_FEWER_MOVES, {"key": key, "count": len(one.moves)})
    for position, move in enumerate(one.moves):
        db.execute(
            _MOVE,
            {
                "key": key,
                "position": position,
                "from_day": day_text(move.from_day),
                "to_day": day_text(move.to_day),
                "moved_on": day_text(move.moved_on),
                "told_on": day_text(move.told_on),
            },
        )


def _promise_from(
    row: Row, people: tuple[PersonId, ...], moves: tuple[PromiseMove, ...]
) -> Promise:
    paper = paper_of(row)
    return Promise(
        id=PromiseId(paper.id),
        owner=PromiseOwner(row["owner"]),
        people=people,
        words=words_of(paper.words),
        state=PromiseState(row["state"]),
        made_on=date.fromisoformat(row["made_on"]),
        due_on=day_of(row["due_on"]),
        original_due_on=day_of(row["original_due_on"]),
        ended_on=day_of(row["ended_on"]),
        told_on=day_of(row["told_on"]),
        made_in=ConversationId(UUID(bytes=row["made_in"])) if row["made_in"] else None,
        made_in_type=row["made_in_type"],
        made_in_on=day_of(row["made_in_on"]),
        moves=moves,
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
        binned_at=paper.binned_at,
    )
