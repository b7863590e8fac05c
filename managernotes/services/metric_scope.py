"""Whom a metric is read over: everybody in the team, or one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from managernotes.domain.away import AwayWindow, is_away
from managernotes.domain.identity import PersonId
from managernotes.domain.person import PersonStatus
from managernotes.practice.metrics.recency_share import year_until
from managernotes.services.ledger import Ledger
from managernotes.storage import evidence_notes, rhythm
from managernotes.storage.month_notes import DatedNote
from managernotes.storage.rhythm import Member
from managernotes.vault.connection import Connection

MOST: Final = 60
"""Notes behind one number that are listed; the rest is "n more"."""


class MetricScope:
    """The open vault, the day, and the people, A-Z; what several metrics want is read once."""

    def __init__(
        self, db: Connection, today: date, team: Sequence[Member], only: Member | None = None
    ) -> None:
        self.db = db
        self.today = today
        self.team = tuple(team)
        self.only = only
        """The one it is read over; None: all of them."""
        self._evidence: Mapping[int, Sequence[DatedNote]] | None = None

    @property
    def key(self) -> int | None:
        """The number of the one it is read over."""
        return self.only.key if self.only else None

    @property
    def person(self) -> PersonId | None:
        """The one it is read over."""
        return self.only.id if self.only else None

    def evidence(self) -> Mapping[int, Sequence[DatedNote]]:
        """Return the evidence of twelve months about each person, by number, newest first."""
        if self._evidence is None:
            period = year_until(self.today)
            self._evidence = evidence_notes.evidence(self.db, period.first, period.last)
        return self._evidence

    def away_of(self, person: PersonId | None) -> Sequence[AwayWindow]:
        """Return when somebody was away."""
        member = self._member(person)
        return member.away if member else ()

    def name_of(self, person: PersonId | None) -> str:
        """Return the name that A-Z goes by."""
        member = self._member(person)
        return member.name if member else ""

    def is_there(self, person: PersonId | None) -> bool:
        """Whether somebody is in the team and not away: only then a question is fair."""
        member = self._member(person)
        return member is not None and is_there(member, self.today)

    def _member(self, person: PersonId | None) -> Member | None:
        return next((member for member in self.team if member.id == person), None)


def is_there(member: Member, today: date) -> bool:
    """Whether one of the team is not away."""
    return member.status is not PersonStatus.AWAY and not is_away(member.away, today)


def whole_team(ledger: Ledger) -> MetricScope:
    """Return the scope of everybody in the team now."""
    return MetricScope(ledger.db, ledger.today(), tuple(rhythm.team(ledger.db)))


def one_person(ledger: Ledger, person: PersonId) -> MetricScope | None:
    """Return the scope of one of the team; None for whoever is not in it."""
    found = [member for member in rhythm.team(ledger.db) if member.id == person]
    return MetricScope(ledger.db, ledger.today(), tuple(found), found[0]) if found else None
