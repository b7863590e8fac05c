"""A line of Markdown as plain words, for lists that show one line of a note."""

from __future__ import annotations

import re

_START = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_PAIRS = re.compile(r"(\*\*|__|~~|`|(?<!\w)[*_])(?=\S)(.+?)(?<=\S)\1(?!\w)")


def without_marks(line: str) -> str:
    """Return the line without the signs that the preview turns into looks; the words stay."""
    words = _LINK.sub(r"\1", _START.sub("", line))
    for _ in range(2):  # bold around italic
        words = _PAIRS.sub(r"\2", words)
    return words
