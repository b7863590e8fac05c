"""Names, words and tags are compared without regard to case and accents (DESIGN §4)."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Return the text as it is compared: no accents, no case, single spaces."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(unicodedata.normalize("NFKC", bare).casefold().split())
