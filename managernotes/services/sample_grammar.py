"""Sentences with slots: how the sample's fragments become text.

A slot is `{word}`; the same word within one note has the same value, so that what happened, what it
changed and what comes next speak of one thing. `{Word}` begins a sentence, `{word2}` is another
one of the same sort, and `{word_word}` leaves out the leading article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Protocol

_SLOT = re.compile(r"\{([A-Za-z]\w*)\}")
_ARTICLE = "the "
_BARE = "_word"
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Template:
    """One fragment, cut at its slots: (text before, slot, capital, bare), then what is left."""

    parts: tuple[tuple[str, str, bool, bool], ...]
    tail: str


Fragments = tuple[Template, ...]
"""Fragments that may stand for each other."""

Words = Mapping[str, Fragments]
"""The values a slot can have, by its name."""


def seeded(seed: int) -> Random:
    """Return the chance that a sample is drawn with: the same for the same seed, and no secret."""
    return Random(seed)  # noqa: S311  no secret is made from it


def read_template(source: str) -> Template:
    """Cut a fragment at its slots."""
    parts: list[tuple[str, str, bool, bool]] = []
    at = 0
    for found in _SLOT.finditer(source):
        bare = found[1].endswith(_BARE)
        name = found[1].removesuffix(_BARE) if bare else found[1]
        slot = name[0].lower() + name[1:]
        parts.append((source[at : found.start()], slot, name[0].isupper(), bare))
        at = found.end()
    return Template(tuple(parts), source[at:])


class Setting(Protocol):
    """What the slots that are worked out, and not drawn, depend on: who and when."""

    def bind(self, slot: str, sentences: Sentences) -> bool:
        """Bind a slot, and those that belong to it; False when it is to be drawn."""
        ...

    def earlier(self, days: int) -> Setting:
        """Return the same setting about so many days before."""
        ...


class Sentences:
    """Fills the fragments of one note; what was drawn once stays."""

    def __init__(self, words: tuple[Words, ...], setting: Setting, chance: Random) -> None:
        self._words = words
        self._setting = setting
        self._chance = chance
        self._random = chance.random
        self.bound: dict[str, str] = {}

    def earlier(self, days: int, words: Words) -> Sentences:
        """Return sentences about another moment, so many days before, with words of its own."""
        return Sentences((words, *self._words[1:]), self._setting.earlier(days), self._chance)

    def fill(self, template: Template) -> str:
        """Return the text of a fragment; KeyError when nothing is known of a slot."""
        if not template.parts:
            return template.tail
        out: list[str] = []
        bound = self.bound
        for before, slot, capital, bare in template.parts:
            value = bound.get(slot) or self.value(slot)
            if bare:
                value = value.removeprefix(_ARTICLE)
            out += (before, value[0].upper() + value[1:] if capital else value)
        out.append(template.tail)
        return "".join(out)

    def pick(self, choices: Fragments) -> str:
        """Return the text of one of the fragments."""
        return self.fill(choices[int(self._random() * len(choices))])

    def value(self, slot: str) -> str:
        """Return the value of a slot, binding it first when it is new."""
        if slot not in self.bound and not self._setting.bind(slot, self):
            self.bound[slot] = self._drawn(slot)
        return self.bound[slot]

    def _drawn(self, slot: str) -> str:
        base = slot.rstrip(_DIGITS)
        choices = self._choices(base)
        taken = {value for other, value in self.bound.items() if other.rstrip(_DIGITS) == base}
        while (value := self.pick(choices)) in taken:
            pass
        return value

    def _choices(self, base: str) -> Fragments:
        for words in self._words:
            if base in words:
                return words[base]
        raise KeyError(base)
