"""Where my attention went in the last sixty days (M12)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from managernotes.domain.attention import AttentionRow
from managernotes.practice import attention as practice
from managernotes.services.ledger import Ledger
from managernotes.storage import attention as storage
from managernotes.storage import rhythm
from managernotes.storage.rhythm import Member
from managernotes.vault.connection import Connection


class AttentionService:
    """Counts notes and talks; compares nobody."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def rows(self, today: date | None = None) -> tuple[AttentionRow, ...]:
        """Return one line for each of the team, A-Z (INV-13)."""
        db, day = self._ledger.db, today or self._ledger.today()
        return attention_rows(db, rhythm.team(db), day)


def attention_rows(db: Connection, team: Iterable[Member], today: date) -> tuple[AttentionRow, ...]:
    """Return the lines of some people, in their order."""
    since = practice.first_day(today)
    notes, talks = storage.notes_since(db, since), storage.talks_since(db, since)
    return tuple(
        AttentionRow(
            person=member.id,
            name=member.name,
            notes=notes.get(member.key, 0),
            talks=talks.get(member.key, 0),
            is_quiet=practice.is_quiet(
                notes.get(member.key, 0),
                talks.get(member.key, 0),
                status=member.status,
                known_since=member.known_since,
                away=member.away,
                today=today,
            ),
        )
        for member in team
    )
