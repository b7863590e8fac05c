"""Bold and italic by key: wraps the chosen words in their signs, or takes the signs away."""

from __future__ import annotations

import re
from dataclasses import dataclass

BOLD = "**"
ITALIC = "*"

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Replace `start`…`end` of the line by `text`, then select `anchor`…`caret`."""

    start: int
    end: int
    text: str
    anchor: int
    caret: int


def toggled(line: str, start: int, end: int, sign: str) -> Rewrite:
    """Return the change that Ctrl+B or Ctrl+I makes to `start`…`end` of one line.

    Without a selection it takes the word at the caret; without a word it leaves the caret
    between two fresh signs.
    """
    if start == end:
        start, end = _word_at(line, start)
    start, end = _trimmed(line, start, end)
    width = len(sign)
    if _signed(line, start, end, sign):
        return Rewrite(start - width, end + width, line[start:end], start - width, end - width)
    inner = line[start:end]
    if len(inner) > 2 * width and _signed(line, start + width, end - width, sign):
        return Rewrite(start, end, inner[width:-width], start, end - 2 * width)
    return Rewrite(start, end, f"{sign}{inner}{sign}", start + width, end + width)


def _signed(line: str, start: int, end: int, sign: str) -> bool:
    """Whether exactly this sign, or bold and italic together, stands on both sides."""
    stars_before = len(line[:start]) - len(line[:start].rstrip("*"))
    stars_after = len(line[end:]) - len(line[end:].lstrip("*"))
    carries = {BOLD: {2, 3}, ITALIC: {1, 3}}[sign]
    return start < end and min(stars_before, stars_after) in carries


def _word_at(line: str, column: int) -> tuple[int, int]:
    for word in _WORD.finditer(line):
        if word.start() <= column <= word.end():
            return word.span()
    return column, column


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    chosen = line[start:end]
    if not chosen.strip():
        return start, end
    return end - len(chosen.lstrip()), start + len(chosen.rstrip())
