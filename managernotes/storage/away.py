"""SQL for days away and the usual day to talk. Functions take a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time

from managernotes.domain.away import AwayWindow, UsualTime
from managernotes.domain.identity import PersonId
from managernotes.storage.people import person_keys
from managernotes.vault.connection import Connection

_OF_ALL = "SELECT person_key, from_day, to_day FROM person_away ORDER BY person_key, from_day"
_OF_ONE = "SELECT from_day, to_day FROM person_away WHERE person_key = :key ORDER BY from_day"
_CLEAR = "DELETE FROM person_away WHERE person_key = :key"
_INSERT = "INSERT INTO person_away (person_key, from_day, to_day) VALUES (:key, :first, :last)"
_USUAL = "SELECT usual_day, usual_at FROM person WHERE key = :key"
_SET_USUAL = "UPDATE person SET usual_day = :day, usual_at = :at WHERE key = :key"


def windows_by_key(db: Connection) -> dict[int, tuple[AwayWindow, ...]]:
    """Return everybody's windows by their internal number."""
    found: defaultdict[int, list[AwayWindow]] = defaultdict(list)
    for key, first, last in db.execute(_OF_ALL):
        found[key].append(_window(first, last))
    return {key: tuple(windows) for key, windows in found.items()}


def windows(db: Connection, person: PersonId) -> tuple[AwayWindow, ...]:
    """Return one person's windows by day; PersonNotFoundError."""
    rows = db.execute(_OF_ONE, {"key": _key(db, person)})
    return tuple(_window(first, last) for first, last in rows)


def set_windows(db: Connection, person: PersonId, kept: Iterable[AwayWindow]) -> None:
    """Replace one person's windows; PersonNotFoundError."""
    key = _key(db, person)
    db.execute(_CLEAR, {"key": key})
    db.executemany(
        _INSERT,
        [
            {"key": key, "first": entry.first.isoformat(), "last": entry.last.isoformat()}
            for entry in kept
        ],
    )


def usual(db: Connection, person: PersonId) -> UsualTime:
    """Return when they usually talk; PersonNotFoundError."""
    row = db.execute(_USUAL, {"key": _key(db, person)}).fetchone()
    return usual_of(row[0], row[1])


def usual_of(weekday: int | None, at: str | None) -> UsualTime:
    """Return the usual time that was stored."""
    return UsualTime(weekday, time.fromisoformat(at) if at else None)


def set_usual(db: Connection, person: PersonId, wanted: UsualTime) -> None:
    """Store when they usually talk; PersonNotFoundError."""
    at = wanted.at.isoformat("minutes") if wanted.at else None
    db.execute(_SET_USUAL, {"key": _key(db, person), "day": wanted.weekday, "at": at})


def _key(db: Connection, person: PersonId) -> int:
    return person_keys(db, [person])[person]


def _window(first: str, last: str) -> AwayWindow:
    return AwayWindow(date.fromisoformat(first), date.fromisoformat(last))
