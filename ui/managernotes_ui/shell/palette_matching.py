"""How typed letters find names and actions: each begins a word of them (SPEC §5.5)."""

from __future__ import annotations

from functools import lru_cache

from managernotes.domain.folding import folded

Marks = tuple[tuple[int, int], ...]
"""Places (start, end) in a text, in order."""


def beginnings(typed: str, text: str) -> Marks | None:
    """Return where the typed words begin words of a text; None unless every one does.

    Case and accents do not count (DESIGN §4). Nothing typed is found everywhere, unmarked.
    """
    letters, places = _letters(text)
    found: list[tuple[int, int]] = []
    for word in folded(typed).split():
        here = [at for at in _word_starts(letters) if letters.startswith(word, at)]
        if not here:
            return None
        found += [(places[at], places[at + len(word) - 1] + 1) for at in here]
    return _merged(found)


def only_typed(typed: str, text: str, marks: Marks) -> Marks:
    """Return marks of whole words cut to the letters that were typed.

    The index marks "runbook" where "ru" was typed; a word that begins with nothing typed (it may
    have been found by another spelling) stays marked whole.
    """
    words = sorted(folded(typed).split(), key=len, reverse=True)
    cut: list[tuple[int, int]] = []
    for start, end in marks:
        letters, places = _letters(text[start:end])
        begun = next((word for word in words if word and letters.startswith(word)), "")
        cut.append((start, start + places[len(begun) - 1] + 1) if begun else (start, end))
    return tuple(cut)


def _letters(text: str) -> tuple[str, list[int]]:
    """Return a text as it is compared, and for each of its letters the place it came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in _as_compared(char):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places


@lru_cache(maxsize=4096)
def _as_compared(char: str) -> str:
    return " " if char.isspace() else folded(char)


def _word_starts(letters: str) -> list[int]:
    return [
        at
        for at, letter in enumerate(letters)
        if letter.isalnum() and (at == 0 or not letters[at - 1].isalnum())
    ]


def _merged(marks: list[tuple[int, int]]) -> Marks:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
