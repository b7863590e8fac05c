"""SQL for tags: words without regard to case and accents, kept as they were first written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from managernotes.domain.folding import folded
from managernotes.storage.lists import value_list
from managernotes.vault.connection import Connection

_ADD = "INSERT INTO tag (name, folded) VALUES (?, ?) ON CONFLICT (folded) DO NOTHING"
_KEYS = """
    SELECT folded, key FROM tag WHERE folded IN (SELECT value FROM json_each(:words))
"""
_ATTACH = "INSERT INTO observation_tag (tag_key, observation_key, position) VALUES (?, ?, ?)"
_DETACH = "DELETE FROM observation_tag WHERE observation_key = :key"
_INDEX = "UPDATE observation_record SET tags = :tags WHERE key = :key"
_PRUNE = """
    DELETE FROM tag
     WHERE NOT EXISTS (SELECT 1 FROM observation_tag WHERE tag_key = tag.key)
"""
_IN_USE = """
    SELECT name FROM tag
     WHERE EXISTS (
        SELECT 1 FROM observation_tag AS t JOIN observation AS o ON o.key = t.observation_key
         WHERE t.tag_key = tag.key AND o.binned_at IS NULL
     )
     ORDER BY folded
"""


def attach(db: Connection, notes: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Give each note, by its number, its tags in the order given; the index is the caller's."""
    by_word = {folded(tag): tag for _, tags in notes for tag in reversed(tags)}
    if not by_word:
        return
    db.executemany(_ADD, [(tag, word) for word, tag in by_word.items()])
    keys = tag_keys(db, by_word)
    db.executemany(
        _ATTACH,
        [(keys[folded(tag)], key, n) for key, tags in notes for n, tag in enumerate(tags)],
    )


def replace(db: Connection, key: int, tags: Sequence[str]) -> None:
    """Give a note other tags, in the index too, and forget those that no note has any more."""
    db.execute(_DETACH, {"key": key})
    attach(db, [(key, tags)])
    db.execute(_INDEX, {"key": key, "tags": " ".join(tags)})
    prune(db)


def prune(db: Connection) -> None:
    """Forget the tags that no note has any more."""
    db.execute(_PRUNE)


def tag_keys(db: Connection, words: Iterable[str]) -> dict[str, int]:
    """Return the numbers of the tags that exist, by their folded words."""
    return {row[0]: row[1] for row in db.execute(_KEYS, {"words": value_list(words)})}


def tags_in_use(db: Connection) -> list[str]:
    """Return the tags of all notes outside the bin, A-Z."""
    return [row[0] for row in db.execute(_IN_USE)]
