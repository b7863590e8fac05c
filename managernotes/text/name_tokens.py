"""Names and texts cut into the pieces by which a hidden name is found in a text."""

from __future__ import annotations

import re

from managernotes.domain.folding import folded

_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Scripts that are written without spaces or join particles to a name: Thai, Lao, Burmese,
Khmer, Korean, Japanese, Chinese."""

_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
)
_MARKS += "\u0900-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\ufe20-\ufe2f"
"""Signs inside a word that are no letters of their own."""

WORD = re.compile(rf"(?:(?![{_SPACELESS}])[^\W_])(?:(?![{_SPACELESS}])[^\W_]|[{_MARKS}])*")
"""A word of a script that sets words apart."""

_PIECE = re.compile(rf"[{_SPACELESS}]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+\Z")
_LEAST_JAPANESE = 4
"""From so many signs on, the first two of a Chinese or Japanese name are taken for a surname."""

_PARTICLE_WORDS = """
    af al am an and av ben bin da das de dei del della den der di do dos du el en et for i ibn la
    las le les lo los mac of st ten ter the to van vom von y zu zum zur
"""
PARTICLES = frozenset(_PARTICLE_WORDS.split())
"""Words that belong to a name and mean nobody when they stand alone."""


def key_of(word: str) -> str:
    """Return a word as it is compared: without case, accents and invisible signs."""
    return word.lower() if word.isascii() else folded(word.translate(_INVISIBLE))


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, as they are compared."""
    return tuple(key_of(found[0]) for found in WORD.finditer(name))


def is_weak(word: str) -> bool:
    """Whether a word names somebody only beside another word of the name."""
    return len(word) < 2 or word in PARTICLES  # noqa: PLR2004 - a single letter


def pieces_of(name: str) -> set[str]:
    """Return what of a name is looked for inside words, in scripts without spaces.

    That is every part of two signs or more, and of a name in one piece also its last two signs
    (a given name) and, of a long Chinese or Japanese one, its first two (a surname).
    """
    found = _PIECE.findall(name)
    parts = {part for part in found if len(part) > 1}
    if len(found) > 1:
        parts.add("".join(found))
    for part in found if len(found) == 1 else ():
        if len(part) > 2:  # noqa: PLR2004 - two signs are the whole of it
            parts.add(part[-2:])
        if len(part) >= _LEAST_JAPANESE and _HAN.match(part):
            parts.add(part[:2])
    return parts or {part for part in found if part == name.strip()}
