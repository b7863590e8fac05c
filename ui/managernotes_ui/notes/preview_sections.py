"""Cuts a Markdown text where it can be rendered piece by piece with the same result (G14).

The cuts depend on the words beside them, not on what stands before, so that a change inside one
piece leaves the other pieces as they were.
"""

from __future__ import annotations

import re
from zlib import crc32

_ONE_IN = 3
"""A paragraph in so many begins a piece: longer pieces patch slower, shorter ones render slower."""

_REACHES_FAR = re.compile(r"^ {0,3}\*?\[[^\]\n]+\]:", re.MULTILINE)
"""A link, footnote or abbreviation that is defined in one place and used in another."""

_FENCE = re.compile(r"`{3,}|~{3,}")
_HEADING = re.compile(r"#{1,6}\s")


def sections_of(text: str) -> list[str]:
    """Return the pieces in their order; joined by line ends they are the text."""
    if _REACHES_FAR.search(text):
        return [text]
    lines = text.split("\n")
    cuts = [0]
    fence = ""
    for number, line in enumerate(lines):
        if not fence and number and not lines[number - 1].strip() and _begins(lines, number):
            cuts.append(number)
        fence = _fence_after(line, fence)
    ends = [*cuts[1:], len(lines)]
    return ["\n".join(lines[cut:end]) for cut, end in zip(cuts, ends, strict=True)]


def _begins(lines: list[str], number: int) -> bool:
    """Whether a piece begins here: at a heading, or at a paragraph that needs nothing above it."""
    line = lines[number]
    if _HEADING.match(line):
        return True
    follower = lines[number + 1] if number + 1 < len(lines) else ""
    defines = follower.startswith(":")
    return line[:1].isalpha() and not defines and not crc32(line.encode(errors="replace")) % _ONE_IN


def _fence_after(line: str, fence: str) -> str:
    found = _FENCE.match(line)
    if not fence:
        return found[0] if found else ""
    return "" if line.rstrip() == fence else fence
