"""Throwing notes away: into the bin for 30 days, or for good (DESIGN §3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Observation
from managernotes.domain.preparation import Stale
from managernotes.services.ledger import Ledger
from managernotes.services.overdue import IN_THE_BIN, has_old_in_bin
from managernotes.services.preparation_standing import fact_changed, recheck_plans
from managernotes.services.talk_plans import TalkPlans
from managernotes.storage import bin as storage_bin
from managernotes.storage import note_reading, note_writing, person_papers
from managernotes.storage.note_keys import key_of
from managernotes.storage.papers import key_of as key_of_paper


class NoteBin:
    """Moves notes to the bin and back, and erases them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def bin(self, identity: NoteId) -> None:
        """Move a note to the bin; it leaves lists and search, and nothing of it is lost."""
        self._set_binned(identity, self._ledger.now())

    def restore(self, identity: NoteId) -> None:
        """Take a note out of the bin."""
        self._set_binned(identity, None)

    def binned(self) -> list[Observation]:
        """Return the notes in the bin, the latest thrown away first."""
        return note_reading.binned_notes(self._ledger.db)

    def erase(self, identity: NoteId) -> None:
        """Remove a note for good, with its versions, drafts, links and words in the index.

        The index is written anew: 2 s among 100,000 notes, 0.3 s among 10,000.
        """
        db = self._ledger.db
        with db.transaction():
            fact_changed(self._ledger, key_of(db, identity), Stale.FACT_GONE)
            storage_bin.erase_notes(db, [identity], self._ledger.now())
            recheck_plans(self._ledger)

    def empty_bin(self, older_than: timedelta = IN_THE_BIN) -> int:
        """Erase what has been in the bin for longer; return how much went: notes, papers, people.

        What belongs to a person on hold stays, and so does a person with notes left (INV-20).
        """
        db, now = self._ledger.db, self._ledger.now()
        limit = now - older_than
        if not has_old_in_bin(self._ledger, older_than):
            return 0
        with db.transaction():
            notes = storage_bin.old_notes(db, limit)
            if notes:
                storage_bin.erase_notes(db, notes, now)
            papers = person_papers.old(db, limit)
            for paper in papers:
                TalkPlans(self._ledger).release(key_of_paper(db, paper))
            person_papers.erase(db, papers, now)
            people = storage_bin.old_people(db, limit)
            for person in people:
                storage_bin.erase_person(db, person, now)
        return len(notes) + len(papers) + len(people)

    def _set_binned(self, identity: NoteId, at: datetime | None) -> None:
        db = self._ledger.db
        with db.transaction():
            old = note_reading.note(db, identity)
            if (old.binned_at is None) != (at is None):
                new = replace(old, binned_at=at)
                key = key_of(db, identity)
                note_writing.update_note(db, key, new, self._ledger.device, self._ledger.now())
                if at is not None:
                    fact_changed(self._ledger, key, Stale.FACT_GONE)
