"""What is asked of the search index: its own language, written so that no word can break it.

And that it forgets: a deleted word stays in the index until its parts are merged
(SECURITY-DESIGN, finding 8). FTS5 can clear it away at once ('secure-delete'), but then saving a
note takes fifteen times as long (36 instead of 2 ms of work among 100,000 notes). So saving leaves
it to time, like an earlier version of the note, and erasing merges everything.
"""

from __future__ import annotations

from collections.abc import Iterable

from managernotes.domain.search_query import SearchQuery
from managernotes.vault.connection import Connection

_MERGE_ALL = "INSERT INTO observation_search (observation_search) VALUES ('optimize')"


def wanted_expression(query: SearchQuery) -> str:
    """Return the index's expression for the words a note must have; empty when there are none.

    A word without a letter or digit means nothing to the index and is left out.
    """
    parts = [_quoted(words) for words in _searchable((*query.words, *query.phrases))]
    parts += [f"{_quoted(word)} *" for word in _searchable(query.prefixes)]
    return " ".join(parts)


def unwanted_expression(query: SearchQuery) -> str:
    """Return the index's expression for the words a note must not have; empty for none."""
    return " OR ".join(_quoted(words) for words in _searchable(query.without))


def match_expression(query: SearchQuery) -> str:
    """Return the whole expression; empty when no word is wanted."""
    wanted, unwanted = wanted_expression(query), unwanted_expression(query)
    return f"({wanted}) NOT ({unwanted})" if wanted and unwanted else wanted


def forget_deleted_words(db: Connection) -> None:
    """Write the index anew without anything that was deleted; 2 s for 100,000 notes."""
    db.execute(_MERGE_ALL)


def _searchable(words: Iterable[str]) -> list[str]:
    return [word for word in words if any(char.isalnum() for char in word)]


def _quoted(words: str) -> str:
    storable = words.encode("utf-8", "replace").decode().replace("\0", " ")
    return '"' + storable.replace('"', '""') + '"'
