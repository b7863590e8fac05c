"""How a page calls somebody: by the first name; the surname stands elsewhere (SPEC §6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping


def first_name(display_name: str) -> str:
    """Return the first word of a name; initials, in discreet mode, are one word already."""
    return display_name.split(maxsplit=1)[0] if display_name.strip() else ""


def short_names(names: Iterable[str]) -> Mapping[str, str]:
    """Return for each name the first one, or the whole where two people share the first."""
    whole = set(names)
    firsts = Counter(first_name(name) for name in whole)
    return {name: first_name(name) if firsts[first_name(name)] == 1 else name for name in whole}
