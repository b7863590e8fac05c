"""When somebody is away, without a reason (INV-02), and when the two of them usually talk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from managernotes.domain.away import AwayWindow, UsualTime, in_order
from managernotes.domain.identity import PersonId
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.storage import away

_SUNDAY = 6


class AwayService:
    """Keeps days away and usual days; each change one transaction.

    Every method raises PersonNotFoundError when the person was erased.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def windows(self, person: PersonId) -> tuple[AwayWindow, ...]:
        """Return their times away, by day."""
        return away.windows(self._ledger.db, person)

    def set_windows(
        self, person: PersonId, windows: Iterable[tuple[date, date]]
    ) -> tuple[AwayWindow, ...]:
        """Replace their times away, first and last day each; those that touch become one.

        InvalidInputError when one ends before it begins.
        """
        kept = in_order(windows)
        db = self._ledger.db
        with db.transaction():
            away.set_windows(db, person, kept)
        return kept

    def usual(self, person: PersonId) -> UsualTime:
        """Return when the two of them usually talk."""
        return away.usual(self._ledger.db, person)

    def set_usual(self, person: PersonId, weekday: int | None, at: time | None = None) -> None:
        """Keep when the two of them usually talk; weekday 0 is Monday, None no usual day.

        InvalidInputError for any other number, or for an hour without a day.
        """
        if weekday is not None and not 0 <= weekday <= _SUNDAY:
            raise InvalidInputError("A week has seven days.", "Choose Monday to Sunday.")
        if weekday is None and at is not None:
            raise InvalidInputError("An hour needs a day of the week.", "Choose the day too.")
        db = self._ledger.db
        with db.transaction():
            away.set_usual(db, person, UsualTime(weekday, at))
