"""How my rhythm with somebody stands: one-to-ones, feedback, thanks, stretch and help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import PersonId
from managernotes.domain.last_times import LastTimes
from managernotes.practice import rhythm as practice
from managernotes.practice.rhythm import Rhythm
from managernotes.services.ledger import Ledger
from managernotes.storage import rhythm as storage
from managernotes.storage.rhythm import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackWeeks:
    """The last eight weeks, the oldest first (M02)."""

    dots: tuple[bool, ...]
    is_quiet: bool
    """Whether three in a row were empty that were not spent away."""


class RhythmService:
    """Reads days, and judges them by practice/rhythm."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of(self, person: PersonId) -> Rhythm | None:
        """Return how the one-to-ones with somebody stand; None for who is not in the team."""
        member = self._member(person)
        return standing(member, self._ledger.today()) if member else None

    def last_times(self, person: PersonId) -> LastTimes:
        """Return when I last thanked, stretched and helped them (S10); PersonNotFoundError."""
        return storage.last_times(self._ledger.db, person)

    def weeks(self, person: PersonId) -> FeedbackWeeks:
        """Return in which of the last eight weeks they were told something (M02).

        PersonNotFoundError.
        """
        today = self._ledger.today()
        since = practice.first_day_of_dots(today)
        dots = practice.week_dots(storage.told_on(self._ledger.db, person, since), today)
        member = self._member(person)
        quiet = member is not None and practice.is_quiet(dots, member.away, today)
        return FeedbackWeeks(dots=dots, is_quiet=quiet)

    def _member(self, person: PersonId) -> Member | None:
        team = storage.team(self._ledger.db)
        return next((member for member in team if member.id == person), None)


def standing(member: Member, today: date) -> Rhythm:
    """Return how the one-to-ones with one of the team stand on a day."""
    return practice.rhythm(
        cadence=member.cadence,
        status=member.status,
        last_on=member.last_on,
        known_since=member.known_since,
        away=member.away,
        today=today,
    )
