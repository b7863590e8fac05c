"""SQL for what a month was made of: only the numbers of notes, with the day that counts.

Each walks a range of the narrow table or of an index; the words are read of the chosen ones only.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from managernotes.domain.observation import Kind
from managernotes.storage.lists import value_list
from managernotes.storage.note_keys import day_of_key, first_key, last_key
from managernotes.vault.connection import Connection

_ABOUT = """
    (:person IS NULL OR EXISTS (SELECT 1 FROM observation_person AS l
                                 WHERE l.person_key = :person AND l.observation_key = o.key))
"""
_OF_KINDS = f"""
    SELECT o.key FROM observation AS o
     WHERE o.key BETWEEN :first AND :last AND o.kind IN (SELECT value FROM json_each(:kinds))
       AND o.binned_at IS NULL AND NOT o.unconfirmed AND {_ABOUT}
     ORDER BY o.key
"""
_SAID = f"""
    SELECT r.key, r.shared_on
      FROM observation_record AS r INDEXED BY observation_record_shared
           CROSS JOIN observation AS o ON o.key = r.key
     WHERE r.shared_on BETWEEN :first AND :last AND o.kind = :kind AND o.binned_at IS NULL
       AND {_ABOUT}
     ORDER BY r.shared_on, r.key
"""
_UNSAID = """
    SELECT o.key FROM observation AS o
     WHERE o.key BETWEEN :first AND :last AND o.kind = :kind
       AND o.share_state IN ('unsaid', 'planned') AND o.binned_at IS NULL AND NOT o.unconfirmed
     ORDER BY o.key
"""
# The oldest of three walks: nobody plans to say it, it is planned, or it was said later.
_WAITED = """
    SELECT min(key) FROM (
        SELECT * FROM (
            SELECT o.key FROM observation AS o INDEXED BY observation_unsaid_of_kind
             WHERE o.kind = 'concern' AND o.share_state = 'unsaid' AND o.binned_at IS NULL
               AND NOT o.unconfirmed AND o.key <= :last_key
             ORDER BY o.key LIMIT 1
        )
        UNION ALL
        SELECT o.key FROM observation AS o INDEXED BY observation_planned
         WHERE o.kind = 'concern' AND o.share_state = 'planned' AND o.binned_at IS NULL
           AND NOT o.unconfirmed AND o.key <= :last_key
        UNION ALL
        SELECT r.key
          FROM observation_record AS r INDEXED BY observation_record_shared
               CROSS JOIN observation AS o ON o.key = r.key
         WHERE r.shared_on > :last AND r.key <= :last_key AND o.kind = 'concern'
           AND o.binned_at IS NULL
    )
"""
_FOR_TEAM = """
    SELECT r.key
      FROM observation_record AS r INDEXED BY observation_record_for_team
           CROSS JOIN observation AS o ON o.key = r.key
     WHERE r.is_for_team = 1 AND r.key BETWEEN :first AND :last AND o.kind <> 'concern'
       AND o.binned_at IS NULL AND NOT o.unconfirmed
     ORDER BY r.key
"""


class DatedNote(NamedTuple):
    """The number of a note, and the day that counts."""

    key: int
    on: date


def of_kinds(
    db: Connection, first: date, last: date, kinds: Iterable[Kind], person: int | None = None
) -> list[DatedNote]:
    """Return the notes of some kinds about the days from one to another, by day.

    With the number of a person, only those about them.
    """
    values = {
        "first": first_key(first),
        "last": last_key(last),
        "kinds": value_list(kind.value for kind in kinds),
        "person": person,
    }
    return [_seen(row[0]) for row in db.execute(_OF_KINDS, values)]


def said(
    db: Connection, first: date, last: date, kind: Kind, person: int | None = None
) -> list[DatedNote]:
    """Return the wins or concerns that were said on the days from one to another, by that day.

    With the number of a person, only those about them.
    """
    values = {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "kind": kind.value,
        "person": person,
    }
    return [DatedNote(key, date.fromisoformat(day)) for key, day in db.execute(_SAID, values)]


def unsaid(db: Connection, first: date, last: date, kind: Kind) -> list[DatedNote]:
    """Return the wins or concerns about those days that were not said until now, by day."""
    values = {"first": first_key(first), "last": last_key(last), "kind": kind.value}
    return [_seen(row[0]) for row in db.execute(_UNSAID, values)]


def waited_longest(db: Connection, until: date) -> DatedNote | None:
    """Return the oldest concern that was still not said at the end of a day."""
    values = {"last": until.isoformat(), "last_key": last_key(until)}
    key = db.execute(_WAITED, values).fetchone()[0]
    return None if key is None else _seen(key)


def for_team(db: Connection, first: date, last: date) -> list[DatedNote]:
    """Return what was marked as fit to tell the team about those days, by day (S33)."""
    values = {"first": first_key(first), "last": last_key(last)}
    return [_seen(row[0]) for row in db.execute(_FOR_TEAM, values)]


def _seen(key: int) -> DatedNote:
    return DatedNote(key, day_of_key(key))
