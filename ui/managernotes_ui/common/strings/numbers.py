"""Small numbers as words."""

from __future__ import annotations

_SPELT = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def spelt(number: int) -> str:
    """Return a count as it stands in a sentence: "seven", or "1,204" where figures read better."""
    return _SPELT[number] if 0 <= number < len(_SPELT) else f"{number:,}"
