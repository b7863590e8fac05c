"""What Enter does at the end of a list item or a quote: the list goes on, or it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(
    r"(?P<lead>\s*(?:>\s?)*\s*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<stop>[.)]))"
    r"(?P<gap>\s+)(?P<box>\[[ xX]\]\s+)?"
)
_QUOTE = re.compile(r"\s*(?:>\s?)+")


@dataclass(frozen=True, slots=True)
class NewLine:
    """Enter begins a line with `prefix`; or, with `ends_list`, empties the present line."""

    prefix: str = ""
    ends_list: bool = False


def on_enter(line: str, column: int) -> NewLine | None:
    """Return what Enter means at this column, or None where it is an ordinary line end."""
    found = _ITEM.match(line) or _QUOTE.match(line)
    if found is None or column < found.end():
        return None
    if not line[found.end() :].strip():
        return NewLine(ends_list=True)
    return NewLine(prefix=_next_prefix(found))


def _next_prefix(found: re.Match[str]) -> str:
    if "gap" not in found.groupdict():
        return found[0]
    number = found["number"]
    mark = f"{int(number) + 1}{found['stop']}" if number else found["bullet"]
    return f"{found['lead']}{mark}{found['gap']}{'[ ] ' if found['box'] else ''}"
