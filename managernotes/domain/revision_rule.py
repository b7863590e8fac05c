"""When a save amends the version it follows, and when the words before it are kept.

Autosave comes about once a second (SECURITY-DESIGN §4), and nobody wants fifty versions of one
sentence being typed. So a save amends the version that this session itself began less than five
minutes ago. Whatever stood there before that version began is kept, and so is what a save throws
away: the words before a change can always be brought back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

ONE_VERSION_LASTS = timedelta(minutes=5)
"""Saves within this time of a version's beginning amend it."""

KEPT_REVISIONS = 50
"""So many earlier versions are kept of each record (DESIGN §3)."""


@dataclass(frozen=True, slots=True)
class OpenVersion:
    """A version that this session began: when, and the revision it was last saved as."""

    began_at: datetime
    revision: int


def amends(
    version: OpenVersion | None,
    *,
    now: datetime,
    current: int,
    before: Iterable[str],
    after: Iterable[str],
) -> bool:
    """Whether a save may overwrite `before`, the texts of revision `current`, without keeping them.

    Never when another window saved in between, when the clock went back, or when the save would
    throw away more than half of the words.
    """
    if version is None or version.revision != current:
        return False
    if not timedelta(0) <= now - version.began_at < ONE_VERSION_LASTS:
        return False
    return _length(after) * 2 >= _length(before)


def _length(texts: Iterable[str]) -> int:
    return sum(map(len, texts))
