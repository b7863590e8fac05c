"""SQL that stores and changes notes. Functions take a connection; callers own the transaction.

The search index follows by trigger, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from managernotes.domain.identity import DeviceId, NoteId, PersonId
from managernotes.domain.observation import NewObservation, NoteText, Observation
from managernotes.storage import note_tags
from managernotes.storage.note_keys import allot_keys
from managernotes.storage.people import person_keys
from managernotes.storage.stamps import day_text, milliseconds, offset_minutes
from managernotes.vault.connection import Connection

_INSERT = """
    INSERT INTO observation (
        key, id, kind, occurred_on, come_back_on, share_state, shared_on, source, sensitivity,
        created_at, created_offset, updated_at, updated_offset, revision, origin
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
"""
_INSERT_TEXT = """
    INSERT INTO observation_text (
        key, revision, saved_at, saved_offset,
        title, fact, effect, my_reading, source_detail, tags
    ) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_PERSON = """
    INSERT INTO observation_person (person_key, observation_key, position) VALUES (?, ?, ?)
"""
_DELETE_PEOPLE = "DELETE FROM observation_person WHERE observation_key = :key"
_UPDATE_TEXT = """
    UPDATE observation_text
       SET revision = :revision, saved_at = :at, saved_offset = :offset, title = :title,
           fact = :fact, effect = :effect, my_reading = :my_reading, source_detail = :source_detail
     WHERE key = :key
"""
_UPDATE = """
    UPDATE observation
       SET kind = :kind, come_back_on = :come_back_on, share_state = :share_state,
           shared_on = :shared_on, planned_for = :planned_for, source = :source,
           binned_at = :binned_at, updated_at = :at, updated_offset = :offset,
           revision = revision + 1, origin = :origin
     WHERE key = :key
"""
_MOVE = "UPDATE observation SET key = :new, occurred_on = :day WHERE key = :key"


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
    db.executemany(_INSERT, [_row(*pair, device) for pair in zip(keys, notes, strict=True)])
    db.executemany(_INSERT_TEXT, [_text_row(*pair) for pair in zip(keys, notes, strict=True)])
    people = [
        (known[person], key, position)
        for key, entry in zip(keys, notes, strict=True)
        for position, person in enumerate(entry.note.people)
    ]
    db.executemany(_INSERT_PERSON, people)
    note_tags.attach(db, [(key, entry.note.tags) for key, entry in zip(keys, notes, strict=True)])


def update_text(db: Connection, key: int, text: NoteText, revision: int, at: datetime) -> None:
    """Replace a note's words, which are now those of this revision."""
    db.execute(
        _UPDATE_TEXT,
        {
            "key": key,
            "revision": revision,
            "at": milliseconds(at),
            "offset": offset_minutes(at),
            "title": text.title,
            "fact": text.fact,
            "effect": text.effect,
            "my_reading": text.my_reading,
            "source_detail": text.source_detail,
        },
    )


def update_note(
    db: Connection, key: int, note: Observation, device: DeviceId, at: datetime
) -> None:
    """Store everything about a note that can change, but its words, day, people and tags.

    Its revision rises by one, whatever stands in the value.
    """
    db.execute(
        _UPDATE,
        {
            "key": key,
            "kind": note.kind.value,
            "come_back_on": day_text(note.come_back_on),
            "share_state": note.share_state and note.share_state.value,
            "shared_on": day_text(note.shared_on),
            "planned_for": day_text(note.planned_for),
            "source": note.source.value,
            "binned_at": note.binned_at and milliseconds(note.binned_at),
            "at": milliseconds(at),
            "offset": offset_minutes(at),
            "origin": device.bytes,
        },
    )


def move_to_day(db: Connection, key: int, day: date) -> int:
    """Give a note its place in another day; return its new number. Links and index follow."""
    [new] = allot_keys(db, [day])
    db.execute(_MOVE, {"key": key, "new": new, "day": day.isoformat()})
    return new


def set_people(db: Connection, key: int, people: Sequence[PersonId]) -> None:
    """Replace the people a note is about, in the order given."""
    known = person_keys(db, people)
    db.execute(_DELETE_PEOPLE, {"key": key})
    db.executemany(
        _INSERT_PERSON, [(known[person], key, place) for place, person in enumerate(people)]
    )


def _row(key: int, entry: NoteToStore, device: DeviceId) -> tuple[object, ...]:
    note, at, offset = entry.note, milliseconds(entry.created_at), offset_minutes(entry.created_at)
    return (
        key,
        entry.id.bytes,
        note.kind.value,
        note.occurred_on.isoformat(),
        day_text(note.come_back_on),
        note.share_state and note.share_state.value,
        day_text(note.shared_on),
        note.source.value,
        note.sensitivity.value,
        at,
        offset,
        at,
        offset,
        device.bytes,
    )


def _text_row(key: int, entry: NoteToStore) -> tuple[object, ...]:
    text, at = entry.note.text, entry.created_at
    return (
        key,
        milliseconds(at),
        offset_minutes(at),
        text.title,
        text.fact,
        text.effect,
        text.my_reading,
        text.source_detail,
        " ".join(entry.note.tags),
    )
