"""Earlier versions of people, kept beside those of notes."""

from __future__ import annotations

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Cadence, NewPerson, Person, PersonRevision, PersonStatus
from managernotes.domain.record_chain import Act, Change, new_salt, words_digest
from managernotes.storage import record_chain, revisions
from managernotes.storage.revisions import KeptRevision
from managernotes.storage.stamps import day_of, day_text, stamp
from managernotes.vault.connection import Connection

_SALT = "SELECT salt FROM person WHERE id = :id"
_KEEP_SALT = "UPDATE person SET salt = :salt WHERE id = :id"


def seal(db: Connection, person: Person, act: Act) -> None:
    """Append to the record what a person now is, as they are read back."""
    salt = new_salt()
    db.execute(_KEEP_SALT, {"id": person.id.bytes, "salt": salt})
    digest = words_digest(salt, _body(person), stamp(person.created_at), stamp(person.updated_at))
    record_chain.append(db, [Change(act, person.id.bytes, person.revision, digest)])


def keep(db: Connection, person: Person) -> None:
    """Keep a person as they stand, before they are changed."""
    salt = db.execute(_SALT, {"id": person.id.bytes}).fetchone()[0]
    version = KeptRevision(person.revision, person.updated_at, _body(person))
    revisions.keep(db, person.id, version, salt)


def kept(db: Connection, identity: PersonId) -> list[PersonRevision]:
    """Return the kept versions of a person, newest first."""
    return [_version(version) for version in revisions.kept(db, identity)]


def _body(person: Person) -> dict[str, str | None]:
    return {
        "display_name": person.display_name,
        "alias": person.alias,
        "role": person.role,
        "team": person.team,
        "level": person.level,
        "started_on": day_text(person.started_on),
        "manager_since": day_text(person.manager_since),
        "status": person.status.value,
        "cadence": person.cadence.value,
        "recognition_pref": person.recognition_pref,
        "works_best": person.works_best,
        "aims": person.aims,
    }


def _version(version: KeptRevision) -> PersonRevision:
    body = version.body
    return PersonRevision(
        revision=version.revision,
        saved_at=version.saved_at,
        person=NewPerson(
            display_name=body["display_name"],
            alias=body["alias"],
            role=body["role"],
            team=body["team"],
            level=body["level"],
            started_on=day_of(body["started_on"]),
            manager_since=day_of(body["manager_since"]),
            status=PersonStatus(body["status"]),
            cadence=Cadence(body["cadence"]),
            recognition_pref=body["recognition_pref"],
            works_best=body["works_best"],
            aims=body["aims"],
        ),
    )
