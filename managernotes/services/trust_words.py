"""Which of the manager's own words are looked for: 500 at most, names first."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from managernotes.storage import note_words
from managernotes.vault.connection import Connection

MOST_WORDS: Final = 500
_MOST_NOTES: Final = 400
_MOST_PAPERS: Final = 200
_LEAST_LETTERS: Final = 6
_SURE_LETTERS: Final = 8
"""Eight letters never come about by chance in what is encrypted; six might, once in decades."""
_MOST_LETTERS: Final = 24
_DIGITS: Final = re.compile(r"[a-f]{,7}")
"""Short words that a row of hexadecimal digits may spell: the key file is full of such rows."""
_WORD: Final = re.compile(r"[^\W\d_]{6,}")


def words_to_look_for(db: Connection, *, ours: str) -> list[str]:
    """Return distinct words and names; `ours` is what the app's own files say by themselves."""
    known = ours.casefold()
    chosen: dict[str, str] = {}
    for word in _in_order(db):
        folded = word.casefold()
        if folded not in known and not _DIGITS.fullmatch(folded):
            chosen.setdefault(folded, word)
        if len(chosen) == MOST_WORDS:
            break
    return list(chosen.values())


def _in_order(db: Connection) -> Iterator[str]:
    """Yield names, then long words, then the others, each in no order."""
    chance = random.SystemRandom()
    names = sorted({name for name in note_words.names(db) if len(name) >= _LEAST_LETTERS})
    written = (note_words.some_notes(db, _MOST_NOTES), note_words.some_papers(db, _MOST_PAPERS))
    words = sorted({*_words(names), *_words(chain.from_iterable(written))})
    chance.shuffle(names)
    chance.shuffle(words)
    yield from (name[:_MOST_LETTERS] for name in names)
    yield from (word for word in words if len(word) >= _SURE_LETTERS)
    yield from (word for word in words if len(word) < _SURE_LETTERS)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for word in _WORD.findall(text):
            yield word[:_MOST_LETTERS]
