"""Earlier versions of people, kept beside those of notes."""

from __future__ import annotations

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Cadence, NewPerson, Person, PersonRevision, PersonStatus
from managernotes.storage import revisions
from managernotes.storage.revisions import KeptRevision
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection


def keep(db: Connection, person: Person) -> None:
    """Keep a person as they stand, before they are changed."""
    body = {
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
    revisions.keep(db, person.id, KeptRevision(person.revision, person.updated_at, body))


def kept(db: Connection, identity: PersonId) -> list[PersonRevision]:
    """Return the kept versions of a person, newest first."""
    return [_version(version) for version in revisions.kept(db, identity)]


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
