"""When somebody of the team is quiet: no note and no talk, while they were there (M12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from managernotes.domain.away import AwayWindow
from managernotes.domain.person import PersonStatus
from managernotes.practice.rhythm import present_days

LOOKED_BACK: Final = timedelta(days=60)
"""Notes and talks of so many days count (M12)."""


def first_day(today: date) -> date:
    """Return the first of the sixty days, the last of which is today."""
    return today - LOOKED_BACK + timedelta(days=1)


def is_quiet(  # noqa: PLR0913  both counts, and whether they were there at all
    notes: int,
    talks: int,
    *,
    status: PersonStatus,
    known_since: date,
    away: Sequence[AwayWindow],
    today: date,
) -> bool:
    """Whether nothing passed between us; who is away, or was all the time, is never quiet."""
    since = max(first_day(today) - timedelta(days=1), known_since)
    was_there = status is not PersonStatus.AWAY and present_days(since, today, away) > 0
    return not notes and not talks and was_there
