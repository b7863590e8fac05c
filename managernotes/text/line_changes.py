"""How a text differs from its original, line by line."""

from __future__ import annotations

import difflib

from managernotes.domain.template import LineChange, LineSort


def line_changes(original: str, own: str) -> tuple[LineChange, ...]:
    """Return the lines that are one's own and those taken out, in the order of the text.

    Empty lines and space at the end of a line do not count.
    """
    before, after = _lines(original), _lines(own)
    matcher = difflib.SequenceMatcher(
        None, [line for _, line in before], [line for _, line in after], autojunk=False
    )
    found: list[LineChange] = []
    for tag, start, end, own_start, own_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        place = after[own_start][0] if own_start < len(after) else len(own.splitlines())
        found += [LineChange(LineSort.OWN, line, at) for at, line in after[own_start:own_end]]
        found += [LineChange(LineSort.TAKEN_OUT, line, place) for _, line in before[start:end]]
    return tuple(found)


def brought_back(own: str, change: LineChange) -> str:
    """Return one's own text with a line of the original in its old place again."""
    lines = own.split("\n")
    place = min(change.at, len(lines))
    while place == len(lines) and place > 0 and not lines[place - 1].strip():
        place -= 1
    return "\n".join([*lines[:place], change.text, *lines[place:]])


def _lines(text: str) -> list[tuple[int, str]]:
    return [(at, line.rstrip()) for at, line in enumerate(text.splitlines()) if line.strip()]
