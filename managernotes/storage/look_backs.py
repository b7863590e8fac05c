"""SQL for month look-backs: one a month, found by no search (INV-11)."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from uuid import UUID

from managernotes.domain.identity import PromiseId
from managernotes.domain.look_back import LookBack, LookBackState, LookBackWords, Month
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_FIELDS = tuple(part.name for part in fields(LookBackWords))
_SELECT = f"""
    SELECT {COLUMNS}, l.month, l.state, l.ended_on, l.try_by,
           (SELECT id FROM paper WHERE key = l.promise_key) AS promise
      FROM look_back AS l JOIN paper USING (key)
     WHERE paper.binned_at IS NULL
"""
_ONE = f"{_SELECT} AND l.month = :month"
_ALL = f"{_SELECT} ORDER BY l.month DESC"
_INSERT = "INSERT INTO look_back (key, month, state) VALUES (:key, :month, 'open')"
_UPDATE = """
    UPDATE look_back
       SET state = :state, ended_on = :ended_on, try_by = :try_by,
           promise_key = (SELECT key FROM paper WHERE id = :promise)
     WHERE key = (SELECT key FROM paper WHERE id = :id)
    RETURNING key
"""
_ID = "SELECT paper.id FROM look_back JOIN paper USING (key) WHERE month = :month"


def words_of(stored: Words) -> LookBackWords:
    """Return the words that were stored; what is missing is empty."""
    return LookBackWords(**{name: str(stored.get(name, "")) for name in _FIELDS})


def to_json(words: LookBackWords) -> dict[str, str]:
    """Return the words as JSON can hold them."""
    return asdict(words)


def look_back(db: Connection, month: Month) -> LookBack | None:
    """Return one month's; None: not begun."""
    row = db.execute(_ONE, {"month": str(month)}).fetchone()
    return _from(row) if row else None


def look_backs(db: Connection) -> list[LookBack]:
    """Return all of them, newest first."""
    return [_from(row) for row in db.execute(_ALL)]


def paper_id(db: Connection, month: Month) -> UUID | None:
    """Return the id of one month's paper; None: not begun."""
    row = db.execute(_ID, {"month": str(month)}).fetchone()
    return UUID(bytes=row[0]) if row else None


def insert(db: Connection, key: int, month: Month) -> None:
    """Store that a month was begun, beside its paper."""
    db.execute(_INSERT, {"key": key, "month": str(month)})


def update(db: Connection, paper: UUID, one: LookBack) -> int:
    """Store everything but the words as the value says; return the number of its paper."""
    [row] = db.execute(
        _UPDATE,
        {
            "id": paper.bytes,
            "state": one.state.value,
            "ended_on": day_text(one.ended_on),
            "try_by": day_text(one.try_by),
            "promise": one.promise.bytes if one.promise else None,
        },
    ).fetchall()
    return int(row[0])


def _from(row: Row) -> LookBack:
    paper = paper_of(row)
    return LookBack(
        month=Month.of(date.fromisoformat(f"{row['month']}-01")),
        state=LookBackState(row["state"]),
        words=words_of(paper.words),
        ended_on=day_of(row["ended_on"]),
        try_by=day_of(row["try_by"]),
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
        promise=PromiseId(UUID(bytes=row["promise"])) if row["promise"] else None,
    )
