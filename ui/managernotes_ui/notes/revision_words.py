"""What a side of a compared paragraph is drawn with: Markdown's looks and the changed words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from managernotes_ui.notes.inline_marks import Look
from managernotes_ui.notes.markdown_marks import Fence, line_spans
from managernotes_ui.notes.word_diff import Piece


class Stretch(NamedTuple):
    """Letters that are drawn alike."""

    text: str
    look: Look
    only_here: bool


def stretches(pieces: Sequence[Piece]) -> list[Stretch]:
    """Return the letters of a paragraph cut wherever their drawing changes."""
    text = "".join(piece.text for piece in pieces)
    looks = _looks(text)
    begins = sorted(looks)
    found: list[Stretch] = []
    place = 0
    for piece in filter(lambda piece: piece.text, pieces):
        end = place + len(piece.text)
        inside = begins[bisect_right(begins, place) : bisect_left(begins, end)]
        for start, stop in pairwise([place, *inside, end]):
            look = looks[begins[bisect_right(begins, start) - 1]]
            found.append(Stretch(text[start:stop], look, piece.only_here))
        place = end
    return found


def _looks(text: str) -> dict[int, Look]:
    """Return where a look begins; plain text begins with the look 0."""
    looks = {0: Look(0)}
    fence, place = Fence.NONE, 0
    for line in text.split("\n"):
        spans, fence = line_spans(line, fence)
        for span in spans:
            looks[place + span.start] = span.look
            looks.setdefault(place + span.end, Look(0))
        place += len(line) + 1
        looks.setdefault(place, Look(0))
    return looks
