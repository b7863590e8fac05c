"""The capture line: `@dana +win ran the rollback calmly #incident ^yesterday !fri` (DESIGN §4).

The grammar is exact and never guesses. A token stands alone between spaces or line ends; what is
none of these stays text, letter for letter. Where a slip would lose something silently, the line
is refused instead:

* `@` before a letter is always a person; one that nobody answers to (`@ghost`, `@dana,`) is
  refused with whom it may have meant. `@`, `@3pm`, `a@b.c` are text.
* `+` with the word or a unique beginning of a kind; a beginning of several (`+co`) is refused,
  `+con` is concern. `+1`, `+` and words that begin no kind are text. Two kinds are refused.
* `#` before letters, digits, `-` and `_` with a letter among them is a tag; `#1`, `C#` are text.
* `^` and `!` before a day (domain/days.py); a day that does not exist, or lies on the wrong side
  of today, is refused, and so are two different ones. `^_^`, `!important` are text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind
from managernotes.errors import InvalidInputError
from managernotes.text.capture_completion import Completion, Suggestion, completions
from managernotes.text.capture_people import NamedPerson, find_person
from managernotes.text.capture_reading import LineReader
from managernotes.text.capture_tokens import Mark, Token, TokenType, find_marks, text_without
from managernotes.text.note_text import accepted_text, refuse_unstorable

__all__ = [
    "CaptureLine",
    "Completion",
    "NamedPerson",
    "Suggestion",
    "Token",
    "TokenType",
    "completions",
    "find_person",
    "parse_line",
    "read_line",
]


MOST_MARKS = 1_000
"""Words of one line that may be tokens; reading as many takes 20 ms, and a window waits for it."""

_TOO_MANY = f"A line holds at most {MOST_MARKS:,} words that begin with @, +, #, ^ or !."


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureLine:
    """What one line says: its tokens, the words that are left, and what they mean together.

    `text` leaves out the tokens that are understood; one with a problem is still among the words.
    """

    tokens: tuple[Token, ...]
    text: str
    people: tuple[PersonId, ...]
    kind: Kind
    occurred_on: date
    come_back_on: date | None
    tags: tuple[str, ...]


def read_line(line: str, people: Sequence[NamedPerson], today: date) -> CaptureLine:
    """Return what a line says so far; what is wrong stands in the tokens. Never raises."""
    reader = LineReader(people, today)
    marks = _marks_of(line)
    readings = [reading for reading in map(reader.read, marks[:MOST_MARKS]) if reading]
    tokens = [reading.token for reading in readings]
    if len(marks) > MOST_MARKS:
        tokens.append(_one_too_many(marks[MOST_MARKS]))
    return _gathered(line, tokens, reader, today)


def parse_line(line: str, people: Sequence[NamedPerson], today: date) -> CaptureLine:
    """Return what a line says, all of it understood.

    UnknownPersonError or AmbiguousPersonError for a name; InvalidInputError for another token
    that cannot be meant, for more than MOST_MARKS of them, for a text that is empty, too long, or
    holds control characters.
    """
    refuse_unstorable(line)
    reader = LineReader(people, today)
    tokens: list[Token] = []
    marks = _marks_of(line)
    if len(marks) > MOST_MARKS:
        raise InvalidInputError(_TOO_MANY, "Split it into several notes.")
    for reading in map(reader.read, marks):
        if reading and reading.refusal:
            raise reading.refusal
        if reading:
            tokens.append(reading.token)
    read = _gathered(line, tokens, reader, today)
    accepted_text(read.text)
    return read


def _marks_of(line: str) -> list[Mark]:
    return list(islice(find_marks(line), MOST_MARKS + 1))


def _one_too_many(mark: Mark) -> Token:
    return Token(
        type=mark.type, start=mark.start, end=mark.end, raw=mark.raw, value=None, problem=_TOO_MANY
    )


def _gathered(line: str, tokens: Sequence[Token], reader: LineReader, today: date) -> CaptureLine:
    return CaptureLine(
        tokens=tuple(tokens),
        text=text_without(line, [token for token in tokens if not token.problem]),
        people=reader.people,
        kind=reader.kind or Kind.LOOSE,
        occurred_on=reader.occurred_on or today,
        come_back_on=reader.come_back_on,
        tags=reader.tags,
    )
