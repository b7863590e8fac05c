"""What the footer says about a note: when it happened, when it was written, how long it is."""

from __future__ import annotations

from datetime import date

from managernotes_ui.common.dates import DateWords, days_later
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.note_reading import OpenNote
from managernotes_ui.shell.footer_line import FooterItem


def footer_of(
    read: OpenNote, word_count: int, dates: DateWords, today: date
) -> list[FooterItem | str]:
    """Return the items; what was written or changed late stands out (INV-03)."""
    note = read.note
    happened = strings.happened(dates.weekday_and_day(note.occurred_on, today))
    written = strings.written(dates.weekday_and_day(note.created_at.date(), today))
    last = dates.moment(note.updated_at, today)
    after = [FooterItem(strings.AFTER_SHARING, strong=True)] if read.changed_after_sharing else []
    return [
        happened,
        written,
        FooterItem(days_later(note.days_late), strong=note.days_late > 0),
        strings.versions(read.versions, last[:1].lower() + last[1:]),
        *after,
        strings.words(word_count),
    ]
