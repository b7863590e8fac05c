"""SQL that stores and changes notes. Functions take a connection; callers own the transaction.

The search index follows by trigger, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from managernotes.domain.identity import DeviceId, NoteId, PersonId
from managernotes.domain.observation import Kind, NewObservation, NoteText, Observation
from managernotes.domain.record_chain import Act, Change, new_salt, words_digest
from managernotes.storage import note_tags, record_chain
from managernotes.storage.note_keys import allot_keys
from managernotes.storage.people import person_keys
from managernotes.storage.stamps import day_text, milliseconds, offset_minutes, stamp
from managernotes.vault.connection import Connection

_INSERT = """
    INSERT INTO observation (key, id, kind, share_state, come_back_on, unconfirmed)
    VALUES (?, ?, ?, ?, ?, ?)
"""
_INSERT_RECORD = """
    INSERT INTO observation_record (
        key, created_at, created_offset, updated_at, updated_offset, revision, origin, shared_on,
        kept_back, change_seen_on, source, sensitivity, text_revision, text_saved_at,
        text_saved_offset, title, fact, effect, my_reading, source_detail, tags, salt
    ) VALUES (
        ?1, ?2, ?3, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?2,
        ?3, ?10, ?11, ?12, ?13, ?14, ?15, ?16
    )
"""
_INSERT_PERSON = """
    INSERT INTO observation_person (person_key, observation_key, position) VALUES (?, ?, ?)
"""
_DELETE_PEOPLE = "DELETE FROM observation_person WHERE observation_key = :key"
_UPDATE_TEXT = """
    UPDATE observation_record
       SET text_revision = revision, text_saved_at = updated_at,
           text_saved_offset = updated_offset, title = :title, fact = :fact, effect = :effect,
           my_reading = :my_reading, source_detail = :source_detail, salt = :salt
     WHERE key = :key
    RETURNING revision
"""
_UPDATE = """
    UPDATE observation
       SET kind = :kind, share_state = :share_state, come_back_on = :come_back_on,
           binned_at = :binned_at, unconfirmed = :unconfirmed
     WHERE key = :key
"""
_UPDATE_RECORD = """
    UPDATE observation_record
       SET shared_on = :shared_on, planned_for = :planned_for, source = :source,
           planned_in = (SELECT key FROM paper WHERE id = :planned_in),
           said_in = (SELECT key FROM paper WHERE id = :said_in),
           kept_back = :kept_back, change_seen_on = :change_seen_on,
           is_for_team = :is_for_team, updated_at = :at, updated_offset = :offset,
           revision = revision + 1, origin = :origin
     WHERE key = :key
"""
_MOVE = "UPDATE observation SET key = :new WHERE key = :key"


@dataclass(frozen=True, slots=True)
class NoteToStore:
    """A new note with all that is decided about it before it is stored."""

    id: NoteId
    note: NewObservation
    created_at: datetime


def insert_notes(db: Connection, notes: Sequence[NoteToStore], device: DeviceId) -> None:
    """Store new notes, with their people and tags; PersonNotFoundError for an unknown person.

    Day by day, whatever order they come in: the search index writes itself out every time a
    number falls below the one before.
    """
    notes = sorted(notes, key=lambda entry: entry.note.occurred_on)
    keys = allot_keys(db, [entry.note.occurred_on for entry in notes])
    mentioned = {person for entry in notes for person in entry.note.people}
    known = person_keys(db, mentioned)
    db.executemany(_INSERT, [_row(*pair) for pair in zip(keys, notes, strict=True)])
    salts = [new_salt() for _ in notes]
    records = [_record(*each, device) for each in zip(keys, notes, salts, strict=True)]
    db.executemany(_INSERT_RECORD, records)
    people = [
        (known[person], key, position)
        for key, entry in zip(keys, notes, strict=True)
        for position, person in enumerate(entry.note.people)
    ]
    db.executemany(_INSERT_PERSON, people)
    note_tags.attach(db, [(key, entry.note.tags) for key, entry in zip(keys, notes, strict=True)])
    record_chain.append(db, [_written(*each) for each in zip(notes, salts, strict=True)])


def update_note(
    db: Connection, key: int, note: Observation, device: DeviceId, at: datetime
) -> None:
    """Store everything about a note that can change, but its words, day, people and tags.

    Its revision rises by one, whatever stands in the value.
    """
    state = note.share_state and note.share_state.value
    binned_at = note.binned_at and milliseconds(note.binned_at)
    db.execute(
        _UPDATE,
        {
            "key": key,
            "kind": note.kind.value,
            "share_state": state,
            "come_back_on": day_text(note.come_back_on),
            "binned_at": binned_at,
            "unconfirmed": note.unconfirmed,
        },
    )
    db.execute(
        _UPDATE_RECORD,
        {
            "key": key,
            "shared_on": day_text(note.shared_on),
            "planned_for": day_text(note.planned_for),
            "planned_in": note.planned_in and note.planned_in.bytes,
            "said_in": note.said_in and note.said_in.bytes,
            "kept_back": note.kept_back and note.kept_back.value,
            "change_seen_on": day_text(note.change_seen_on),
            "is_for_team": note.is_for_team and note.kind is not Kind.CONCERN,
            "source": note.source.value,
            "at": milliseconds(at),
            "offset": offset_minutes(at),
            "origin": device.bytes,
        },
    )


def update_text(  # noqa: PLR0913  what is stored, who signs, and what to call it
    db: Connection, key: int, note: Observation, device: DeviceId, at: datetime, *, act: Act
) -> None:
    """Store the words of a note too, revised or amended; they are those of its next revision."""
    update_note(db, key, note, device, at)
    words, salt = _words(note.text), new_salt()
    [row] = db.execute(_UPDATE_TEXT, {"key": key, "salt": salt, **words}).fetchall()
    digest = words_digest(salt, words, stamp(note.created_at), stamp(at))
    record_chain.append(db, [Change(act, note.id.bytes, row[0], digest)])


def move_to_day(db: Connection, key: int, day: date) -> int:
    """Give a note its place in another day; return its new number. Links and index follow."""
    [new] = allot_keys(db, [day])
    db.execute(_MOVE, {"key": key, "new": new})
    return new


def set_people(db: Connection, key: int, people: Sequence[PersonId]) -> None:
    """Replace the people a note is about, in the order given."""
    known = person_keys(db, people)
    db.execute(_DELETE_PEOPLE, {"key": key})
    db.executemany(
        _INSERT_PERSON, [(known[person], key, place) for place, person in enumerate(people)]
    )


def _row(key: int, entry: NoteToStore) -> tuple[object, ...]:
    note = entry.note
    state = note.share_state and note.share_state.value
    come_back_on = day_text(note.come_back_on)
    return (key, entry.id.bytes, note.kind.value, state, come_back_on, note.unconfirmed)


def _record(key: int, entry: NoteToStore, salt: bytes, device: DeviceId) -> tuple[object, ...]:
    note = entry.note
    return (
        key,
        milliseconds(entry.created_at),
        offset_minutes(entry.created_at),
        device.bytes,
        day_text(note.shared_on),
        note.kept_back and note.kept_back.value,
        day_text(note.change_seen_on),
        note.source.value,
        note.sensitivity.value,
        *_words(note.text).values(),
        " ".join(note.tags),
        salt,
    )


def _written(entry: NoteToStore, salt: bytes) -> Change:
    made = stamp(entry.created_at)
    digest = words_digest(salt, _words(entry.note.text), made, made)
    return Change(Act.WRITTEN, entry.id.bytes, 1, digest)


def _words(text: NoteText) -> dict[str, str]:
    return {
        "title": text.title,
        "fact": text.fact,
        "effect": text.effect,
        "my_reading": text.my_reading,
        "source_detail": text.source_detail,
    }
