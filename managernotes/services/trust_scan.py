"""Looks for many secrets in many megabytes at once: 500 words in 17 MB take about half a second.

A byte is first translated to its class (letter, digit, …). In what is encrypted, a row of
letters is rare, so that the places where one begins are few; only there are words compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from managernotes.services import trust_classes
from managernotes.services.trust_classes import Classes
from managernotes.services.trust_forms import Form, Pattern, longest
from managernotes.vault.raw_bytes import Bytes

SLICE_BYTES: Final = 512 * 1024
_COMMON: Final = 2e-4
"""A row of classes that begins at more than this share of random places is no help."""
_MOST_WIDE_LANES: Final = 4


@dataclass(slots=True)
class _Lane:
    """The patterns that one table of classes finds: by row of classes, then by its bytes."""

    classes: Classes
    rows: dict[bytes, dict[bytes, list[tuple[int, Pattern]]]] = field(default_factory=dict)

    def take(self, pattern: Pattern) -> bool:
        """Take a pattern, unless none of its rows is rare."""
        content, width = pattern.content, self.classes.width
        mapped = content.translate(self.classes.table)
        starts = range(len(content) - width + 1)
        rows = {start: mapped[start : start + width] for start in starts}
        rare = [start for start in starts if self.classes.share(rows[start]) < _COMMON]
        if not rare:
            return False
        known = [start for start in rare if rows[start] in self.rows]
        start = (known or sorted(rare, key=lambda at: self.classes.share(rows[at])))[0]
        grams = self.rows.setdefault(rows[start], defaultdict(list))
        grams[content[start : start + width]].append((start, pattern))
        return True

    def search(self, content: bytes, found: set[Pattern]) -> None:
        """Add the patterns that are in a piece of a file."""
        mapped, width = content.translate(self.classes.table), self.classes.width
        plain = content.translate(self.classes.fold)
        for row, grams in self.rows.items():
            at = mapped.find(row)
            while at >= 0:
                for start, pattern in grams.get(plain[at : at + width], ()):
                    if at >= start and plain.startswith(pattern.content, at - start):
                        found.add(pattern)
                at = mapped.find(row, at + 1)


class Scanner:
    """Made for some patterns once, then asked about pieces or files."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._overlap = max(longest(self.patterns) - 1, 0)
        self._lanes: dict[Classes, _Lane] = {}
        self._exact: list[Pattern] = []
        for pattern in self.patterns:
            if not self._take(pattern):
                self._exact.append(pattern)

    def search(self, content: bytes) -> set[Pattern]:
        """Return the patterns that are in a piece."""
        found: set[Pattern] = set()
        for lane in self._lanes.values():
            lane.search(content, found)
        lowered = content.lower()
        for pattern in self._exact:
            if pattern.content in (content if pattern.form in _CASE_TELLS else lowered):
                found.add(pattern)
        return found

    def search_from(self, file: Bytes, start: int) -> tuple[set[Pattern], int, int]:
        """Search one slice of a file; what is there, where the next begins, and its bytes.

        The next begins at 0 after the last. Slices overlap, so that a secret across their border
        is found.
        """
        content = file.read_at(start, SLICE_BYTES + self._overlap)
        following = start + SLICE_BYTES if len(content) > SLICE_BYTES else 0
        return self.search(content), following, min(len(content), SLICE_BYTES)

    def _take(self, pattern: Pattern) -> bool:
        return any(self._lane(classes).take(pattern) for classes in self._choices(pattern))

    def _choices(self, pattern: Pattern) -> Iterator[Classes]:
        if pattern.form in _TABLES:
            yield _TABLES[pattern.form]
        elif pattern.form in _WIDE:
            classes = trust_classes.wide(pattern.content, high_first=pattern.form is Form.WIDE_BIG)
            wide = [lane for lane in self._lanes if lane.is_wide]
            if classes is not None and (classes in wide or len(wide) < _MOST_WIDE_LANES):
                yield classes

    def _lane(self, classes: Classes) -> _Lane:
        return self._lanes.setdefault(classes, _Lane(classes))


_WIDE: Final = frozenset({Form.WIDE_LITTLE, Form.WIDE_BIG})
_CASE_TELLS: Final = frozenset({Form.BASE64, Form.RAW})
_TABLES: Final = {
    Form.TEXT: trust_classes.TEXT,
    Form.HEX: trust_classes.HEX,
    Form.BASE64: trust_classes.BASE64,
}
