"""What may leave the vault for a calendar: days, and nothing of what they are for."""

from __future__ import annotations

from datetime import UTC, date

from managernotes.exchange.calendar_file import CalendarEntry, calendar_file
from managernotes.services.ledger import Ledger
from managernotes.storage.days_ahead import days_to_look_again


class CalendarService:
    """Makes calendar files; writing them is the front end's."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def follow_ups(self, until: date) -> bytes:
        """Return the days from today on which a talk or a thread is to be looked at again."""
        found = days_to_look_again(self._ledger.db, self._ledger.today(), until)
        entries = [CalendarEntry(record, day) for record, day in found]
        return calendar_file(entries, self._ledger.now().astimezone(UTC))
