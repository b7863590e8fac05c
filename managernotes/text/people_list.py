"""A pasted list of people, one a line, read as it comes from mail, chat or a spreadsheet (SPEC §7).

Nothing is guessed in silence: whoever pastes sees the outcome at once, and only names, roles and
starting days are taken. Addresses are dropped, and so are pronouns in brackets (INV-01).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from managernotes.domain.person import NewPerson
from managernotes.text.capture_people import comparable
from managernotes.text.people_days import day_of, with_days_joined
from managernotes.text.role_words import is_pronouns, looks_like_a_role, starts_like_a_surname

MOST_LINES = 500
"""Lines that are read; what follows counts as unread."""

_LONGEST = 120
_BULLET = re.compile(r"^\s*(?:[-*+•·–—]|\d{1,3}[.)])\s+")
_ADDRESS = re.compile(r"<[^<>]*>|\(?(?:mailto:)?[^\s<>()@;,]+@[^\s<>()@;,]+\)?", re.IGNORECASE)
_AFTER_ADDRESS = re.compile(r"(?<=>)\s*[;,]\s*")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_EDGES = " \t\"'“”„«»‘.,:;|/"
_JOINERS = "\t\u200c\u200d"
"""Invisible and yet wanted: a spreadsheet's tab, and what shapes Persian and Indic names."""
_HEADINGS = frozenset({"name", "names", "full name", "person", "people"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """What a text was read as: everybody once, A to Z.

    `repeated` counts the lines that named somebody again, `addresses` those that lost an address;
    `unread` are the numbers of the lines, from 1, that gave no name.
    """

    people: tuple[NewPerson, ...] = ()
    repeated: int = 0
    addresses: int = 0
    unread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """One line without its addresses and brackets; `aside` is what stood in brackets."""

    text: str
    aside: str
    had_address: bool


def read_people(text: str, *, month_first: bool = False) -> PeopleList:
    """Read "name", "name; role; day", "surname, name", "name (role)", "name <address>".

    `month_first` says how 3/4/2026 is meant. Never raises: what is no name is counted as unread.
    """
    found: dict[str, NewPerson] = {}
    repeated = addresses = 0
    unread: list[int] = []
    for number, raw in enumerate(text.splitlines(), 1):
        if not raw.strip() or (number == 1 and _is_heading(raw)):
            continue
        for part in _entries(raw) if number <= MOST_LINES else ("",):
            line = _without_address(part)
            person = _person(line, month_first=month_first)
            addresses += line.had_address
            if person is None:
                unread.append(number)
                continue
            key = comparable(person.display_name)
            repeated += key in found
            found[key] = _merged(found[key], person) if key in found else person
    return PeopleList(
        people=tuple(found[key] for key in sorted(found)),
        repeated=repeated,
        addresses=addresses,
        unread=tuple(unread),
    )


def _entries(raw: str) -> Sequence[str]:
    """Split a line of recipients, "a <x@y>; b <z@y>"; any other line is one entry."""
    line = _BULLET.sub("", _printable(raw))
    return _AFTER_ADDRESS.split(line) if line.count("@") > 1 else (line,)


def _printable(raw: str) -> str:
    """Return the line without what cannot be seen; the tab of a spreadsheet stays."""
    shown = unicodedata.normalize("NFC", raw)
    return "".join(
        char for char in shown if char in _JOINERS or unicodedata.category(char)[0] != "C"
    )


def _without_address(entry: str) -> _Line:
    bare = _ADDRESS.sub(" ", entry)
    asides = [next(filter(None, found.groups()), "") for found in _BRACKETS.finditer(bare)]
    aside = next((words for words in map(_tidy, asides) if words and not is_pronouns(words)), "")
    return _Line(_BRACKETS.sub(" ", bare), aside, bare != entry)


def _person(line: _Line, *, month_first: bool) -> NewPerson | None:
    name, rest = _name_and_rest(line)
    days = [day_of(words, month_first=month_first) for words in rest]
    day = next((found for found in days if found is not None), None)
    role = next((words for words, found in zip(rest, days, strict=True) if found is None), "")
    role, day = _from_aside(role, day, line.aside, month_first=month_first)
    too_long = max(len(name), len(role)) > _LONGEST
    if too_long or not comparable(name) or not any(char.isalpha() for char in name):
        return None
    return NewPerson(display_name=name, role=role or None, started_on=day)


def _from_aside(
    role: str, day: date | None, aside: str, *, month_first: bool
) -> tuple[str, date | None]:
    """Let what stood in brackets fill in the role or the day that is missing."""
    in_brackets = day_of(aside, month_first=month_first)
    if in_brackets is not None:
        return role, day or in_brackets
    return role or aside, day


def _name_and_rest(line: _Line) -> tuple[str, list[str]]:
    for separator in (r"[;\t]", r"\s\|\s", r"\s[–—-]\s"):
        parts = [_tidy(part) for part in re.split(separator, line.text)]
        if len(parts) > 1:
            name, beside = _from_commas(parts[0], line)
            return name, [words for words in (*beside, *parts[1:]) if words]
    return _from_commas(line.text, line)


def _from_commas(text: str, line: _Line) -> tuple[str, list[str]]:
    """Tell "surname, name" from "name, role"."""
    parts = [part for part in map(_tidy, with_days_joined(text).split(",")) if part]
    if len(parts) > 1 and _is_surname_first(parts, line):
        parts[:2] = [f"{parts[1]} {parts[0]}"]
    return (parts[0] if parts else ""), parts[1:]


def _is_surname_first(parts: Sequence[str], line: _Line) -> bool:
    first, second = parts[0], parts[1]
    written_small = second[0].islower() and not first[0].islower()
    if written_small or looks_like_a_role(second) or day_of(second) is not None:
        return False
    by_mail = line.had_address and len(parts) == 2  # noqa: PLR2004 - as mail programs write it
    return by_mail or len(first.split()) == 1 or starts_like_a_surname(first)


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(_EDGES)


def _is_heading(raw: str) -> bool:
    return comparable(re.split(r"[;,\t|]", raw)[0]).strip() in _HEADINGS


def _merged(known: NewPerson, again: NewPerson) -> NewPerson:
    return replace(
        known, role=known.role or again.role, started_on=known.started_on or again.started_on
    )
