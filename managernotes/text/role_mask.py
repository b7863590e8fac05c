"""Puts roles in the place of every name in a text, for what the team is told (S31, S33)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from managernotes.domain.folding import folded
from managernotes.text.name_mask import NameMask
from managernotes.text.ordinary_words import is_ordinary

SOMEBODY: Final = "a colleague"
"""Stands for whoever has no role, and for a first name that several share."""

_BEGINS: Final = re.compile(r"(?:\A|[.!?:]\s|\n)[\s\-*·•“\"'(]*\Z")
"""What stands before the first word of a sentence."""


class RoleMask(NameMask):
    """Knows everybody's display name, alias and role; finds names as `NameMask` does."""

    def __init__(self, people: Iterable[tuple[str, str | None, str | None]] = ()) -> None:
        roles = {(name, alias): role for name, alias, role in people}
        super().__init__(roles)
        held = Counter(folded(role) for role in roles.values() if role)
        self._roles = tuple(_called(role, held) for role in roles.values())

    def with_roles(self, text: str) -> str:
        """Return the text with "the designer" or "a designer" for every name in it.

        A name written small that is also a word of the language ("will", "may") stays.
        """
        parts: list[str] = []
        end = 0
        for spot in self.stretches(text):
            if is_ordinary(text[spot.start : spot.end]):
                continue
            before = text[end : spot.start]
            role = spot.initials
            begins = _BEGINS.search("".join(parts[-1:]) + before)
            parts += [before, role[:1].upper() + role[1:] if begins else role]
            end = spot.end
        return "".join([*parts, text[end:]])

    def _shown(self, meant: AbstractSet[int], word: str) -> str:  # noqa: ARG002  its letters do not matter
        if len(meant) == 1:
            return self._roles[next(iter(meant))]
        return SOMEBODY


def _called(role: str | None, held: Counter[str]) -> str:
    if not role or not role.strip():
        return SOMEBODY
    title = " ".join(role.split())
    if held[folded(title)] == 1:
        return f"the {title}"
    return f"{'an' if folded(title)[:1] in tuple('aeiou') else 'a'} {title}"
