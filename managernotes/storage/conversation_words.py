"""The words of a talk as JSON, and what a search may find of them."""

from __future__ import annotations

from dataclasses import asdict, fields

from managernotes.domain.conversation import PRIVATE_WORDS, ConversationWords
from managernotes.storage.papers import Words

_FIELDS = tuple(part.name for part in fields(ConversationWords))


def words_of(stored: Words) -> ConversationWords:
    """Return the words that were stored; what is missing is empty."""
    return ConversationWords(**{name: str(stored.get(name, "")) for name in _FIELDS})


def to_json(words: ConversationWords) -> dict[str, str]:
    """Return the words as JSON can hold them."""
    return asdict(words)


def findable(words: ConversationWords) -> str:
    """Return what a search may find: all that is not private (INV-11, INV-12)."""
    said = (getattr(words, name) for name in _FIELDS if name not in PRIVATE_WORDS)
    return "\n".join(part for part in said if part.strip())
