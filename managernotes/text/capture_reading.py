"""What each token of a capture line means, read one after the other (DESIGN §4)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from managernotes.domain.days import coming_day, past_day
from managernotes.domain.folding import folded
from managernotes.domain.identity import PersonId
from managernotes.domain.kind_words import kind_beginning
from managernotes.domain.observation import KIND_WORDS, Kind
from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.text.capture_people import Match, NamedPerson, Names
from managernotes.text.capture_tokens import QUOTES, Mark, Token, TokenType

_ONLY_ONE = {
    TokenType.KIND: "A note has one kind; this one is {} already.",
    TokenType.OCCURRED: "A note has one day it happened; this one has {} already.",
    TokenType.COME_BACK: "A note has one day to come back to; this one has {} already.",
}
_JOINERS = "\u200c\u200d"
"""Written inside words of Persian and Indian scripts; invisible, and part of the spelling."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One token, and the refusal that it is worth when it cannot be meant."""

    token: Token
    refusal: ManagerNotesError | None = None


class LineReader:
    """Reads the marks of one line and gathers what they say together."""

    def __init__(self, people: Sequence[NamedPerson], today: date) -> None:
        self._people = people
        self._today = today
        self._matches: dict[str, Match] = {}
        self._found: dict[PersonId, None] = {}
        self._tags: dict[str, str] = {}
        self.kind: Kind | None = None
        self.occurred_on: date | None = None
        self.come_back_on: date | None = None

    @property
    def people(self) -> tuple[PersonId, ...]:
        """The people named, each once, in the order of their first mention."""
        return tuple(self._found)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, each once and as first written."""
        return tuple(self._tags.values())

    def read(self, mark: Mark) -> Reading | None:
        """Return the token at a mark and remember what it says; None when it is plain text."""
        try:
            match mark.type:
                case TokenType.PERSON:
                    return self._person(mark)
                case TokenType.TAG:
                    return self._tag(mark)
                case TokenType.KIND:
                    return self._kind(mark)
                case TokenType.OCCURRED:
                    return self._occurred(mark)
                case TokenType.COME_BACK:
                    return self._come_back(mark)
        except InvalidInputError as error:
            return _refused(mark, error)

    @cached_property
    def _names(self) -> Names:
        return Names(self._people)

    def _person(self, mark: Mark) -> Reading | None:
        match = self._matches.get(mark.body)
        if match is None:
            match = self._matches[mark.body] = self._names.match(mark.body)
        if match.person is not None:
            self._found[match.person.id] = None
            return _understood(mark, match.person.id)
        if not match.is_known and not mark.body.lstrip(QUOTES + " ")[:1].isalpha():
            return None
        return _refused(mark, match.refusal(mark.body), match)

    def _tag(self, mark: Mark) -> Reading | None:
        if not is_tag(mark.body):
            return None
        self._tags.setdefault(folded(mark.body), mark.body)
        return _understood(mark, mark.body)

    def _kind(self, mark: Mark) -> Reading | None:
        kind = kind_beginning(mark.body)
        if kind is None:
            return None
        self.kind = self.kind or kind
        return _only(mark, kind, self.kind, KIND_WORDS[self.kind])

    def _occurred(self, mark: Mark) -> Reading | None:
        day = past_day(mark.body, self._today)
        if day is None:
            return None
        self.occurred_on = self.occurred_on or day
        return _only(mark, day, self.occurred_on, self.occurred_on.isoformat())

    def _come_back(self, mark: Mark) -> Reading | None:
        day = coming_day(mark.body, self._today)
        if day is None:
            return None
        self.come_back_on = self.come_back_on or day
        return _only(mark, day, self.come_back_on, self.come_back_on.isoformat())


def is_tag(word: str) -> bool:
    """Whether a word can be a tag: letters, digits, - and _, with a letter among them."""
    return (
        word[:1].isalnum()
        and any(char.isalpha() for char in word)
        and all(
            char.isalnum()
            or char in "-_"
            or char in _JOINERS
            or unicodedata.category(char).startswith("M")
            for char in word
        )
    )


def _understood(mark: Mark, value: PersonId | Kind | str | date) -> Reading:
    return Reading(Token(type=mark.type, start=mark.start, end=mark.end, raw=mark.raw, value=value))


def _refused(mark: Mark, refusal: ManagerNotesError, match: Match | None = None) -> Reading:
    token = Token(
        type=mark.type,
        start=mark.start,
        end=mark.end,
        raw=mark.raw,
        value=None,
        candidates=tuple(person.id for person in match.people) if match else (),
        problem=refusal.title,
    )
    return Reading(token, refusal)


def _only(mark: Mark, value: Kind | date, first: Kind | date, first_named: str) -> Reading:
    """Return the token, refused when the line has said something else of the same sort before."""
    if value == first:
        return _understood(mark, value)
    title = _ONLY_ONE[mark.type].format(first_named)
    return _refused(mark, InvalidInputError(title, "Keep one of the two."))
