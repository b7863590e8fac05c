"""What a half-typed person, kind or tag may become: the popup under the caret (look/SPEC §5.4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from managernotes.domain.folding import folded
from managernotes.domain.identity import PersonId
from managernotes.domain.observation import KIND_WORDS, Kind
from managernotes.text.capture_people import (
    MOST_CANDIDATES,
    WORD_EDGES,
    NamedPerson,
    Names,
    comparable,
    without_quotes,
)
from managernotes.text.capture_reading import is_tag
from managernotes.text.capture_tokens import QUOTES, SIGNS, TokenType

_UNDER_CARET = re.compile(
    rf"(?<!\S)(?:@[{QUOTES}](?P<quoted>[^@{QUOTES}\r\n]*)"
    rf"|(?P<sign>[@+#])(?P<bare>[^\s{QUOTES}]*))\Z"
)
_REST_OF_WORD = re.compile(r"\S*")
_REST_OF_QUOTE = re.compile(rf"[^@{QUOTES}\r\n]*[{QUOTES}](?!\S)|\S*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One row of the popup.

    `label[match_start:match_end]` is what was typed, `detail` stands at the right, `insert`
    replaces the token; `value` is the person, the kind or the tag.
    """

    label: str
    detail: str
    insert: str
    match_start: int
    match_end: int
    value: PersonId | Kind | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """The token under the caret (`start` to `end` of the line), what is typed of it, and the rows.

    A person's completion may have no rows: the name is new, and can be added.
    """

    type: TokenType
    start: int
    end: int
    typed: str
    suggestions: tuple[Suggestion, ...]


def completions(
    line: str, cursor: int, people: Sequence[NamedPerson], tags: Iterable[str]
) -> Completion | None:
    """Return what the token before the caret may become; None when there is nothing to offer.

    Of people and tags at most eight are offered. A token that already stands whole offers
    nothing, so that Enter saves the note.
    """
    under = _UNDER_CARET.search(line, line.rfind("\n", 0, cursor) + 1, cursor)
    if under is None:
        return None
    quoted, sign = under["quoted"], under["sign"] or "@"
    typed = under["bare"] if quoted is None else quoted
    rest = (_REST_OF_WORD if quoted is None else _REST_OF_QUOTE).match(line, cursor)
    start, end = under.start(), rest.end() if rest else cursor
    found = _suggestions(SIGNS[sign], typed, people, tags)
    if [suggestion.insert for suggestion in found] == [line[start:end]]:
        return None
    if not found and not (sign == "@" and typed[:1].isalpha()):
        return None
    return Completion(type=SIGNS[sign], start=start, end=end, typed=typed, suggestions=found)


def _suggestions(
    sort: TokenType, typed: str, people: Sequence[NamedPerson], tags: Iterable[str]
) -> tuple[Suggestion, ...]:
    if sort is TokenType.PERSON:
        names = Names(people)
        nearest = names.suggested(typed)[:MOST_CANDIDATES]
        return tuple(_person(person, typed, names) for person in nearest)
    if sort is TokenType.KIND:
        words = [(word, kind) for kind, word in KIND_WORDS.items()]
        return tuple(
            _word("+", word, typed, kind) for word, kind in words if word.startswith(folded(typed))
        )
    fitting = [tag for tag in tags if is_tag(tag) and folded(tag).startswith(folded(typed))]
    return tuple(_word("#", tag, typed, tag) for tag in fitting[:MOST_CANDIDATES])


def _person(person: NamedPerson, typed: str, names: Names) -> Suggestion:
    insert = _shortest_token(person, names)
    start, end = _matched(person.display_name, typed)
    return Suggestion(
        label=person.display_name,
        detail=insert,
        insert=insert,
        match_start=start,
        match_end=end,
        value=person.id,
    )


def _word(sign: str, word: str, typed: str, value: Kind | str) -> Suggestion:
    start, end = _matched(word, typed)
    return Suggestion(
        label=word,
        detail=f"{sign}{word}",
        insert=f"{sign}{word}",
        match_start=start,
        match_end=end,
        value=value,
    )


def _shortest_token(person: NamedPerson, names: Names) -> str:
    """Return the token that means this person: alias, else a word of the name, else all of it."""
    full_name = without_quotes(person.display_name)
    words = [word.strip(WORD_EDGES).lower() for word in full_name.split()]
    for name in filter(None, (without_quotes(person.alias or ""), *words)):
        if names.match(name).person is person:
            return f"@{name}" if len(name.split()) == 1 else f'@"{name}"'
    return f'@"{full_name}"'


def _matched(label: str, typed: str) -> tuple[int, int]:
    """Return where the label has what is typed, word beginnings first; else an empty place."""
    wanted = comparable(typed)
    if not wanted:
        return 0, 0
    starts = [start for start, char in enumerate(label) if char not in QUOTES + " "]
    starts.sort(key=lambda start: start > 0 and label[start - 1] not in WORD_EDGES)
    for start in starts:
        for end in range(start + 1, len(label) + 1):
            so_far = comparable(without_quotes(label[start:end]))
            if so_far.startswith(wanted):
                return start, _after_accents(label, end)
            if not wanted.startswith(so_far):
                break
    return 0, 0


def _after_accents(label: str, end: int) -> int:
    """Return the end of a letter whose accents are characters of their own."""
    while end < len(label) and unicodedata.combining(label[end]):
        end += 1
    return end
