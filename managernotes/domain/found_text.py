"""The piece of a note shown for a hit, and where in it the searched words stand."""

from __future__ import annotations

from dataclasses import dataclass

OPENS, CLOSES = "\x02", "\x03"
"""Put around a found word by the index; a note cannot hold either, they are control characters."""


@dataclass(frozen=True, slots=True)
class FoundText:
    """One line of text and the (start, end) places of the words that were found."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def read_marked(marked: str) -> FoundText:
    """Return a piece without the signs around found words, on one line."""
    pieces = marked.replace("\n", " ").replace("\t", " ").split(OPENS)
    text = pieces[0]
    marks = []
    for piece in pieces[1:]:
        word, _, rest = piece.partition(CLOSES)
        marks.append((len(text), len(text) + len(word)))
        text += word + rest
    return FoundText(text, tuple(marks))


def best_piece(title: str, fact: str, effect: str) -> FoundText:
    """Return the piece to show: the first of fact, title, effect with a found word in it.

    When the word stands only where a preview does not look (tags, the private reading, INV-04),
    the first piece that says anything, unmarked.
    """
    pieces = [read_marked(marked) for marked in (fact, title, effect)]
    found = next((piece for piece in pieces if piece.marks), None)
    said = next((read_marked(marked) for marked in (title, fact, effect) if marked.strip()), None)
    return found or said or FoundText("")
