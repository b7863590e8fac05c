"""A note's words over time: saved as they are typed, kept as they were, brought back."""

from __future__ import annotations

from dataclasses import asdict, replace

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import NoteRevision, NoteText, Observation
from managernotes.domain.revision_rule import OpenVersion, amends
from managernotes.errors import EditConflictError, RevisionNotFoundError
from managernotes.services.desk import Desk
from managernotes.services.note_rules import checked_text
from managernotes.storage import note_reading, note_writing, revisions
from managernotes.storage.note_keys import key_of
from managernotes.storage.revisions import KeptRevision


class NoteHistory:
    """Saves words and keeps the earlier ones; remembers which versions this session began."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open: dict[NoteId, OpenVersion] = {}

    def save_text(self, identity: NoteId, text: NoteText, expected_revision: int) -> Observation:
        """Store a note's words; the ones before are kept unless this session has just typed them.

        EditConflictError, with nothing changed, when the note is no longer the revision that was
        read; InvalidInputError when the words cannot be stored.
        """
        words = checked_text(text)
        with self._desk.db.transaction():
            old = note_reading.note(self._desk.db, identity)
            if old.revision != expected_revision:
                raise EditConflictError
            return self._save(old, words, amending=True)

    def bring_back(self, identity: NoteId, revision: int) -> Observation:
        """Make an earlier version's words the present ones, as a new version.

        RevisionNotFoundError when that version is no longer kept.
        """
        earlier = [kept for kept in self.revisions(identity) if kept.revision == revision]
        if not earlier:
            raise RevisionNotFoundError
        with self._desk.db.transaction():
            old = note_reading.note(self._desk.db, identity)
            return self._save(old, earlier[0].text, amending=False)

    def revisions(self, identity: NoteId) -> list[NoteRevision]:
        """Return the versions of a note's words, newest first; the first is the present one."""
        db = self._desk.db
        present = note_reading.present_version(db, key_of(db, identity))
        return [present, *map(_version, revisions.kept(db, identity))]

    def _save(self, old: Observation, words: NoteText, *, amending: bool) -> Observation:
        if words == old.text:
            return old
        db, now = self._desk.db, self._desk.now()
        key, revision = key_of(db, old.id), old.revision + 1
        version = self._open.get(old.id)
        if not (
            amending
            and amends(version, now=now, current=old.revision, before=old.text, after=words)
        ):
            present = note_reading.present_version(db, key)
            body = asdict(present.text)
            revisions.keep(db, old.id, KeptRevision(present.revision, present.saved_at, body))
            version = OpenVersion(began_at=now, revision=revision)
        note_writing.update_text(db, key, replace(old, text=words), self._desk.device, now)
        assert version is not None
        self._open[old.id] = replace(version, revision=revision)
        return note_reading.note(db, old.id)


def _version(kept: KeptRevision) -> NoteRevision:
    return NoteRevision(revision=kept.revision, saved_at=kept.saved_at, text=NoteText(**kept.body))
