"""Compares two versions of a text, paragraph by paragraph and word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

ALIKE = 0.4
"""Share of words that two paragraphs must have in common to stand beside each other."""

MOST_WORDS = 2_000
"""A longer paragraph that differs is marked as a whole; its words are not compared."""

_MOST_PAIRS = 900
_GAP = re.compile(r"\n[ \t]*\n\s*")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that stands in both versions, or only in this one."""

    text: str
    only_here: bool


@dataclass(frozen=True, slots=True)
class Row:
    """The same paragraph in both versions; no pieces where a version has none."""

    older: tuple[Piece, ...]
    newer: tuple[Piece, ...]

    @property
    def differs(self) -> bool:
        """Whether the two sides are not the same."""
        return self.older != self.newer


def compare(older: str, newer: str) -> list[Row]:
    """Return the paragraphs of both texts side by side."""
    return [_row(*pair) for pair in _pairs(_paragraphs(older), _paragraphs(newer))]


def _paragraphs(text: str) -> list[str]:
    return [part for part in _GAP.split(text.strip("\n")) if part]


def _pairs(older: list[str], newer: list[str]) -> Iterator[tuple[str, str]]:
    steps = SequenceMatcher(None, older, newer, autojunk=False).get_opcodes()
    for step, a, b, c, d in steps:
        if step == "equal":
            yield from zip(older[a:b], newer[c:d], strict=True)
        else:
            yield from _matched(older[a:b], newer[c:d])


def _matched(older: Sequence[str], newer: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Put the most alike paragraphs beside each other, keeping both orders."""
    best, at = ALIKE, None
    if len(older) * len(newer) <= _MOST_PAIRS:
        bags = [Counter(_WORDS.findall(text)) for text in newer]
        for left, text in enumerate(older):
            bag = Counter(_WORDS.findall(text))
            for right, other in enumerate(bags):
                share = 2 * (bag & other).total() / (bag.total() + other.total())
                if share > best:
                    best, at = share, (left, right)
    if at is None:
        yield from ((text, "") for text in older)
        yield from (("", text) for text in newer)
        return
    left, right = at
    yield from _matched(older[:left], newer[:right])
    yield older[left], newer[right]
    yield from _matched(older[left + 1 :], newer[right + 1 :])


def _row(older: str, newer: str) -> Row:
    if older == newer:
        same = (Piece(older, only_here=False),)
        return Row(same, same)
    words, others = _WORDS.findall(older), _WORDS.findall(newer)
    if not (words and others) or max(len(words), len(others)) > MOST_WORDS:
        return Row(_whole(older), _whole(newer))
    left: list[Piece] = []
    right: list[Piece] = []
    steps = SequenceMatcher(None, words, others).get_opcodes()
    for step, a, b, c, d in steps:
        one, other = "".join(words[a:b]), "".join(others[c:d])
        differs = step != "equal"
        for side, text in ((left, one), (right, other)):
            for part, marked in _unmarked_edges(text, differs):
                _add(side, part, marked)
    return Row(_joined(left), _joined(right))


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Run marks together where only space stands between them."""
    joined: list[Piece] = []
    for place, piece in enumerate(pieces):
        between = 0 < place < len(pieces) - 1 and not piece.text.strip()
        _add(joined, piece.text, piece.only_here or between)
    return tuple(joined)


def _unmarked_edges(text: str, differs: bool) -> Iterator[tuple[str, bool]]:  # noqa: FBT001
    """Take the space before and after changed words out of the mark."""
    words = text.strip()
    begin = text.index(words)
    yield text[:begin], False
    yield words, differs
    yield text[begin + len(words) :], False


def _add(pieces: list[Piece], text: str, only_here: bool) -> None:  # noqa: FBT001 - a piece's field
    if not text:
        return
    if pieces and pieces[-1].only_here == only_here:
        text = pieces.pop().text + text
    pieces.append(Piece(text, only_here))


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, only_here=True),) if text else ()
