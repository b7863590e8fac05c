"""SQL for timelines: the notes of one person or of everybody, newest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from managernotes.domain.observation import Kind
from managernotes.domain.timeline import (
    Cursor,
    NoteFilter,
    TimelineOutline,
    TimelinePage,
)
from managernotes.storage.note_keys import PLACES, day_of_key, key_of
from managernotes.storage.note_reading import rows_by_key
from managernotes.storage.note_selection import Selection, select_notes
from managernotes.vault.connection import Connection


def page(db: Connection, wanted: NoteFilter, limit: int, before: Cursor | None) -> TimelinePage:
    """Return up to `limit` rows after the cursor; NoteNotFoundError when its note is gone."""
    selection = select_notes(db, wanted)
    if selection is None:
        return TimelinePage((), None)
    params = {
        **selection.params,
        "before": key_of(db, before) if before else None,
        "limit": limit + 1,
    }
    keys = [row[0] for row in db.execute(page_sql(selection, after_cursor=bool(before)), params)]
    rows = tuple(rows_by_key(db, keys[:limit]))
    return TimelinePage(rows, rows[-1].id if rows and len(keys) > limit else None)


def page_sql(selection: Selection, *, after_cursor: bool) -> str:
    """Return the statement behind a page: numbers only, so that no words are read before LIMIT."""
    cursor = f"AND {selection.key} < :before" if after_cursor else ""
    return f"""
        SELECT {selection.key} FROM {selection.source}
         WHERE {selection.where} {cursor}
         ORDER BY {selection.key} DESC LIMIT :limit
    """


def outline(db: Connection, wanted: NoteFilter) -> TimelineOutline:
    """Return every row's id, day and kind."""
    selection = select_notes(db, wanted)
    if selection is None:
        return TimelineOutline(())
    sql = f"""
        SELECT o.id, o.key >> {PLACES}, o.kind FROM {selection.source}
         WHERE {selection.where} ORDER BY {selection.key} DESC
    """
    return TimelineOutline((row[0], row[1], row[2]) for row in db.execute(sql, selection.params))


def counts_by_month(db: Connection, wanted: NoteFilter) -> Mapping[date, Mapping[Kind, int]]:
    """Return how many notes of each kind there are, by the first day of their month.

    Those that wait for a look do not count.
    """
    found: defaultdict[date, Counter[Kind]] = defaultdict(Counter)
    selection = select_notes(db, wanted)
    if selection is None:
        return found
    sql = f"""
        SELECT o.key >> {PLACES} AS day, o.kind, count(*) FROM {selection.source}
         WHERE {selection.where} AND NOT o.unconfirmed GROUP BY day, o.kind
    """
    for day, kind, notes in db.execute(sql, selection.params):
        found[date.fromordinal(day).replace(day=1)][Kind(kind)] += notes
    return found


def first_day(db: Connection, wanted: NoteFilter) -> date | None:
    """Return the day of the oldest wanted note."""
    selection = select_notes(db, wanted)
    if selection is None:
        return None
    sql = f"SELECT min({selection.key}) FROM {selection.source} WHERE {selection.where}"
    key = db.execute(sql, selection.params).fetchone()[0]
    return None if key is None else day_of_key(key)


def count(db: Connection, wanted: NoteFilter) -> int:
    """Return how many notes are wanted."""
    selection = select_notes(db, wanted)
    if selection is None:
        return 0
    sql = f"SELECT count(*) FROM {selection.source} WHERE {selection.where}"
    return int(db.execute(sql, selection.params).fetchone()[0])
