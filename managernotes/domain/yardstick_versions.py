"""The versions of an expectation: which words held on which day (INV-17)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from managernotes.domain.yardstick import YardstickWords

Version: TypeAlias = tuple[date, YardstickWords]
"""From which day on words held; they are followed by those of the next version."""


def last_of_each_day(saved: Sequence[Version]) -> tuple[Version, ...]:
    """Return versions newest first, only the last of each day; `saved` is newest first."""
    kept: list[Version] = []
    for on, words in saved:
        if not kept or on < kept[-1][0]:
            kept.append((on, words))
    return tuple(kept)


def words_on(versions: Sequence[Version], day: date) -> YardstickWords:
    """Return the words that held at the end of a day; before the first version, the first.

    `versions` are newest first, and there is at least one.
    """
    for on, words in versions:
        if on <= day:
            return words
    return versions[-1][1]
