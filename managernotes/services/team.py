"""What is fit to tell the team: only what was marked so, and never a concern (S33)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, Observation, TimelineRow
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.storage import month_notes, note_reading, note_writing
from managernotes.storage.note_keys import key_of


class TeamService:
    """Marks notes, and lists those that were marked."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def mark(self, note: NoteId, *, fit: bool) -> Observation:
        """Say whether a note is fit to tell the team.

        InvalidInputError for a concern; NoteNotFoundError when it is gone.
        """
        db = self._ledger.db
        with db.transaction():
            old = note_reading.note(db, note)
            if fit and old.kind is Kind.CONCERN:
                raise InvalidInputError(
                    "A concern is never told the team; nothing was changed.",
                    "Say it to the person it is about.",
                )
            if old.is_for_team == fit:
                return old
            new, now = replace(old, is_for_team=fit), self._ledger.now()
            note_writing.update_note(db, key_of(db, note), new, self._ledger.device, now)
            return note_reading.note(db, note)

    def fit_to_tell(self, since: date) -> tuple[TimelineRow, ...]:
        """Return what was marked about the days since one, newest first."""
        db = self._ledger.db
        found = month_notes.for_team(db, since, self._ledger.today())
        return tuple(note_reading.rows_by_key(db, [note.key for note in reversed(found)]))
