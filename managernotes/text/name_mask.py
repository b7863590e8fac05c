"""Puts initials in the place of every name in a text (SPEC §8, discreet mode)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from managernotes.text.initials import initials_for, initials_of
from managernotes.text.name_tokens import WORD, is_weak, key_of, pieces_of, words_of

Marks = tuple[tuple[int, int], ...]
"""Places (start, end) in a text, in order."""

_BETWEEN = re.compile(r"[\s.,_\-‐-―'’·]{1,2}\Z")
"""What may stand between two words of one name."""
_PREFIXES = ("והבלכמש", "وفبكل")
"""Letters that Hebrew and Arabic write in front of a name, as part of the word."""
_MOST_PREFIXES = 2
_NOBODY: frozenset[int] = frozenset()


class Stretch(NamedTuple):
    """A name in a text: where it stands, and what is shown for it."""

    start: int
    end: int
    initials: str


class NameMask:
    """Knows everybody's display name and alias; pure, immutable, safe on any thread.

    A name is found as a whole word in any case and with any accents, whole or any word of it,
    with an ending 's or s; words of one person side by side become one. A first name that
    several share becomes its first letter. Inflected forms other than these are not known.
    """

    def __init__(self, people: Iterable[tuple[str, str | None]] = ()) -> None:
        names = list(dict.fromkeys(people))
        self._initials = initials_for([name for name, _alias in names])
        self._by_name = {
            name: initials for (name, _), initials in zip(names, self._initials, strict=True)
        }
        self._words: dict[str, set[int]] = {}
        self._strong: set[tuple[str, int]] = set()
        self._whole: dict[tuple[str, ...], set[int]] = {}
        self._pieces: dict[str, set[int]] = {}
        for number, (name, alias) in enumerate(names):
            for called in filter(None, (name, alias)):
                self._learn(called, number)
        pieces = sorted(self._pieces, key=len, reverse=True)
        self._inside = re.compile("|".join(map(re.escape, pieces))) if pieces else None

    def initials(self, display_name: str) -> str:
        """Return what is shown for a person of this name."""
        return self._by_name.get(display_name) or initials_of(display_name)

    def person_called(self, initials: str) -> str | None:
        """Return the display name behind initials, exactly as they are shown, or None."""
        wanted = initials.upper()
        return next((name for name, shown in self._by_name.items() if shown == wanted), None)

    def words(self, text: str) -> str:
        """Return the text with initials for names."""
        return self.words_and_marks(text, ())[0]

    def words_and_marks(self, text: str, marks: Marks) -> tuple[str, Marks]:
        """Return the text with initials, and the marks where their letters now stand."""
        found = self.stretches(text)
        if not found:
            return text, marks
        parts: list[str] = []
        end = 0
        for stretch in found:
            parts += [text[end : stretch.start], stretch.initials]
            end = stretch.end
        move = _mover(found)
        moved = tuple((move(start, False), move(stop, True)) for start, stop in marks)
        return "".join([*parts, text[end:]]), moved

    def stretches(self, text: str) -> list[Stretch]:
        """Return the names in a text, in order."""
        found = [*self._in_words(text), *self._in_pieces(text)]
        return sorted(found) if self._inside else found

    def _learn(self, called: str, person: int) -> None:
        words = words_of(called)
        lonely = all(map(is_weak, words))
        for word in words:
            self._words.setdefault(word, set()).add(person)
            if lonely or not is_weak(word):
                self._strong.add((word, person))
        if words:
            self._whole.setdefault(words, set()).add(person)
        for piece in pieces_of(called):
            self._pieces.setdefault(piece, set()).add(person)

    def _in_words(self, text: str) -> list[Stretch]:
        if not self._words:
            return []
        found: list[Stretch] = []
        tokens = list(WORD.finditer(text))
        at = 0
        while at < len(tokens):
            name = self._name_at(text, tokens, at)
            if name is None:
                lone = self._joined(tokens[at])
                found += [lone] if lone else []
                at += 1
            else:
                count, stretch = name
                found.append(stretch)
                at += count
        return found

    def _name_at(
        self, text: str, tokens: Sequence[re.Match[str]], at: int
    ) -> tuple[int, Stretch] | None:
        """Return how many words from here are one person's name, and the stretch they make."""
        key = key_of(tokens[at][0])
        meant: AbstractSet[int] | None = self._words.get(key)
        if meant is None:
            return None
        keys: list[str] = []
        count, kept = 0, meant
        while meant:
            keys.append(key)
            is_whole = bool(self._whole.get(tuple(keys), _NOBODY) & meant)
            if is_whole or any((key, person) in self._strong for person in meant):
                count, kept = len(keys), meant
            following = at + len(keys)
            if following == len(tokens) or not _BETWEEN.match(
                text[tokens[following - 1].end() : tokens[following].start()]
            ):
                break
            key = key_of(tokens[following][0])
            if key in keys:
                break
            meant = meant & self._words.get(key, _NOBODY)
        if not count:
            return None
        start, end = tokens[at].start(), tokens[at + count - 1].end()
        shown = self._shown(self._whole.get(tuple(keys[:count]), kept) & kept, tokens[at][0])
        return count, Stretch(start, end, shown)

    def _joined(self, token: re.Match[str]) -> Stretch | None:
        """Return the name in a word that carries an ending s, or letters in front."""
        word, start, end = token[0], token.start(), token.end()
        if word[-1] in "sS" and len(word) > 2:  # noqa: PLR2004 - shorter ones are no names
            return self._lone(word[:-1], start, end - 1)
        for letters in _PREFIXES:
            bare = 0
            while bare < _MOST_PREFIXES and bare < len(word) - 2 and word[bare] in letters:
                bare += 1
                if stretch := self._lone(word[bare:], start + bare, end):
                    return stretch
        return None

    def _lone(self, word: str, start: int, end: int) -> Stretch | None:
        key = key_of(word)
        meant = frozenset(
            person for person in self._words.get(key, _NOBODY) if (key, person) in self._strong
        )
        return Stretch(start, end, self._shown(meant, word)) if meant else None

    def _in_pieces(self, text: str) -> list[Stretch]:
        if self._inside is None:
            return []
        return [
            Stretch(*found.span(), self._shown(self._pieces[found[0]], found[0]))
            for found in self._inside.finditer(text)
        ]

    def _shown(self, meant: AbstractSet[int], word: str) -> str:
        if len(meant) == 1:
            return self._initials[next(iter(meant))]
        return initials_of(word)


def _mover(found: Sequence[Stretch]) -> Callable[[int, bool], int]:
    """Return what tells where a place in the text has gone; inside a name, to one of its ends."""

    def move(place: int, is_end: bool) -> int:  # noqa: FBT001 - which end of a mark it is
        gain = 0
        for stretch in found:
            if place <= stretch.start:
                break
            length = len(stretch.initials)
            if place < stretch.end:
                return stretch.start + gain + (length if is_end else 0)
            gain += length - (stretch.end - stretch.start)
        return place + gain

    return move
