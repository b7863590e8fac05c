"""SQL for which promises a list shows, and in which order: only their numbers; and my counts."""

from __future__ import annotations

from datetime import date

from managernotes.domain.identity import PersonId
from managernotes.domain.promise import PromiseCounts
from managernotes.storage.people import person_keys
from managernotes.storage.stamps import day_text
from managernotes.vault.connection import Connection

_WITH_PERSON = """
    AND p.key IN (SELECT promise_key FROM promise_person WHERE person_key = :person)
"""
_LAST_TOLD = """
    (SELECT m.told_on FROM promise_move AS m WHERE m.promise_key = p.key
      ORDER BY m.position DESC LIMIT 1)
"""
_IS_MOVED = "EXISTS (SELECT 1 FROM promise_move AS m WHERE m.promise_key = p.key)"
_UNTOLD = f"({_IS_MOVED} AND {_LAST_TOLD} IS NULL)"
# What I dropped without telling is not over: it stays with what I owe.
_MINE = f"""
    SELECT p.key FROM promise AS p JOIN paper USING (key)
     WHERE p.key IN (
        SELECT key FROM promise WHERE state = 'open' AND owner = 'me'
        UNION ALL
        SELECT key FROM promise WHERE state = 'dropped' AND owner = 'me' AND told_on IS NULL
     ) AND paper.binned_at IS NULL {{narrowed}}
     ORDER BY p.state = 'open', NOT {_UNTOLD}, p.due_on IS NULL, p.due_on, p.key
"""
_THEIRS = """
    SELECT p.key FROM promise AS p JOIN paper USING (key)
     WHERE p.owner <> 'me' AND p.state = 'open' AND paper.binned_at IS NULL {narrowed}
     ORDER BY p.due_on IS NULL, p.due_on, p.key
"""
_ENDED = """
    SELECT p.key FROM promise AS p JOIN paper USING (key)
     WHERE p.ended_on IS NOT NULL AND p.ended_on >= :since AND paper.binned_at IS NULL
       AND NOT (p.owner = 'me' AND p.state = 'dropped' AND p.told_on IS NULL) {narrowed}
     ORDER BY p.ended_on DESC, p.key DESC LIMIT :limit
"""
_MADE_IN = "SELECT key FROM promise WHERE made_in = :talk ORDER BY key"
_OF_TALK = """
    SELECT p.key FROM promise AS p JOIN paper USING (key)
     WHERE p.made_in = :talk AND paper.binned_at IS NULL
     ORDER BY p.owner <> 'me', p.due_on IS NULL, p.due_on, p.key
"""
_DUE = " AND (p.due_on <= :until OR p.state <> 'open')"
_COUNTS = f"""
    SELECT sum(p.state = 'kept') AS kept, sum(p.state = 'kept_late') AS kept_late,
           sum(p.state = 'open' AND {_IS_MOVED} AND {_LAST_TOLD} IS NOT NULL) AS moved_told,
           sum(p.state = 'open' AND {_UNTOLD}) AS moved_untold,
           sum(p.state = 'open') AS open
      FROM promise AS p JOIN paper USING (key)
     WHERE p.owner = 'me' AND paper.binned_at IS NULL AND p.key IN (
        SELECT key FROM promise WHERE state = 'open'
        UNION ALL
        SELECT key FROM promise WHERE ended_on IS NOT NULL AND ended_on >= :since
     )
"""


def mine(db: Connection, person: PersonId | None = None) -> list[int]:
    """Return what I owe: moved and not told first, then by day."""
    return _keys(db, _MINE, person)


def theirs(db: Connection, person: PersonId | None = None) -> list[int]:
    """Return what others owe, by day."""
    return _keys(db, _THEIRS, person)


def ended(
    db: Connection, person: PersonId | None = None, *, since: date = date.min, limit: int
) -> list[int]:
    """Return what was kept or dropped from a day on, the latest first."""
    return _keys(db, _ENDED, person, since=day_text(since), limit=limit)


def made_in(db: Connection, talk: int) -> list[int]:
    """Return every promise of a talk, by the talk's number; those in the bin too."""
    return [int(row[0]) for row in db.execute(_MADE_IN, {"talk": talk})]


def of_talk(db: Connection, talk: int) -> list[int]:
    """Return what was promised in a talk, by its number: mine first, then by day."""
    return [int(row[0]) for row in db.execute(_OF_TALK, {"talk": talk})]


def mine_due(db: Connection, until: date) -> list[int]:
    """Return what I owe up to a day, and what I dropped without telling."""
    return _keys(db, _MINE, narrowed=_DUE, until=day_text(until))


def theirs_due(db: Connection, until: date) -> list[int]:
    """Return what others owe up to a day."""
    return _keys(db, _THEIRS, narrowed=_DUE, until=day_text(until))


def my_counts(db: Connection, since: date) -> PromiseCounts:
    """Return what became of my promises since a day; those still open count whatever their age."""
    row = db.execute(_COUNTS, {"since": day_text(since)}).fetchone()
    return PromiseCounts(**{name: row[name] or 0 for name in row.keys()})  # noqa: SIM118


def _keys(
    db: Connection,
    statement: str,
    person: PersonId | None = None,
    narrowed: str = "",
    **values: object,
) -> list[int]:
    if person is not None:
        narrowed += _WITH_PERSON
        [values["person"]] = person_keys(db, [person]).values()
    return [int(row[0]) for row in db.execute(statement.format(narrowed=narrowed), values)]
