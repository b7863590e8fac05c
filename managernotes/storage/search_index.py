"""What is asked of the search index: its own language, so written that no word can break it."""

from __future__ import annotations

from collections.abc import Iterable

from managernotes.domain.search_query import SearchQuery


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


def _searchable(words: Iterable[str]) -> list[str]:
    return [word for word in words if any(char.isalnum() for char in word)]


def _quoted(words: str) -> str:
    storable = words.encode("utf-8", "replace").decode().replace("\0", " ")
    return '"' + storable.replace('"', '""') + '"'
