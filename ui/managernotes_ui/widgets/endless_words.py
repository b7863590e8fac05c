"""Letters without a space that are too many for Qt to look for a good place to break them."""

from __future__ import annotations

LONGEST_WORD = 4_000
"""Qt looks for the place in quadratic time: 200,000 letters would hold the window for seconds."""


def has_endless_word(text: str) -> bool:
    """Whether lines must be allowed to break anywhere, as in a picture pasted as base64."""
    return len(text) > LONGEST_WORD and max(map(len, text.split()), default=0) > LONGEST_WORD
