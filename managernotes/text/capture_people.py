"""Who is meant by a name: exact, never guessed (DESIGN §4).

A name is an alias, a full name, or the beginning of any word of a full name (it may run on into
the next words), without regard to case and accents. The stronger likeness wins: alias or full
name before whole words, whole words before a beginning; an alias or full name first, because
nobody else can be called so, and its owner could otherwise never be named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Protocol

from managernotes.domain.folding import folded
from managernotes.domain.identity import PersonId
from managernotes.errors import AmbiguousPersonError, NotFoundError, UnknownPersonError
from managernotes.text.capture_tokens import QUOTES

MOST_CANDIDATES = 8
"""At most so many people are offered for one name."""

_LONGEST_SHOWN = 60
WORD_EDGES = " -'’.()"
"""After any of these a word of a name begins."""
_NO_QUOTES = str.maketrans("", "", QUOTES)
_FIRST_WORDS = re.compile(r"\W*([\w ]+)")


class NamedPerson(Protocol):
    """What the capture line needs to know of a person."""

    @property
    def id(self) -> PersonId:
        """The identity that a note is filed under."""
        ...

    @property
    def display_name(self) -> str:
        """The full name."""
        ...

    @property
    def alias(self) -> str | None:
        """The short name the manager gave, if any."""
        ...


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome of looking for a name: one person, or several to choose from, or nobody.

    With `is_known` false, `people` are not meant by the name, only offered in its place.
    """

    people: tuple[NamedPerson, ...]
    is_known: bool

    @property
    def person(self) -> NamedPerson | None:
        """The one person meant, when it is exactly one."""
        return self.people[0] if self.is_known and len(self.people) == 1 else None

    def refusal(self, wanted: str) -> NotFoundError:
        """Return the error for a name that means nobody or several people."""
        shown = wanted if len(wanted) <= _LONGEST_SHOWN else f"{wanted[:_LONGEST_SHOWN]}…"
        names = tuple(person.display_name for person in self.people[:MOST_CANDIDATES])
        if self.is_known:
            return AmbiguousPersonError(shown, names)
        return UnknownPersonError(shown, names)


class Names:
    """The people's names, made ready once for comparing many times."""

    def __init__(self, people: Sequence[NamedPerson]) -> None:
        self._entries = sorted(
            (
                _Entry(
                    person,
                    comparable(without_quotes(person.display_name)),
                    comparable(without_quotes(person.alias or "")),
                )
                for person in people
            ),
            key=lambda entry: (entry.name, str(entry.person.id)),
        )

    def match(self, name: str) -> Match:
        """Return who is meant by a name, and who could be instead."""
        wanted = comparable(name)
        if not wanted:
            return Match((), is_known=False)
        strengths = [(entry.likeness(wanted), entry.person) for entry in self._entries]
        strongest = max((strength for strength, _ in strengths), default=_UNLIKE)
        if strongest > _UNLIKE:
            same = tuple(person for strength, person in strengths if strength == strongest)
            return Match(same, is_known=True)
        return Match(self._near(name, wanted), is_known=False)

    def suggested(self, typed: str) -> tuple[NamedPerson, ...]:
        """Return whom a half-typed name may become, the nearest first, then A-Z.

        Near to far: the name begins so, a word of it, the alias; from two letters on also the
        middle of a word (look/04: “ar” offers Carvalho), which is offered but never understood.
        """
        wanted = comparable(typed)
        found = [(entry.nearness(wanted), entry.person) for entry in self._entries]
        found.sort(key=itemgetter(0))
        return tuple(person for nearness, person in found if nearness < _FAR)

    def _near(self, name: str, wanted: str) -> tuple[NamedPerson, ...]:
        """Return whom the first words of an unknown name mean: “dana,” offers Dana."""
        words = _FIRST_WORDS.match(name)
        if words is None or comparable(words[1]) == wanted:
            return ()
        return self.match(words[1]).people


_EXACT, _WHOLE_WORDS, _BEGINNING, _UNLIKE = 3, 2, 1, 0
_FAR = 4
_SHORTEST_INSIDE = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    person: NamedPerson
    name: str
    alias: str

    def likeness(self, wanted: str) -> int:
        """Return how well a name fits this person, from _UNLIKE to _EXACT."""
        if wanted in (self.name, self.alias):
            return _EXACT
        if f" {wanted} " in f" {self.name} ":
            return _WHOLE_WORDS
        return _BEGINNING if self._has_word_beginning(wanted) else _UNLIKE

    def nearness(self, typed: str) -> int:
        """Return how soon to offer this person for what is typed, from 0 to _FAR."""
        nearest = (
            self.name.startswith(typed),
            self._has_word_beginning(typed),
            self.alias.startswith(typed),
            len(typed) >= _SHORTEST_INSIDE and typed in self.name,
        )
        return nearest.index(True) if any(nearest) else _FAR

    def _has_word_beginning(self, wanted: str) -> bool:
        place = self.name.find(wanted)
        while place > 0 and self.name[place - 1] not in WORD_EDGES:
            place = self.name.find(wanted, place + 1)
        return place >= 0


def find_person(name: str, people: Sequence[NamedPerson]) -> NamedPerson:
    """Return the one person a name means.

    UnknownPersonError when it means nobody, AmbiguousPersonError when it means several.
    """
    match = Names(people).match(without_quotes(name))
    if match.person is None:
        raise match.refusal(name)
    return match.person


def comparable(name: str) -> str:
    """Return a name as it is compared: folded, and with one sort of apostrophe."""
    return folded(name.replace("’", "'"))


def without_quotes(name: str) -> str:
    """Return a name as it can stand in a token; quotes there only say where it ends."""
    return " ".join(name.translate(_NO_QUOTES).split())
