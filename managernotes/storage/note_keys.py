"""The internal number of a note, in date order; it never leaves the storage (DESIGN §3).

Sorting by it is sorting by day and, within a day, by the order in which notes came to that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from managernotes.domain.identity import NoteId
from managernotes.errors import InvalidInputError, NoteNotFoundError
from managernotes.vault.connection import Connection

PLACES = 20
"""Bits for the place within a day: a million notes."""

_LAST_OF_DAY = "SELECT max(key) FROM observation WHERE key BETWEEN :first AND :last"
_KEY_OF = "SELECT key FROM observation WHERE id = :id"


def first_key(day: date) -> int:
    """Return the smallest number a note of this day can have."""
    return day.toordinal() << PLACES


def last_key(day: date) -> int:
    """Return the largest number a note of this day can have."""
    return first_key(day) + (1 << PLACES) - 1


def day_of_key(key: int) -> date:
    """Return the day a note of this number is about."""
    return date.fromordinal(key >> PLACES)


def allot_keys(db: Connection, days: Iterable[date]) -> list[int]:
    """Return a fresh number for each day, in order; InvalidInputError when a day is full."""
    latest: dict[date, int] = {}
    keys = []
    for day in days:
        last = latest.get(day)
        if last is None:
            last = _last_of(db, day)
        if last >= last_key(day):
            raise InvalidInputError("That day holds no more notes.", "Choose another day.")
        latest[day] = last + 1
        keys.append(last + 1)
    return keys


def key_of(db: Connection, note: NoteId) -> int:
    """Return a note's number; NoteNotFoundError when it is gone."""
    row = db.execute(_KEY_OF, {"id": note.bytes}).fetchone()
    if row is None:
        raise NoteNotFoundError
    return int(row[0])


def _last_of(db: Connection, day: date) -> int:
    found = db.execute(_LAST_OF_DAY, {"first": first_key(day), "last": last_key(day)}).fetchone()
    return first_key(day) - 1 if found[0] is None else int(found[0])
