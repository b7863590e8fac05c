"""Where the tokens of a capture line are, and what the line says without them (DESIGN §4)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind


class TokenType(StrEnum):
    """What a token says about the note."""

    PERSON = "person"
    KIND = "kind"
    TAG = "tag"
    OCCURRED = "occurred"
    COME_BACK = "come_back"


SIGNS = {
    "@": TokenType.PERSON,
    "+": TokenType.KIND,
    "#": TokenType.TAG,
    "^": TokenType.OCCURRED,
    "!": TokenType.COME_BACK,
}
"""The sign that a token begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token of a line: characters `start` to `end`, what they mean, and what is wrong.

    `candidates` are the people that a name could mean when it is not one of them; `problem` is a
    sentence, empty when the token is understood.
    """

    type: TokenType
    start: int
    end: int
    raw: str
    value: PersonId | Kind | str | date | None
    candidates: tuple[PersonId, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a token may be: a sign with something after it, alone between spaces."""

    start: int
    end: int
    raw: str
    body: str

    @property
    def type(self) -> TokenType:
        """What this would be, if what follows the sign is understood."""
        return SIGNS[self.raw[0]]


QUOTES = '"“”„'
"""Straight quotes, and the round ones that some programs put in their place."""

_MARK = re.compile(
    rf"""(?<!\S) (?: @ [{QUOTES}] (?P<quoted> [^{QUOTES}\r\n]+ ) [{QUOTES}] (?!\S)
                 |   [@+#^!] (?P<bare> \S+ ) )""",
    re.VERBOSE,
)
_SPACES = re.compile(r"\s*")
_PHYSICAL_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


def find_marks(line: str) -> Iterator[Mark]:
    """Yield the places in a line where a token may be, in order."""
    for found in _MARK.finditer(line):
        body = found["quoted"] or found["bare"]
        yield Mark(found.start(), found.end(), found[0], body)


def text_without(line: str, tokens: Sequence[Token]) -> str:
    """Return the line's own words: tokens gone with one side's spaces, the rest as it was.

    A physical line that held nothing but tokens goes with them; line ends become line feeds.
    """
    kept: list[str] = []
    waiting = deque(tokens)
    for found in _PHYSICAL_LINE.finditer(line):
        words = found[0].rstrip("\r\n")
        ending = "\n" if len(words) < len(found[0]) else ""
        inside: list[Token] = []
        while waiting and waiting[0].end <= found.end():
            inside.append(waiting.popleft())
        rest = _cut(words, found.start(), inside) if inside else words
        if rest or not inside:
            kept.append(rest + ending)
    return "".join(kept).strip()


def _cut(words: str, offset: int, tokens: Sequence[Token]) -> str:
    kept: list[str] = []
    place = 0
    for token in tokens:
        kept.append(words[place : token.start - offset])
        spaces = _SPACES.match(words, token.end - offset)
        place = spaces.end() if spaces else token.end - offset
    rest = words[place:]
    return "".join((*kept, rest)) if rest else "".join(kept).rstrip()
