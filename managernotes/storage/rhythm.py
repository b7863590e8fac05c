"""SQL for the rhythm of talking: who is in the team, when each was last talked to and told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from managernotes.domain.away import AwayWindow, UsualTime
from managernotes.domain.identity import PersonId
from managernotes.domain.last_times import LastTimes
from managernotes.domain.observation import Kind
from managernotes.domain.person import Cadence, PersonStatus
from managernotes.storage import away
from managernotes.storage.note_keys import PLACES, day_of_key, first_key
from managernotes.storage.people import LAST_ONE_ON_ONE, person_keys
from managernotes.storage.stamps import day_of, moment_of
from managernotes.vault.connection import Connection

_TEAM = f"""
    SELECT p.key, p.id, p.display_name, p.status, p.cadence, p.started_on, p.created_at,
           p.created_offset, p.usual_day, p.usual_at, {LAST_ONE_ON_ONE}
      FROM person AS p
     WHERE p.binned_at IS NULL AND p.status NOT IN ('transferred', 'left')
     ORDER BY p.folded_name, p.id
"""
# Stops at the first it finds: a person may have ten thousand notes.
_NEWEST = """
    SELECT l.observation_key
      FROM observation_person AS l CROSS JOIN observation AS o ON o.key = l.observation_key
     WHERE l.person_key = :key AND o.kind = :kind AND o.binned_at IS NULL AND NOT o.unconfirmed
     ORDER BY l.observation_key DESC LIMIT 1
"""
_THANKED = """
    SELECT r.shared_on
      FROM observation_record AS r INDEXED BY observation_record_shared
           CROSS JOIN observation AS o ON o.key = r.key
           CROSS JOIN observation_person AS l
                ON l.observation_key = r.key AND l.person_key = :key
     WHERE r.shared_on IS NOT NULL AND o.kind = 'win' AND o.binned_at IS NULL
     ORDER BY r.shared_on DESC LIMIT 1
"""
_TOLD = """
    SELECT DISTINCT r.shared_on
      FROM observation_record AS r INDEXED BY observation_record_shared
           CROSS JOIN observation_person AS l
                ON l.observation_key = r.key AND l.person_key = :key
           CROSS JOIN observation AS o ON o.key = r.key
     WHERE r.shared_on >= :since AND o.binned_at IS NULL
"""
_GAVE = f"""
    SELECT DISTINCT l.observation_key >> {PLACES}
      FROM observation_person AS l CROSS JOIN observation AS o ON o.key = l.observation_key
     WHERE l.person_key = :key AND l.observation_key >= :first AND o.binned_at IS NULL
       AND NOT o.unconfirmed AND o.kind IN ('feedback_given', 'praise_given')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What is known of one of the team for the rhythm."""

    key: int
    id: PersonId
    name: str
    status: PersonStatus
    cadence: Cadence
    known_since: date
    """The day they were added, or will start if that is later."""
    last_on: date | None
    away: tuple[AwayWindow, ...]
    usual: UsualTime


def team(db: Connection) -> list[Member]:
    """Return who is in the team now, A-Z."""
    windows = away.windows_by_key(db)
    members = []
    for row in db.execute(_TEAM):
        added = moment_of(row["created_at"], row["created_offset"]).date()
        starts = day_of(row["started_on"])
        members.append(
            Member(
                key=row["key"],
                id=PersonId(UUID(bytes=row["id"])),
                name=row["display_name"],
                status=PersonStatus(row["status"]),
                cadence=Cadence(row["cadence"]),
                known_since=max(added, starts) if starts else added,
                last_on=day_of(row["last_one_on_one"]),
                away=windows.get(row["key"], ()),
                usual=away.usual_of(row["usual_day"], row["usual_at"]),
            )
        )
    return members


def last_times(db: Connection, person: PersonId) -> LastTimes:
    """Return when I last thanked, stretched and helped somebody (S10); PersonNotFoundError."""
    key = person_keys(db, [person])[person]
    said = db.execute(_THANKED, {"key": key}).fetchone()
    thanked = [_newest(db, key, Kind.PRAISE_GIVEN), day_of(said[0]) if said else None]
    return LastTimes(
        thanked_on=max(filter(None, thanked), default=None),
        stretched_on=_newest(db, key, Kind.GROWTH),
        helped_on=_newest(db, key, Kind.SUPPORT_GIVEN),
    )


def told_on(db: Connection, person: PersonId, since: date) -> set[date]:
    """Return the days since one on which somebody was told something (M02).

    A win or a concern counts on the day it was said, feedback and praise on the day they were
    given; PersonNotFoundError.
    """
    key = person_keys(db, [person])[person]
    said = db.execute(_TOLD, {"key": key, "since": since.isoformat()})
    days = {date.fromisoformat(row[0]) for row in said}
    gave = db.execute(_GAVE, {"key": key, "first": first_key(since)})
    return days | {date.fromordinal(row[0]) for row in gave}


def _newest(db: Connection, key: int, kind: Kind) -> date | None:
    """Return the day of the newest note of a kind about somebody, by their number."""
    row = db.execute(_NEWEST, {"key": key, "kind": kind.value}).fetchone()
    return day_of_key(row[0]) if row else None
