"""What the popup under a half-typed or unclear token offers, and what each row does to the line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from managernotes.domain.folding import folded
from managernotes.text.capture_line import (
    CaptureLine,
    Completion,
    NamedPerson,
    Suggestion,
    Token,
    TokenType,
    completions,
)
from managernotes.text.capture_people import MOST_CANDIDATES
from managernotes_ui.capture.splices import Splice

_EDGES = " ,.;:!?()"
"""What may cling to a typed name without being part of it: “dana,” names Dana."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The rows for the token at `start` to `end` of the line, the best first.

    `new_name` is offered as a person in a last row, unless it is empty. `is_first_chosen` says
    that Enter takes the first row; else Enter still saves, and a row must be moved to.
    """

    start: int
    end: int
    rows: tuple[Suggestion, ...]
    new_name: str
    is_first_chosen: bool

    @property
    def count(self) -> int:
        """How many rows there are, the last one included."""
        return len(self.rows) + bool(self.new_name)

    def adds_person(self, row: int) -> bool:
        """Whether a row adds somebody."""
        return row == len(self.rows) and bool(self.new_name)

    def splice(self, row: int, line: str) -> Splice:
        """Return what choosing a row does to the line: the token, and a space after it."""
        token = name_token(self.new_name) if self.adds_person(row) else self.rows[row].insert
        after = "" if line[self.end : self.end + 1].isspace() else " "
        return Splice(self.start, self.end, token + after)


def choices_at(
    cursor: int,
    line: str,
    reading: CaptureLine,
    people: Sequence[NamedPerson],
    tags: Iterable[str],
) -> Choices | None:
    """Return what to offer at the caret; None when there is nothing to choose.

    A token being typed is completed. One that stands there and is not understood is asked about
    while the caret touches it or follows by one space, as it does when the token was just ended.
    """
    completion = completions(line, cursor, people, tags)
    if completion is not None:
        is_sure = completion.type is not TokenType.TAG and bool(completion.suggestions)
        here = next((token for token in reading.tokens if token.start == completion.start), None)
        rows = completion.suggestions or _candidates(here, people)
        return _offered(completion, rows, is_first_chosen=is_sure)
    asked = next(
        (token for token in reading.tokens if token.problem and _is_at(token, cursor)), None
    )
    if asked is None:
        return None
    completion = completions(line, asked.end, people, tags)
    if completion is None:
        return None
    meant = tuple(row for row in completion.suggestions if row.value in asked.candidates)
    rows = meant or completion.suggestions or _candidates(asked, people)
    return _offered(completion, rows, is_first_chosen=False)


def name_token(name: str) -> str:
    """Return the token that names a person so called."""
    return f"@{name}" if len(name.split()) == 1 else f'@"{name}"'


def display_name(typed: str) -> str:
    """Return a name as it is added: one typed without capitals gets them, word by word."""
    if typed != typed.lower():
        return typed
    return " ".join(word[:1].upper() + word[1:] for word in typed.split())


def _is_at(token: Token, cursor: int) -> bool:
    return token.start < cursor <= token.end + 1


def _offered(
    completion: Completion, rows: tuple[Suggestion, ...], *, is_first_chosen: bool
) -> Choices | None:
    is_person = completion.type is TokenType.PERSON
    new_name = _new_name(completion.typed, rows) if is_person else ""
    if not rows and not new_name:
        return None
    return Choices(
        start=completion.start,
        end=completion.end,
        rows=rows,
        new_name=new_name,
        is_first_chosen=is_first_chosen,
    )


def _new_name(typed: str, rows: Iterable[Suggestion]) -> str:
    name = typed.strip(_EDGES)
    is_taken = any(folded(row.label) == folded(name) for row in rows)
    return name if name[:1].isalpha() and not is_taken else ""


def _candidates(token: Token | None, people: Sequence[NamedPerson]) -> tuple[Suggestion, ...]:
    """Return the rows for the people whom a name that begins nobody's could mean."""
    found: list[Suggestion] = []
    meant = [person for person in people if token and person.id in token.candidates]
    for person in meant[:MOST_CANDIDATES]:
        whole = f'@"{person.display_name}'
        offered = completions(whole, len(whole), people, ())
        rows = offered.suggestions if offered else ()
        found += [row for row in rows if row.value == person.id]
    return tuple(found)
