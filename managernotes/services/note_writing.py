"""Writing notes down, and changing everything about them but their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from itertools import islice, repeat
from typing import Final, Literal

from managernotes.domain.identity import NoteId, PersonId, new_uuid7
from managernotes.domain.observation import (
    Kind,
    NewObservation,
    NoteText,
    Observation,
    ShareState,
    Source,
)
from managernotes.domain.preparation import Stale
from managernotes.domain.share_rules import moved, of_kind
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_day, checked_note, checked_tags
from managernotes.services.preparation_standing import fact_changed, recheck_plans
from managernotes.storage import (
    drafts,
    note_links,
    note_plans,
    note_reading,
    note_tags,
    note_writing,
)
from managernotes.storage.note_keys import key_of
from managernotes.storage.note_writing import NoteToStore
from managernotes.storage.stamps import to_millisecond
from managernotes.text.capture_line import CaptureLine

NOTES_AT_ONCE = 5_000
"""Notes in one transaction of a bulk addition: other programs wait about a second at most."""


class _Same(Enum):
    SAME = "same"


SAME: Final = _Same.SAME
"""In a change: leave the day to come back to as it is; None takes it away."""


class NoteWriting:
    """Adds notes and changes their facts: each call one transaction, index included."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def capture(self, line: CaptureLine, *, draft: str = "") -> Observation:
        """Store what a capture line says; with `draft`, empty that slot in the same transaction.

        So no kill leaves the draft of a stored note, and none a lost line. Raises as `add` does.
        """
        entry = self._entry(
            NewObservation(
                text=NoteText(fact=line.text),
                kind=line.kind,
                people=line.people,
                occurred_on=line.occurred_on,
                come_back_on=line.come_back_on,
                tags=line.tags,
            )
        )
        with self._ledger.db.transaction():
            if draft:
                drafts.drop(self._ledger.db, draft)
            return self._inserted(entry)

    def add(self, note: NewObservation) -> Observation:
        """Store a new note; InvalidInputError or PersonNotFoundError when it cannot be."""
        entry = self._entry(note)
        with self._ledger.db.transaction():
            return self._inserted(entry)

    def add_many(
        self,
        notes: Iterable[NewObservation],
        made_at: Iterable[datetime] | None = None,
    ) -> list[NoteId]:
        """Store many notes, 5,000 to a transaction; return their ids in the same order.

        `made_at` holds the moment each was written, for a sample; a note of one's own is written
        now, whenever it happened (INV-03). The first note that is refused ends the work: those
        of the transactions before are stored.
        """
        written: list[NoteId] = []
        left = zip(notes, repeat(self._ledger.now()), strict=False)
        if made_at is not None:
            left = zip(notes, made_at, strict=True)
        while batch := list(islice(left, NOTES_AT_ONCE)):
            entries = [_entry(note, to_millisecond(moment)) for note, moment in batch]
            with self._ledger.db.transaction():
                note_writing.insert_notes(self._ledger.db, entries, self._ledger.device)
            written += [entry.id for entry in entries]
        return written

    def change(  # noqa: PLR0913  one for each thing about a note that can change
        self,
        identity: NoteId,
        *,
        kind: Kind | None = None,
        occurred_on: date | None = None,
        come_back_on: date | Literal[_Same.SAME] | None = SAME,
        people: Sequence[PersonId] | None = None,
        tags: Sequence[str] | None = None,
        source: Source | None = None,
        share_state: ShareState | None = None,
    ) -> Observation:
        """Change what is named, leave the rest; changing nothing makes no new revision.

        InvalidInputError for a day to come, a word that is no tag, or a step that the share
        state does not allow; NoteNotFoundError or PersonNotFoundError when one is gone.
        """
        today = self._ledger.today()
        with self._ledger.db.transaction():
            old = note_reading.note(self._ledger.db, identity)
            new = replace(
                of_kind(old, kind) if kind else old,
                occurred_on=checked_day(occurred_on, today) if occurred_on else old.occurred_on,
                come_back_on=old.come_back_on if come_back_on is SAME else come_back_on,
                people=old.people if people is None else tuple(dict.fromkeys(people)),
                tags=old.tags if tags is None else checked_tags(tags),
                source=source or old.source,
            )
            return self._store(old, moved(new, share_state, today) if share_state else new)

    def mark_shared(self, identity: NoteId, on: date) -> Observation:
        """Note that the person heard it on a day; InvalidInputError when the kind never waits."""
        with self._ledger.db.transaction():
            old = note_reading.note(self._ledger.db, identity)
            day = checked_day(on, self._ledger.today())
            return self._store(old, moved(old, ShareState.SHARED, day))

    def link(self, one: NoteId, other: NoteId) -> None:
        """Link two notes, so that each names the other."""
        if one == other:
            raise InvalidInputError("A note cannot be linked to itself.", "Choose another note.")
        db = self._ledger.db
        with db.transaction():
            note_links.link(db, key_of(db, one), key_of(db, other))

    def unlink(self, one: NoteId, other: NoteId) -> None:
        """Undo the link between two notes."""
        db = self._ledger.db
        with db.transaction():
            note_links.unlink(db, key_of(db, one), key_of(db, other))

    def tags(self) -> list[str]:
        """Return the tags in use, A-Z."""
        return note_tags.tags_in_use(self._ledger.db)

    def _entry(self, note: NewObservation) -> NoteToStore:
        return _entry(note, self._ledger.now())

    def _inserted(self, entry: NoteToStore) -> Observation:
        note_writing.insert_notes(self._ledger.db, [entry], self._ledger.device)
        return note_reading.note(self._ledger.db, entry.id)

    def _store(self, old: Observation, new: Observation) -> Observation:
        """Store what differs and return the note as it now is."""
        if new == old:
            return old
        db, now = self._ledger.db, self._ledger.now()
        key = key_of(db, old.id)
        note_writing.update_note(db, key, new, self._ledger.device, now)
        note_plans.follow(db, old, new)
        if new.people != old.people:
            note_writing.set_people(db, key, new.people)
        if new.tags != old.tags:
            note_tags.replace(db, key, new.tags)
        if new.occurred_on != old.occurred_on:
            key = note_writing.move_to_day(db, key, new.occurred_on)
        if _as_fact(new) != _as_fact(old):
            fact_changed(self._ledger, key, Stale.FACT_CHANGED)
        elif new.share_state is not old.share_state:
            recheck_plans(self._ledger)
        return note_reading.note(db, old.id)


def _as_fact(note: Observation) -> tuple[object, ...]:
    """Return what a hard talk that stands on the note goes by, beside its words (INV-09)."""
    return note.kind, note.occurred_on, note.people, note.source


def _entry(note: NewObservation, made_at: datetime) -> NoteToStore:
    return NoteToStore(NoteId(new_uuid7(made_at)), checked_note(note, made_at), made_at)
