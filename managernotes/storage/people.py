"""SQL for people. Functions take a connection; callers own the transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from managernotes.domain.identity import DeviceId, PersonId
from managernotes.domain.person import Cadence, Person, PersonOverview, PersonStatus
from managernotes.domain.record_chain import Act
from managernotes.errors import PersonNotFoundError
from managernotes.storage import person_versions, roles
from managernotes.storage.lists import id_list
from managernotes.storage.note_keys import day_of_key
from managernotes.storage.stamps import day_of, day_text, milliseconds, moment_of, offset_minutes
from managernotes.text.capture_people import comparable
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_COLUMNS = """
    p.id, p.display_name, p.alias, r.title AS role, p.team, p.level, p.started_on,
    p.manager_since, p.status, p.cadence, p.recognition_pref, p.works_best, p.aims,
    p.created_at, p.created_offset, p.updated_at, p.updated_offset, p.revision
"""
_SELECT = f"SELECT {_COLUMNS} FROM person AS p LEFT JOIN role AS r ON r.key = p.role_key"
_ALL = f"{_SELECT} WHERE p.binned_at IS NULL ORDER BY p.folded_name, p.id"
_BINNED = f"{_SELECT} WHERE p.binned_at IS NOT NULL ORDER BY p.folded_name, p.id"
_ONE = f"{_SELECT} WHERE p.id = :id"
_IS_BINNED = "SELECT binned_at IS NOT NULL FROM person WHERE id = :id"

LAST_ONE_ON_ONE = """
    (SELECT max(c.held_on)
       FROM conversation_person AS l CROSS JOIN conversation AS c ON c.key = l.conversation_key
      WHERE l.person_key = p.key AND c.type IN ('one_on_one', 'first_1on1')
        AND c.held_on IS NOT NULL
        AND c.key NOT IN (SELECT key FROM paper WHERE binned_at IS NOT NULL)) AS last_one_on_one
"""
"""When the last one-to-one with a person `p` was held."""

_OVERVIEW = f"""
    WITH waiting AS MATERIALIZED (
        SELECT l.person_key, count(*) AS notes
          FROM observation AS o INDEXED BY observation_unsaid
               CROSS JOIN observation_person AS l ON l.observation_key = o.key
         WHERE o.share_state = 'unsaid' AND o.binned_at IS NULL
         GROUP BY l.person_key
    )
    SELECT p.id, p.display_name, p.alias, r.title AS role, p.team, p.status,
           ifnull(w.notes, 0) AS unsaid,
           (SELECT l.observation_key
              FROM observation_person AS l CROSS JOIN observation AS o ON o.key = l.observation_key
             WHERE l.person_key = p.key AND o.binned_at IS NULL AND NOT o.unconfirmed
             ORDER BY l.observation_key DESC LIMIT 1) AS last_note,
           {LAST_ONE_ON_ONE}
      FROM person AS p
           LEFT JOIN role AS r ON r.key = p.role_key
           LEFT JOIN waiting AS w ON w.person_key = p.key
     WHERE p.binned_at IS NULL
     ORDER BY p.folded_name, p.id
"""
_VALUES = """
    :id, :display_name, :folded_name, :alias, :folded_alias, :role_key, :team, :level,
    :started_on, :manager_since, :status, :cadence, :recognition_pref, :works_best, :aims
"""
_INSERT = f"""
    INSERT INTO person (
        id, display_name, folded_name, alias, folded_alias, role_key, team, level,
        started_on, manager_since, status, cadence, recognition_pref, works_best, aims,
        created_at, created_offset, updated_at, updated_offset, revision, origin
    ) VALUES ({_VALUES}, :at, :offset, :at, :offset, 1, :origin)
"""
_UPDATE = """
    UPDATE person
       SET display_name = :display_name, folded_name = :folded_name, alias = :alias,
           folded_alias = :folded_alias, role_key = :role_key, team = :team, level = :level,
           started_on = :started_on, manager_since = :manager_since, status = :status,
           cadence = :cadence, recognition_pref = :recognition_pref, works_best = :works_best,
           aims = :aims, updated_at = :at, updated_offset = :offset,
           revision = revision + 1, origin = :origin
     WHERE id = :id
"""
_KEYS = "SELECT id, key FROM person WHERE id IN (SELECT unhex(value) FROM json_each(:ids))"
_IDS = "SELECT key, id FROM person"


def people(db: Connection) -> list[Person]:
    """Return everybody outside the bin, A-Z."""
    return [_person_from(row) for row in db.execute(_ALL)]


def binned_people(db: Connection) -> list[Person]:
    """Return everybody in the bin, A-Z."""
    return [_person_from(row) for row in db.execute(_BINNED)]


def overview(db: Connection) -> list[PersonOverview]:
    """Return a row for everybody outside the bin, A-Z (INV-13)."""
    return [
        PersonOverview(
            id=PersonId(UUID(bytes=row["id"])),
            display_name=row["display_name"],
            alias=row["alias"],
            role=row["role"],
            team=row["team"],
            status=PersonStatus(row["status"]),
            last_one_on_one=day_of(row["last_one_on_one"]),
            last_note_on=day_of_key(row["last_note"]) if row["last_note"] else None,
            unsaid=row["unsaid"],
        )
        for row in db.execute(_OVERVIEW)
    ]


def person(db: Connection, identity: PersonId) -> Person:
    """Return one person, in the bin or not; PersonNotFoundError when erased."""
    row = db.execute(_ONE, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PersonNotFoundError
    return _person_from(row)


def is_binned(db: Connection, identity: PersonId) -> bool:
    """Whether a person is in the bin; PersonNotFoundError when erased."""
    row = db.execute(_IS_BINNED, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PersonNotFoundError
    return bool(row[0])


def insert_person(db: Connection, who: Person, device: DeviceId) -> None:
    """Store a new person, and their role when it is new too."""
    db.execute(_INSERT, _values(db, who, device, who.created_at))
    person_versions.seal(db, person(db, who.id), Act.WRITTEN)


def update_person(db: Connection, who: Person, device: DeviceId, at: datetime, act: Act) -> None:
    """Store what changed about a person, revised or amended; the revision rises by one."""
    db.execute(_UPDATE, _values(db, who, device, at))
    person_versions.seal(db, person(db, who.id), act)


def person_keys(db: Connection, identities: Iterable[PersonId]) -> dict[PersonId, int]:
    """Return the internal numbers of these people; PersonNotFoundError when one is unknown."""
    wanted = set(identities)
    if not wanted:
        return {}
    found = db.execute(_KEYS, {"ids": id_list(wanted)})
    keys = {PersonId(UUID(bytes=row[0])): int(row[1]) for row in found}
    if len(keys) < len(wanted):
        raise PersonNotFoundError
    return keys


def person_ids(db: Connection) -> dict[int, PersonId]:
    """Return everybody's id by internal number."""
    return {row[0]: PersonId(UUID(bytes=row[1])) for row in db.execute(_IDS)}


def _values(db: Connection, who: Person, device: DeviceId, at: datetime) -> dict[str, object]:
    return {
        "id": who.id.bytes,
        "display_name": who.display_name,
        "folded_name": comparable(who.display_name),
        "alias": who.alias,
        "folded_alias": comparable(who.alias) if who.alias else None,
        "role_key": roles.role_key(db, who.role, device, at) if who.role else None,
        "team": who.team,
        "level": who.level,
        "started_on": day_text(who.started_on),
        "manager_since": day_text(who.manager_since),
        "status": who.status.value,
        "cadence": who.cadence.value,
        "recognition_pref": who.recognition_pref,
        "works_best": who.works_best,
        "aims": who.aims,
        "at": milliseconds(at),
        "offset": offset_minutes(at),
        "origin": device.bytes,
    }


def _person_from(row: Row) -> Person:
    return Person(
        id=PersonId(UUID(bytes=row["id"])),
        display_name=row["display_name"],
        alias=row["alias"],
        role=row["role"],
        team=row["team"],
        level=row["level"],
        started_on=day_of(row["started_on"]),
        manager_since=day_of(row["manager_since"]),
        status=PersonStatus(row["status"]),
        cadence=Cadence(row["cadence"]),
        recognition_pref=row["recognition_pref"],
        works_best=row["works_best"],
        aims=row["aims"],
        created_at=moment_of(row["created_at"], row["created_offset"]),
        updated_at=moment_of(row["updated_at"], row["updated_offset"]),
        revision=row["revision"],
    )
