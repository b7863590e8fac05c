"""Filling the {{variables}} of a template; what nobody knows stays a gap to write in."""

from __future__ import annotations

import re
from collections.abc import Mapping

GAP = "…"
"""Stands where a variable has no value: a place to write."""

_VARIABLE = re.compile(r"\{\{ ?([A-Za-z][A-Za-z0-9_]{0,39}) ?\}\}")


def filled(body: str, values: Mapping[str, str]) -> str:
    """Return the text with every known variable in its place; an unknown one stays as typed."""

    def value(found: re.Match[str]) -> str:
        known = values.get(found[1])
        return found[0] if known is None else known or GAP

    return _VARIABLE.sub(value, body)


def variable_places(body: str) -> tuple[tuple[int, int, str], ...]:
    """Return where the variables stand: start, end and name."""
    return tuple((found.start(), found.end(), found[1]) for found in _VARIABLE.finditer(body))


def variables_in(body: str) -> tuple[str, ...]:
    """Return the names of the variables, each once, in the order of the text."""
    return tuple(dict.fromkeys(name for _, _, name in variable_places(body)))
