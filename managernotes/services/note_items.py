"""Notes as the items behind a list or a number: their first line, whom they are about, a day."""

from __future__ import annotations

from collections.abc import Sequence

from managernotes.domain.metric import Item, ItemSort
from managernotes.domain.observation import TimelineRow
from managernotes.storage import note_reading
from managernotes.storage.month_notes import DatedNote
from managernotes.vault.connection import Connection


def note_items(
    db: Connection, notes: Sequence[DatedNote], *, are_open: bool = False
) -> tuple[Item, ...]:
    """Return the items of these notes in their order, each with the day that counts."""
    return tuple(item for _, item in with_items(db, notes, are_open=are_open))


def with_items(
    db: Connection, notes: Sequence[DatedNote], *, are_open: bool = False
) -> list[tuple[DatedNote, Item]]:
    """Return each of these notes with its item; one erased meanwhile is left out."""
    rows = note_reading.rows_with_keys(db, [note.key for note in notes])
    known = ((note, rows[note.key]) for note in notes if note.key in rows)
    return [(note, _item(note, row, is_open=are_open)) for note, row in known]


def _item(note: DatedNote, row: TimelineRow, *, is_open: bool) -> Item:
    return Item(
        sort=ItemSort.NOTE,
        id=row.id,
        person=row.people[0] if row.people else None,
        text=row.headline,
        on=note.on,
        is_open=is_open,
        is_restricted=row.restricted,
    )
