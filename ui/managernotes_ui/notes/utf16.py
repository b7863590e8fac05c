"""Places in a text: Python counts characters, Qt counts UTF-16 units."""

from __future__ import annotations


def to_units(text: str, index: int) -> int:
    """Return where Qt sees the character at `index`; characters beyond U+FFFF count twice."""
    if text.isascii():
        return index
    return index + sum(char > "\uffff" for char in text[:index])


def to_index(text: str, units: int) -> int:
    """Return the index of the character at Qt's place `units`."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
