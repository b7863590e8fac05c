"""Earlier versions of a note's words, kept before they are changed."""

from __future__ import annotations

from dataclasses import asdict

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import NoteRevision, NoteText
from managernotes.storage import note_reading, revisions
from managernotes.storage.revisions import KeptRevision
from managernotes.vault.connection import Connection

_SALT = "SELECT salt FROM observation_record WHERE key = :key"


def keep(db: Connection, key: int, identity: NoteId) -> None:
    """Keep a note's words as they stand, with their seal's salt."""
    present = note_reading.present_version(db, key)
    salt = db.execute(_SALT, {"key": key}).fetchone()[0]
    version = KeptRevision(present.revision, present.saved_at, asdict(present.text))
    revisions.keep(db, identity, version, salt)


def kept(db: Connection, identity: NoteId) -> list[NoteRevision]:
    """Return the kept versions of a note's words, newest first."""
    return [_version(version) for version in revisions.kept(db, identity)]


def _version(kept: KeptRevision) -> NoteRevision:
    return NoteRevision(revision=kept.revision, saved_at=kept.saved_at, text=NoteText(**kept.body))
