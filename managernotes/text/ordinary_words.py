"""Given names that are also words of any sentence: written small they mean nobody."""

from __future__ import annotations

from typing import Final

from managernotes.domain.folding import folded

_WORDS_OF_SENTENCES: Final = """
    an april amber art august autumn banks bill brook chance chase clay cliff dawn day dean drew
    faith field frank gene glen good grace grant guy heath hill hope jack joy june king
    lane long major mark may mason max merit miles nick norm page pat penny piers price ray reed
    rich rob rose rusty sandy sky stone sue summer wade will win wood young
"""
_WORDS: Final = frozenset(_WORDS_OF_SENTENCES.split())


def is_ordinary(text: str) -> bool:
    """Whether every word, as it is written, is more likely a word than somebody's name."""
    words = text.split()
    return bool(words) and all(word.islower() and folded(word) in _WORDS for word in words)
