"""SQL for the way out: the bin, what may leave it, and erasing for good (DESIGN §3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from managernotes.domain.identity import DeviceId, NoteId, PersonId
from managernotes.domain.record_chain import Act, Change
from managernotes.storage import (
    answers,
    drafts,
    note_tags,
    people,
    person_papers,
    person_versions,
    record_chain,
    revisions,
)
from managernotes.storage.stamps import milliseconds, offset_minutes
from managernotes.vault.connection import Connection

_ERASE_NOTE = "DELETE FROM observation WHERE id = :id"
_ERASE_PERSON = "DELETE FROM person WHERE id = :id"
_TOMBSTONE = """
    INSERT INTO erased (record_id, erased_at) VALUES (:id, :at) ON CONFLICT DO NOTHING
"""
# The notes about this person and nobody else that went to the bin at one moment, or never.
_NOTES_OF = """
    SELECT o.key FROM person AS p
      JOIN observation_person AS l ON l.person_key = p.key
      JOIN observation AS o ON o.key = l.observation_key
     WHERE p.id = :id AND o.binned_at IS :was AND NOT EXISTS (
        SELECT 1 FROM observation_person AS other
         WHERE other.observation_key = l.observation_key AND other.person_key <> p.key
     )
"""
_SIGN_NOTES = f"""
    UPDATE observation_record
       SET updated_at = :at, updated_offset = :offset, revision = revision + 1, origin = :origin
     WHERE key IN ({_NOTES_OF})
"""
_MOVE_NOTES = f"UPDATE observation SET binned_at = :becomes WHERE key IN ({_NOTES_OF})"
_MOVE_PERSON = """
    UPDATE person
       SET binned_at = :becomes, updated_at = :at, updated_offset = :offset,
           revision = revision + 1, origin = :origin
     WHERE id = :id
"""
_WHEN_BINNED = "SELECT binned_at FROM person WHERE id = :id"
# A hold stops every purge (INV-20).
_OLD_NOTES = """
    SELECT o.id FROM observation AS o
     WHERE o.binned_at < :before
       AND NOT EXISTS (
        SELECT 1 FROM observation_person AS l JOIN person AS p ON p.key = l.person_key
         WHERE l.observation_key = o.key AND p.hold = 1
     )
"""
# A person goes only when nothing is left that is about them: never a silent deletion (INV-20).
_OLD_PEOPLE = """
    SELECT p.id FROM person AS p
     WHERE p.binned_at < :before AND p.hold = 0
       AND NOT EXISTS (SELECT 1 FROM observation_person WHERE person_key = p.key)
       AND NOT EXISTS (SELECT 1 FROM conversation_person WHERE person_key = p.key)
       AND NOT EXISTS (SELECT 1 FROM promise_person WHERE person_key = p.key)
       AND NOT EXISTS (SELECT 1 FROM topic WHERE person_key = p.key)
       AND NOT EXISTS (SELECT 1 FROM thread WHERE person_key = p.key)
"""


def erase_notes(db: Connection, identities: Iterable[NoteId], at: datetime) -> None:
    """Remove notes for good: words, index, links, tags no other note has, versions, drafts.

    The answers to them go too.
    """
    identities = tuple(identities)
    answers.erase_of(db, identities, at)
    for identity in identities:
        db.execute(_ERASE_NOTE, {"id": identity.bytes})
        _forget(db, identity, at)
    note_tags.prune(db)


def erase_person(db: Connection, identity: PersonId, at: datetime) -> None:
    """Remove a person for good, with their earlier versions, drafts and papers; notes stay."""
    [key] = people.person_keys(db, [identity]).values()
    person_papers.erase_with(db, key, at)
    db.execute(_ERASE_PERSON, {"id": identity.bytes})
    _forget(db, identity, at)


def bin_person(db: Connection, identity: PersonId, device: DeviceId, at: datetime) -> list[int]:
    """Move a person to the bin, with the notes and papers about nobody else.

    Returns the numbers of those papers.
    """
    return _move_person(db, identity, device, at, was=None, becomes=milliseconds(at))


def restore_person(db: Connection, identity: PersonId, device: DeviceId, at: datetime) -> list[int]:
    """Take a person out of the bin, with the notes and papers that went there with them.

    Returns the numbers of those papers.
    """
    was = db.execute(_WHEN_BINNED, {"id": identity.bytes}).fetchone()[0]
    return _move_person(db, identity, device, at, was=was, becomes=None)


def old_notes(db: Connection, before: datetime) -> list[NoteId]:
    """Return the notes that were thrown away before a moment and may go."""
    found = db.execute(_OLD_NOTES, {"before": milliseconds(before)})
    return [NoteId(UUID(bytes=row[0])) for row in found]


def old_people(db: Connection, before: datetime) -> list[PersonId]:
    """Return the people who were thrown away before a moment and may go."""
    found = db.execute(_OLD_PEOPLE, {"before": milliseconds(before)})
    return [PersonId(UUID(bytes=row[0])) for row in found]


def _move_person(  # noqa: PLR0913  who signs, when, and both moments
    db: Connection,
    identity: PersonId,
    device: DeviceId,
    at: datetime,
    *,
    was: int | None,
    becomes: int | None,
) -> list[int]:
    values = {
        "id": identity.bytes,
        "was": was,
        "becomes": becomes,
        "at": milliseconds(at),
        "offset": offset_minutes(at),
        "origin": device.bytes,
    }
    for statement in (_SIGN_NOTES, _MOVE_NOTES, _MOVE_PERSON):
        db.execute(statement, values)
    person_versions.seal(db, people.person(db, identity), Act.AMENDED)
    [key] = people.person_keys(db, [identity]).values()
    return person_papers.move(db, key, device, at, was=was, becomes=becomes)


def _forget(db: Connection, record: UUID, at: datetime) -> None:
    revisions.forget(db, record)
    record_chain.append(db, [Change(Act.ERASED, record.bytes, 0)])
    drafts.drop_for(db, record)
    db.execute(_TOMBSTONE, {"id": record.bytes, "at": milliseconds(at)})
