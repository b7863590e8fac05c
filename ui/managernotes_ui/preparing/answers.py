"""Reading and writing single answers in the words of a preparation; pure functions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from managernotes.domain.identity import PersonId
from managernotes.domain.preparation import PreparationWords

SPECIAL = "special."
"""Prefix of the keys of answers that belong to one sort of talk (S22)."""

Answer = str | tuple[str, ...]


def special(prompt: str, person: PersonId | None = None) -> str:
    """Return the key of a sort's own prompt; on a person's sheet it is that person's alone."""
    return f"{SPECIAL}{prompt}" if person is None else f"{SPECIAL}{prompt}.{person.hex}"


def text_of(words: PreparationWords, key: str) -> str:
    """Return the answer under a key as one text."""
    if key.startswith(SPECIAL):
        return words.special.get(key.removeprefix(SPECIAL), "")
    answer = getattr(words, key)
    assert isinstance(answer, str)
    return answer


def lines_of(words: PreparationWords, key: str) -> tuple[str, ...]:
    """Return the answers of a list."""
    answer = getattr(words, key)
    assert isinstance(answer, tuple)
    return answer


def with_text(words: PreparationWords, key: str, text: str) -> PreparationWords:
    """Return the words with another answer; an empty one of a sort's own prompt goes."""
    if not key.startswith(SPECIAL):
        return _changed(words, {key: text})
    kept = {**words.special, key.removeprefix(SPECIAL): text}
    return replace(words, special={name: answer for name, answer in kept.items() if answer})


def with_lines(words: PreparationWords, key: str, lines: tuple[str, ...]) -> PreparationWords:
    """Return the words with another list; empty lines at its end go."""
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return _changed(words, {key: tuple(kept)})


def _changed(words: PreparationWords, change: dict[str, Any]) -> PreparationWords:
    return replace(words, **change)
