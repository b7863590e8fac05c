"""A believable year in a vault of any size, for trying out and for benchmarks (DESIGN §4).

One seed gives the same people, notes, talks and ids each time; only the vault's own device id, and
the ids of roles, are drawn afresh.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.person import newly_added
from managernotes.errors import InvalidInputError
from managernotes.resources import resource_folder
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_note
from managernotes.services.note_writing import NOTES_AT_ONCE
from managernotes.services.sample_calendar import YEAR
from managernotes.services.sample_grammar import seeded
from managernotes.services.sample_ids import sample_uuid7
from managernotes.services.sample_material import read_material
from managernotes.services.sample_notes import NoteMaker, SampleNote
from managernotes.services.sample_people import Member, make_people
from managernotes.services.sample_talks import TalkMaker
from managernotes.services.workspace import Workspace
from managernotes.storage import note_writing
from managernotes.storage import people as storage_people
from managernotes.storage.note_writing import NoteToStore


class Sample:
    """A year of a team, made up but not yet written; each is written once.

    InvalidInputError for more people than there are names, or for notes about nobody.
    """

    def __init__(self, people: int, notes: int, seed: int, today: date) -> None:
        if people < 1 or notes < 0:
            raise InvalidInputError("A sample needs at least one person.", "Ask for one or more.")
        self._today = today
        self._count = notes
        self._chance = seeded(seed)
        self._talk_chance = seeded(~seed)  # talks may grow, and leave the notes what they are
        self._material = read_material(resource_folder("sample"))
        self._members = make_people(self._material, people, today, self._chance)

    def write(self, workspace: Workspace) -> None:
        """Fill a new vault with the people and notes about the twelve months before today."""
        ledger, chance = workspace.ledger, self._chance
        identities = _store_people(ledger, self._members, self._today, chance)
        told = NoteMaker(self._material, self._members, self._today, chance)
        talks = TalkMaker(self._members, self._today, self._talk_chance)
        _store_notes(ledger, told.notes(self._count), identities, chance, talks)
        talks.write(ledger, identities)


def _store_people(
    ledger: Ledger, members: Sequence[Member], today: date, chance: Random
) -> list[PersonId]:
    """Store everybody as written down when they came, or a year ago if they were there before."""
    identities = []
    first = datetime.combine(today - timedelta(days=YEAR), time(8), UTC)
    with ledger.db.transaction():
        for place, member in enumerate(members):
            came = datetime.combine(member.started_on, time(8), UTC)
            at = max(came, first) + timedelta(minutes=place)
            identity = PersonId(sample_uuid7(at, chance))
            person = newly_added(member.person, identity, at)
            storage_people.insert_person(ledger.db, person, ledger.device)
            identities.append(identity)
    return identities


def _store_notes(
    ledger: Ledger,
    notes: Iterable[SampleNote],
    people: Sequence[PersonId],
    chance: Random,
    talks: TalkMaker,
) -> None:
    def entries() -> Iterator[NoteToStore]:
        for note in notes:
            entry = _entry(note, people, chance)
            talks.hear(entry.id, entry.note, note.about)
            yield entry

    left = entries()
    while batch := list(islice(left, NOTES_AT_ONCE)):
        with ledger.db.transaction():
            note_writing.insert_notes(ledger.db, batch, ledger.device)


def _entry(sample: SampleNote, people: Sequence[PersonId], chance: Random) -> NoteToStore:
    note = replace(sample.note, people=tuple(people[place] for place in sample.about))
    return NoteToStore(
        id=NoteId(sample_uuid7(sample.written_at, chance)),
        note=checked_note(note, sample.written_at),
        created_at=sample.written_at,
    )
