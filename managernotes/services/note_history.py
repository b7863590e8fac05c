"""A note's words over time: saved as they are typed, kept as they were, brought back."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import datetime

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import NoteRevision, NoteText, Observation
from managernotes.domain.preparation import Stale
from managernotes.domain.record_chain import Act
from managernotes.errors import EditConflictError, RevisionNotFoundError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_text
from managernotes.services.open_versions import OpenVersions
from managernotes.services.preparation_standing import fact_changed
from managernotes.storage import note_reading, note_versions, note_writing
from managernotes.storage.note_keys import key_of


class NoteHistory:
    """Saves words and keeps the earlier ones; remembers which versions this session began."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._open_versions = OpenVersions[NoteId]()

    def save_text(self, identity: NoteId, text: NoteText, expected_revision: int) -> Observation:
        """Store a note's words; the ones before are kept unless this session has just typed them.

        EditConflictError, with nothing changed, when the note is no longer the revision that was
        read; InvalidInputError when the words cannot be stored.
        """
        words, now = checked_text(text), self._ledger.now()
        with self._ledger.db.transaction():
            old = note_reading.note(self._ledger.db, identity)
            if old.revision != expected_revision:
                raise EditConflictError
            if words == old.text:
                return old
            goes_on = self._open_versions.go_on(
                identity,
                now=now,
                current=old.revision,
                before=astuple(old.text),
                after=astuple(words),
            )
            return self._write(old, words, now, Act.AMENDED if goes_on else Act.REVISED)

    def bring_back(self, identity: NoteId, revision: int) -> Observation:
        """Make an earlier version's words the present ones, as a new version.

        RevisionNotFoundError when that version is no longer kept.
        """
        earlier = [kept for kept in self.revisions(identity) if kept.revision == revision]
        if not earlier:
            raise RevisionNotFoundError
        words, now = earlier[0].text, self._ledger.now()
        with self._ledger.db.transaction():
            old = note_reading.note(self._ledger.db, identity)
            if words == old.text:
                return old
            self._open_versions.begin(identity, now=now, revision=old.revision + 1)
            return self._write(old, words, now, Act.REVISED)

    def revisions(self, identity: NoteId) -> list[NoteRevision]:
        """Return the versions of a note's words, newest first; the first is the present one."""
        db = self._ledger.db
        present = note_reading.present_version(db, key_of(db, identity))
        return [present, *note_versions.kept(db, identity)]

    def _write(self, old: Observation, words: NoteText, now: datetime, act: Act) -> Observation:
        """Store the words; those before are kept unless they are amended."""
        db, new = self._ledger.db, replace(old, text=words)
        key = key_of(db, old.id)
        if act is Act.REVISED:
            note_versions.keep(db, key, old.id)
        note_writing.update_text(db, key, new, self._ledger.device, now, act=act)
        if words.said != old.text.said:
            fact_changed(self._ledger, key, Stale.FACT_CHANGED)
        return note_reading.note(db, old.id)
