"""Proof: no word of the manager's and no form of the key lies readable in any file of the app."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from managernotes.services.trust_forms import Pattern, forms_of_key, forms_of_word
from managernotes.services.trust_places import Part, Place
from managernotes.services.trust_proof import Finding, Proving, could_not, failed, proved
from managernotes.services.trust_scan import Scanner
from managernotes.vault.data_key import DataKey
from managernotes.vault.private_files import open_to_read
from managernotes.vault.raw_bytes import Bytes, OwnFile, held_file

_KEY: Final = -1
_PADDING: Final = 7
"""Bytes between what is planted for the control: odd, so that it lies at every alignment."""


def nothing_readable(words: Sequence[str], key: DataKey, places: Iterable[Place]) -> Proving:
    """Look for every form of every word and of the key in every file, half a megabyte a step.

    First every form is planted in a buffer: a scanner that misses one proves nothing.
    """
    scanner = scanner_for(words, key)
    yield
    if not finds_everything_planted(scanner):
        return could_not("The search missed what was planted to test it.")
    search = _Search(scanner)
    for place in places:
        if not place.is_folder:
            yield from search.look_into(place)
    return search.finding(words=len(words))


def scanner_for(words: Sequence[str], key: DataKey) -> Scanner:
    """Return what looks for these words and this key in every form."""
    patterns = [form for number, word in enumerate(words) for form in forms_of_word(number, word)]
    return Scanner([*patterns, *forms_of_key(_KEY, key)])


def finds_everything_planted(scanner: Scanner) -> bool:
    """Whether the scanner finds each of its patterns among random bytes."""
    planted = b"".join(secrets.token_bytes(_PADDING) + p.content for p in scanner.patterns)
    return scanner.search(planted) == set(scanner.patterns)


class _Search:
    """What has been found so far: by part, the numbers of the secrets that it gives away."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self._found: dict[Part, set[int]] = {}
        self._files = self._unread = self._bytes = 0

    def look_into(self, place: Place) -> Iterator[None]:
        """Search one file, and pause after each slice."""
        try:
            with _opened(place) as file:
                start, first = 0, True
                while start or first:
                    found, start, size = self._scanner.search_from(file, start)
                    self._bytes, first = self._bytes + size, False
                    if found:
                        self._found.setdefault(place.part, set()).update(_numbers(found))
                    yield
            self._files += 1
        except FileNotFoundError:
            return
        except OSError:
            self._unread += 1

    def finding(self, words: int) -> Finding:
        """Return what all of it comes to."""
        count = len(set().union(*self._found.values()))
        figures = {"words": words, "found": count, "files": self._files, "bytes": self._bytes}
        if self._found:
            return failed(_sentence(self._found), figures)
        if self._unread:
            return could_not(f"{self._unread} files could not be read.", figures)
        if not words:
            return could_not("There is no word yet to look for.", figures)
        return proved(figures)


@contextmanager
def _opened(place: Place) -> Iterator[Bytes]:
    """Open a file to read it, or read it where this process has it open anyway."""
    if (held := held_file(place.path)) is not None:
        yield held
        return
    with open_to_read(place.path) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FileNotFoundError
        yield OwnFile(file)


def _numbers(patterns: Iterable[Pattern]) -> set[int]:
    return {pattern.secret for pattern in patterns}


def _sentence(found: dict[Part, set[int]]) -> str:
    parts = ", ".join(sorted(part.value for part in found))
    what = "The vault’s key lies" if any(_KEY in numbers for numbers in found.values()) else ""
    return f"{what or 'Something you wrote lies'} readable in: {parts}."
