"""Lines that become promises: “Dana hand-over posted, from Mon 30 Nov”, “I move the call by Fri”.

The first word says who: I, or a name as it is known; after that comes what, and by when. A line
may begin with a mark instead of a name: `+` agreed, `!` I owe, `>` their words, `?` check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from managernotes.domain.folding import folded
from managernotes.domain.identity import PersonId
from managernotes.domain.promise import PromiseOwner
from managernotes.text.capture_people import NamedPerson
from managernotes.text.promise_days import FoundDay, find_day


class LineMark(StrEnum):
    """What a line is, by the mark it begins with."""

    PLAIN = ""
    AGREED = "+"
    I_OWE = "!"
    THEIR_WORDS = ">"
    CHECK = "?"


PROMISED = frozenset({LineMark.AGREED, LineMark.I_OWE})
"""Among notes only these lines are promises; in a field for agreements plain ones are, too."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in the whole text, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """One line that says something, read as a promise."""

    line: Span
    """The line without the blanks around it, its mark included."""
    mark: LineMark
    owner: PromiseOwner
    people: tuple[PersonId, ...]
    """Who was named as the owner; empty for mine, and for “she”, “they” and nobody named."""
    name: Span | None
    """Where the owner is named, to be coloured."""
    text: str
    """What is promised, without owner and day."""
    due_on: date | None
    due: Span | None


_MARKS = "".join(mark.value for mark in LineMark)
_MARKED = re.compile(rf"[{re.escape(_MARKS)}](?=\s|@?[^\W\d_]|[\"“„‘'])")
"""A mark stands before a blank or right before a word; `+1` is text."""
_ME = frozenset({"i", "i'll", "i’ll", "we", "we'll", "we’ll", "me"})
_SOMEBODY = frozenset({"she", "he", "they", "she'll", "he'll", "they'll"})
_WORD = re.compile(r"[^\s,:;]+")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\band\b)\s*", re.IGNORECASE)
_MOST_WORDS_OF_A_NAME = 4
_AROUND = " \t,;:–—-"


def read_lines(text: str, people: Sequence[NamedPerson], today: date) -> tuple[PromiseLine, ...]:
    """Read every line that says something; days are those ahead of `today`, the day of the talk."""
    names = _names(people)
    return tuple(_read(line, at, names, today) for line, at in _lines(text))


def promised_lines(
    text: str, people: Sequence[NamedPerson], today: date
) -> tuple[PromiseLine, ...]:
    """Return those lines of notes that are promises, by their mark."""
    return tuple(line for line in read_lines(text, people, today) if line.mark in PROMISED)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield every line that says more than its mark, without blanks around it, and where."""
    at = 0
    for whole in text.splitlines(keepends=True):
        line = whole.strip()
        if line.lstrip(_MARKS).strip():
            yield line, at + whole.index(line)
        at += len(whole)


def _read(line: str, at: int, names: Mapping[str, PersonId], today: date) -> PromiseLine:
    mark = LineMark(line[0]) if _MARKED.match(line) else LineMark.PLAIN
    begins = len(line) - len(line[len(mark.value) :].lstrip())
    owner, people, until = _owner(line, begins, names)
    if mark is LineMark.I_OWE:
        owner, people = PromiseOwner.ME, ()
    day = find_day(line[until:], today)
    due = Span(at + until + day.start, at + until + day.end) if day else None
    return PromiseLine(
        line=Span(at, at + len(line)),
        mark=mark,
        owner=owner,
        people=people,
        name=Span(at + begins, at + until) if until > begins else None,
        text=_what(line[until:], day),
        due_on=day.on if day else None,
        due=due,
    )


def _owner(
    line: str, begins: int, names: Mapping[str, PersonId]
) -> tuple[PromiseOwner, tuple[PersonId, ...], int]:
    """Return who the line begins with, and where what they promise begins."""
    first = _WORD.match(line, begins)
    if first is not None and first[0].casefold() in _ME:
        return PromiseOwner.ME, (), first.end()
    if first is not None and first[0].casefold().replace("’", "'") in _SOMEBODY:
        return PromiseOwner.THEM, (), first.end()
    named: list[PersonId] = []
    until = at = begins
    while found := _name_at(line, at, names):
        who, until = found
        named.append(who)
        between = _BETWEEN_NAMES.match(line, until)
        if between is None:
            break
        at = between.end()
    return PromiseOwner.THEM, tuple(dict.fromkeys(named)), until


def _name_at(line: str, at: int, names: Mapping[str, PersonId]) -> tuple[PersonId, int] | None:
    """Return whose name stands at a place, the longest that is known, and where it ends."""
    ends: list[int] = []
    place = at
    while len(ends) < _MOST_WORDS_OF_A_NAME and (word := _WORD.match(line, place)):
        ends.append(word.end())
        place = word.end() + 1 if line[word.end() : word.end() + 1] == " " else len(line)
    for end in reversed(ends):
        who = names.get(folded(line[at:end].removeprefix("@")))
        if who is not None:
            return who, end
    return None


def _names(people: Sequence[NamedPerson]) -> dict[str, PersonId]:
    """Return everybody by full name, alias and each word of the name that nobody shares."""
    whole: dict[str, PersonId] = {}
    words: dict[str, PersonId] = {}
    shared: set[str] = set()
    for person in people:
        whole[folded(person.display_name)] = person.id
        if person.alias:
            whole[folded(person.alias)] = person.id
        for word in dict.fromkeys(folded(person.display_name).split()):
            if word in words:
                shared.add(word)
            words[word] = person.id
    return {word: who for word, who in words.items() if word not in shared} | whole


def _what(rest: str, day: FoundDay | None) -> str:
    """Return what is promised, without a day that stands at its end, as a sentence begins."""
    ends_with_day = day is not None and not rest[day.end :].strip(" .!;")
    said = rest[: day.start] if day is not None and ends_with_day else rest
    said = said.strip(_AROUND)
    return said[:1].upper() + said[1:]
