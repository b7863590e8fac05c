"""SQL that hands out what was written in no order, for a search whether it lies readable."""

from __future__ import annotations

import json
from collections.abc import Iterator

from managernotes.vault.connection import Connection

_SOME_NOTES = """
    SELECT title, fact, effect, my_reading, source_detail, tags FROM observation_record
     WHERE key IN (SELECT key FROM observation ORDER BY random() LIMIT :most)
"""
_SOME_PAPERS = "SELECT words FROM paper ORDER BY random() LIMIT :most"
_PEOPLE = "SELECT display_name, alias, team FROM person"


def some_notes(db: Connection, most: int) -> Iterator[str]:
    """Yield the words of notes taken at random."""
    for row in db.execute(_SOME_NOTES, {"most": most}).fetchall():
        yield " ".join(row)


def some_papers(db: Connection, most: int) -> Iterator[str]:
    """Yield the words of talks, promises and other papers taken at random, private ones too."""
    for row in db.execute(_SOME_PAPERS, {"most": most}).fetchall():
        written = json.loads(row[0])
        yield " ".join(text for text in written.values() if isinstance(text, str))


def names(db: Connection) -> Iterator[str]:
    """Yield what people and teams are called."""
    for row in db.execute(_PEOPLE).fetchall():
        yield from (name for name in row if name)
