"""The filters in a search line: where they stand, and what is wrong with them (DESIGN §4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from managernotes.domain.search_query import parse_query
from managernotes.domain.search_terms import FILTERS
from managernotes.errors import ManagerNotesError
from managernotes.text.capture_line import NamedPerson
from managernotes.text.capture_people import find_person

_QUOTED = r'["“„][^"“”„]*["“”]'
_FILTER = re.compile(rf"(?<!\S)({'|'.join(FILTERS)}):({_QUOTED}|[^\s\"“”„]+)(?!\S)", re.IGNORECASE)
_PIECE = re.compile(r'[^\s"“”„]*["“„][^"“”„]*["“”]?|\S+')
_ANY_WORD = "anything"


@dataclass(frozen=True, slots=True)
class FilterToken:
    """One filter of a line: its place, its letters, its key, and the value without quotes."""

    start: int
    end: int
    letters: str
    key: str
    value: str


def filter_tokens(text: str) -> tuple[FilterToken, ...]:
    """Return the filters that a line holds, right or wrong."""
    return tuple(
        FilterToken(
            found.start(), found.end(), found[0], found[1].casefold(), found[2].strip('"“”„')
        )
        for found in _FILTER.finditer(text)
    )


def without_filters(text: str, keys: Iterable[str]) -> str:
    """Return a line without the filters of some keys."""
    gone = frozenset(keys)
    for token in reversed(filter_tokens(text)):
        if token.key in gone:
            text = text[: token.start] + text[token.end :].removeprefix(" ")
    return text.strip()


def finished_part(text: str) -> str:
    """Return a line without the term that may still be in the middle of being typed."""
    pieces = list(_PIECE.finditer(text))
    if pieces and pieces[-1].end() == len(text):
        return text[: pieces[-1].start()]
    return text


def problem_in(
    text: str,
    today: date,
    people: Sequence[NamedPerson],
    name_behind: Callable[[str], str] = str,
) -> ManagerNotesError | None:
    """Return what is wrong with a line, or None; to look for nothing yet is not wrong.

    `name_behind` tells whom initials stand for in discreet mode.
    """
    try:
        parse_query(f"{text} {_ANY_WORD}", today)
        for token in filter_tokens(text):
            if token.key == "person":
                find_person(name_behind(token.value), people)
    except ManagerNotesError as error:
        return error
    return None


def is_somebody(name: str, people: Sequence[NamedPerson]) -> bool:
    """Whether a name means exactly one person."""
    try:
        find_person(name, people)
    except ManagerNotesError:
        return False
    return True
