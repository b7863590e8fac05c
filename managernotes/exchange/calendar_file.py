"""Days to look again as a calendar file (RFC 5545), without a word of the vault.

A calendar lies open on other machines, so an entry holds a neutral title and a day, and nothing
else: no name, no sort of talk, no text. Its identity is a digest, so that a later file replaces
the entry it made before, while no id of the vault, and no moment that is in one, leaves it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

TITLE: Final = "Follow-up"
"""What every entry is called."""

_PRODUCT: Final = "-//Manager Notes//Calendar//EN"
_UID_BYTES: Final = 16
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A day to look again, for a record of the vault."""

    record: UUID
    on: date


def calendar_file(entries: Iterable[CalendarEntry], made_at: datetime) -> bytes:
    """Return the file, entries by day; `made_at` is the only moment in it."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for entry in sorted(entries, key=lambda one: (one.on, one.record)):
        event = Event()
        event.add("uid", f"{_identity(entry.record)}@managernotes.invalid")
        event.add("dtstamp", made_at)
        event.add("summary", TITLE)
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + _ONE_DAY)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _identity(record: UUID) -> str:
    return hashlib.blake2b(record.bytes, digest_size=_UID_BYTES, person=b"calendar").hexdigest()
