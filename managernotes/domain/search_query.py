"""What a search asks for (DESIGN §4, `search QUERY`).

    words -without "a phrase" begin* person:dana person:"Dana W" kind:win tag:x after:2026-01

All words, phrases and beginnings must be found. A day's filter takes a year, a month, a day, or a
word for a past day (`yesterday`, `mon`, `12mar`). Two readers: one for what was sent, which
refuses what is wrong; one for what is still being typed, which takes what it can.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from managernotes.domain.days import first_day
from managernotes.domain.kind_words import kind_named
from managernotes.domain.observation import Kind
from managernotes.domain.search_terms import FILTERS, Term, split_terms
from managernotes.errors import InvalidInputError

T = TypeVar("T")

MAX_QUERY = 1_000
"""Characters in one query."""

SHORTEST_BEGINNING = 2
"""Letters that a beginning needs; one letter would find nearly every note (PERFORMANCE.md)."""

_NEVER_IN_A_NOTE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """What to look for; all parts together narrow the search.

    Words, phrases, prefixes and `without` are as typed: `on-call` is one word, a phrase may stand
    in `without`. Several kinds mean any of them, and so do several persons; several tags mean
    all. `after` is the first day that counts, `before` the first that no longer does.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    tags: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for; leaving something out is not enough."""
        return replace(self, without=()) == SearchQuery()

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for more than words: a person, a kind, a tag, or days."""
        return bool(self.persons or self.kinds or self.tags or self.after or self.before)


def parse_query(text: str, today: date) -> SearchQuery:
    """Return what a finished search line asks for; InvalidInputError when it is a wrong one."""
    if len(text) > MAX_QUERY:
        raise InvalidInputError(f"A search holds at most {MAX_QUERY:,} characters.", "Shorten it.")
    sought = _Sought(today)
    for term in split_terms(_NEVER_IN_A_NOTE.sub(" ", text)):
        sought.add(term)
    query = sought.query()
    if query.is_empty:
        raise InvalidInputError(
            "There is nothing to search for.",
            "Write a word, a phrase in quotes, or a filter such as person:dana.",
        )
    return query


def parse_typing(text: str, today: date) -> SearchQuery:
    """Return what a search line asks for while it is being typed; never raises.

    The last word, as long as no space follows, is a beginning. What is not yet right is left out.
    """
    sought = _Sought(today)
    for term in split_terms(_NEVER_IN_A_NOTE.sub(" ", text[:MAX_QUERY])):
        for part in _as_far_as_typed(term):
            with suppress(InvalidInputError):
                sought.add(part)
    query = sought.query()
    return SearchQuery() if query.is_empty else query


def _as_far_as_typed(term: Term) -> list[Term]:
    """Return the terms that one stands for while it may still be in the middle of being typed."""
    if term.is_open and not term.key and not term.is_without:
        *whole, last = term.words.split(" ")
        return [
            replace(term, words=" ".join(whole), is_open=False),
            Term(words=f"{last}*"),
        ]
    if term.is_last and not (term.is_quoted or term.key or term.is_without):
        return [replace(term, words=f"{term.words.rstrip('*')}*")]
    return [replace(term, is_open=False)]


class _Sought:
    """Gathers the terms of one query; `add` raises InvalidInputError for a wrong one."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._lists: dict[str, list[str]] = defaultdict(list)
        self._kinds: list[Kind] = []
        self._after: list[date] = []
        self._before: list[date] = []

    def add(self, term: Term) -> None:
        """Take one term in."""
        if term.is_open:
            raise InvalidInputError("A quote is opened and not closed.", 'Write "two words".')
        if term.key:
            self._add_filter(term)
        elif term.is_quoted:
            self._add_words("without" if term.is_without else "phrases", term.words)
        elif term.words.endswith("*"):
            self._add_beginning(term)
        elif term.words == "-":
            raise InvalidInputError("A lone - leaves nothing out.", "Write it before a word: -word")
        else:
            self._add_words("without" if term.is_without else "words", term.words)

    def query(self) -> SearchQuery:
        """Return what was gathered, each part once."""
        return SearchQuery(
            **{name: _once(parts) for name, parts in self._lists.items()},
            kinds=_once(self._kinds),
            after=max(self._after, default=None),
            before=min(self._before, default=None),
        )

    def _add_words(self, name: str, words: str) -> None:
        if any(char.isalnum() for char in words):  # nothing else is in the index
            self._lists[name].append(words.strip())

    def _add_beginning(self, term: Term) -> None:
        beginning = term.words.rstrip("*")
        if term.is_without:
            raise InvalidInputError("A beginning cannot be left out.", "Write the whole word.")
        if sum(char.isalnum() for char in beginning) < SHORTEST_BEGINNING:
            raise InvalidInputError(
                f"A beginning needs {SHORTEST_BEGINNING} letters.", "Write more of the word."
            )
        self._lists["prefixes"].append(beginning)

    def _add_filter(self, term: Term) -> None:
        value = term.words.strip().removeprefix("#" if term.key == "tag" else "")
        if term.key not in FILTERS:
            raise InvalidInputError(
                f"There is no filter “{term.key}:”.",
                f"There are {', '.join(FILTERS)}; put quotes round it to search for the words.",
            )
        if term.is_without or not value:
            raise InvalidInputError(
                f"“{term.key}:” needs a value, and no - before it.", "Write it as person:dana."
            )
        match term.key:
            case "person":
                self._lists["persons"].append(value)
            case "tag":
                self._lists["tags"].append(value)
            case "kind":
                self._kinds.append(kind_named(value))
            case "after":
                self._after.append(first_day(value, self._today))
            case "before":
                self._before.append(first_day(value, self._today))


def _once(parts: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(parts))
