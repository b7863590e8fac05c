"""A text as the language checks read it: folded, in sentences, and which of it is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_FOLDS = str.maketrans("’‘ʼ“”„«»", "'''" + '"' * 5)
_SPACE = re.compile(r"\s+")
_NEW_BLOCK = re.compile(r"\n[ \t]*(?:\n|[-*+•] |#|\d{1,3}[.)] )")
_MARK = re.compile(r"\s*(?:[-*+•>]|#{1,6}|\d{1,3}[.)])\s+")
_END = re.compile(r'[.!?…]+["\')\]]*(?=\s|$)')


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and where each of its letters stands in the text."""

    text: str
    places: tuple[tuple[int, int], ...]
    """(position here, position in the text), wherever the distance of the two changes."""
    quoted: tuple[tuple[int, int], ...]
    """What stands between quotation marks: they are somebody's own words."""

    def place(self, position: int) -> int:
        """Return where a position of the sentence is in the text."""
        here, there = self.places[bisect_right(self.places, (position, _FAR)) - 1]
        return there + position - here

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a piece of the sentence lies inside quotation marks."""
        return any(first <= start and end <= last for first, last in self.quoted)


_FAR = 1 << 62


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text; linear in its length."""
    folded = text.translate(_FOLDS)
    for start, end in _blocks(folded):
        yield from _of_block(folded, start, end)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield paragraphs and list items; a sentence never goes from one into the next."""
    start = 0
    for found in _NEW_BLOCK.finditer(text):
        yield start, found.start()
        start = found.start() + 1
    yield start, len(text)


def _of_block(text: str, start: int, end: int) -> Iterator[Sentence]:
    quotes = [found.start() for found in re.finditer('"', text[start:end])]
    pairs = [
        (start + first + 1, start + last)
        for first, last in zip(quotes[::2], quotes[1::2], strict=False)
    ]
    mark = _MARK.match(text, start, end)
    at = mark.end() if mark else start
    for found in _END.finditer(text, start, end):
        yield _sentence(text, at, found.end(), pairs)
        at = found.end()
    if text[at:end].strip():
        yield _sentence(text, at, end, pairs)


def _sentence(text: str, start: int, end: int, pairs: list[tuple[int, int]]) -> Sentence:
    """Return a piece of the text with its white space collapsed, and none before it."""
    lead = _SPACE.match(text, start, end)
    start = lead.end() if lead else start
    pieces: list[str] = []
    places = [(0, start)]
    length, at = 0, start
    for gap in _SPACE.finditer(text, start, end):
        word = text[at : gap.start()]
        pieces += [word, " "]
        length += len(word) + 1
        at = gap.end()
        if gap.end() - gap.start() > 1:
            places.append((length, at))
    pieces.append(text[at:end])
    whole = "".join(pieces)
    quoted = _quoted(places, len(whole), start, end, pairs)
    return Sentence(whole, tuple(places), quoted)


def _quoted(
    places: list[tuple[int, int]],
    length: int,
    start: int,
    end: int,
    pairs: list[tuple[int, int]],
) -> tuple[tuple[int, int], ...]:
    """Return the quoted pieces that reach into a sentence, in its own positions."""
    first = bisect_right(pairs, (start, -1))
    first = max(first - 1, 0)
    found = []
    for opened, closed in pairs[first:]:
        if opened >= end:
            break
        if closed > start:
            found.append((_here(places, opened), min(_here(places, closed), length)))
    return tuple(found)


def _here(places: list[tuple[int, int]], there: int) -> int:
    """Return the position in the sentence of a position in the text; 0 for one before it."""
    at = bisect_right(places, there, key=lambda place: place[1]) - 1
    return 0 if at < 0 else places[at][0] + there - places[at][1]
