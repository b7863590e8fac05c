"""Whether a line says what made something likely, and not who (S31, INV-22; wording rule K02)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from managernotes.text.name_mask import NameMask
from managernotes.text.name_tokens import WORD
from managernotes.text.ordinary_words import is_ordinary

_BLAME: Final = re.compile(
    r"""\b(
        (human|user|operator|driver|staff|people)[ ](errors?|failures?|mistakes?|factors?)
        | errors?|mistakes?|faults?|blam(e|ed)|guilt(y)?|culprits?
        | careless(ness)?|negligen(t|ce)|laz(y|iness)|sloppy|sloppiness|incompeten(t|ce)
        | forgot(ten)?|screwed[ ]up|messed[ ]up
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that say who is to blame, or that somebody is; alone they explain nothing."""
_SMALL_WORDS: Final = """
    a an and are as at be because been by did do does for from had has have he her his i in is it
    its just me my not of on only or our she so somebody someone that the their them they this
    to too us was we were who with you your s again all simply plain pure made
"""
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_LEAST_BESIDE_A_NAME: Final = 3


def has_condition(lines: Iterable[str], names: NameMask) -> bool:
    """Whether at least one of the lines is a condition that is not a person."""
    return any(is_condition(line, names) for line in lines)


def is_condition(line: str, names: NameMask) -> bool:
    """Whether a line names nobody, and says more than that somebody erred.

    A line that names anybody is about a person, whatever else it says. A name written small that
    is also a word of the language ("will", "may") counts as that word.
    """
    spots = names.stretches(line)
    if any(not line[spot.start].islower() for spot in spots):
        return False
    bare = [spot for spot in spots if not is_ordinary(line[spot.start : spot.end])]
    rest = line
    for spot in reversed(bare):
        rest = rest[: spot.start] + " " + rest[spot.end :]
    left = _BLAME.sub(" ", rest)
    words = [found[0] for found in WORD.finditer(left)]
    meaning = [word for word in words if word.lower() not in _SMALL]
    if bare:
        return len(meaning) >= _LEAST_BESIDE_A_NAME
    is_spaceless = not words and any(char.isalnum() for char in left)
    return bool(meaning) or is_spaceless
