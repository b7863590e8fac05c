"""Notes as the items behind a list or a number: their first line, whom they are about, a day."""

from __future__ import annotations

from collections.abc import Sequence

from managernotes.domain.metric import Item, ItemSort
from managernotes.storage import note_reading
from managernotes.storage.month_notes import DatedNote
from managernotes.vault.connection import Connection


def note_items(
    db: Connection, notes: Sequence[DatedNote], *, are_open: bool = False
) -> tuple[Item, ...]:
    """Return the items of these notes in their order, each with the day that counts."""
    rows = note_reading.rows_by_key(db, [note.key for note in notes])
    return tuple(
        Item(
            sort=ItemSort.NOTE,
            id=row.id,
            person=row.people[0] if row.people else None,
            text=row.headline,
            on=note.on,
            is_open=are_open,
            is_restricted=row.restricted,
        )
        for note, row in zip(notes, rows, strict=True)
    )
