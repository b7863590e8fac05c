"""The initials that stand for people where names are hidden (SPEC §8, discreet mode)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from managernotes.domain.folding import folded

NOBODY = "?"
"""Stands for a name without a letter or a figure in it."""

_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mx", "sir", "dame", "rev", "jr", "sr"})
_JOINER = "\N{ZERO WIDTH NON-JOINER}"
"""Between two Arabic letters, which would else run together and read as a word."""


def initials_of(name: str) -> str:
    """Return the first letters of the first and the last word; of one word, its first letter.

    Titles do not count, and a name written in one piece (山田太郎) gives its first sign.
    """
    words = [word for word in unicodedata.normalize("NFC", name).split() if _first_sign(word)]
    bare = [word for word in words if word.strip(".,").casefold() not in _TITLES] or words
    if not bare:
        return NOBODY
    ends = bare[:1] if len(bare) == 1 else [bare[0], bare[-1]]
    signs = [_capital(_first_sign(word)) for word in ends]
    return (_JOINER if any(map(_is_arabic, signs)) else "").join(signs)


def initials_for(names: Sequence[str]) -> tuple[str, ...]:
    """Return the initials of each name; of those alike the later ones, A to Z, take a figure."""
    order = sorted(range(len(names)), key=lambda at: (folded(names[at]), at))
    given: dict[int, str] = {}
    taken: set[str] = set()
    figures: dict[str, int] = {}
    for at in order:
        first = label = initials_of(names[at])
        while label in taken:
            figures[first] = figures.get(first, 1) + 1
            label = f"{first}{figures[first]}"
        taken.add(label)
        given[at] = label
    return tuple(given[at] for at in range(len(names)))


def _first_sign(word: str) -> str:
    return next((sign for sign in word if sign.isalnum()), "")


def _capital(sign: str) -> str:
    upper = sign.upper()
    return upper if len(upper) == 1 else sign


def _is_arabic(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("ARABIC")
