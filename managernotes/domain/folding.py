"""Names, words and tags are compared without regard to case and accents (DESIGN §4)."""

from __future__ import annotations

import unicodedata

_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that carry their stroke or ligature in themselves, so that no accent comes off."""


def folded(text: str) -> str:
    """Return the text as it is compared: no accents, no case, single spaces."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in parts if not unicodedata.combining(char))
    plain = unicodedata.normalize("NFKC", bare).casefold().translate(_WHOLE_LETTERS)
    return " ".join(plain.split())
