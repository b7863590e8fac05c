"""Whether growth is alive with somebody, and when to ask after it (S14, S16, S42; M13).

Pure judgement over days; what is asked is about my practice, never about the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from managernotes.domain.away import AwayWindow, is_away
from managernotes.domain.person import PersonStatus
from managernotes.practice.rhythm import present_days

STEP_DAYS: Final = 60
"""A step that changed within so many days keeps growth alive (S16)."""

CAREER_DAYS: Final = 180
"""Within so many days there was a career talk (M13)."""

HARD_SPELL_DAYS: Final = 30
"""In a hard spell a step untouched for so many days is worth a question (S14)."""

HARD_SPELL_PAUSE: Final = 14
"""The question comes back after so many days (S14)."""


def is_there(status: PersonStatus, away: Sequence[AwayWindow], today: date) -> bool:
    """Whether somebody is active and not away on a day."""
    return status is PersonStatus.ACTIVE and not is_away(away, today)


def is_long_ago(last_on: date | None, days: int, away: Sequence[AwayWindow], today: date) -> bool:
    """Whether more days than that have passed on which they were there; never: yes."""
    return last_on is None or present_days(last_on, today, away) > days


def asks_after_growth(
    touched_on: date | None,
    *,
    has_plan: bool,
    has_step: bool,
    away: Sequence[AwayWindow],
    today: date,
) -> bool:
    """Whether in a hard spell it is time to ask if the growth plan is still on (S14)."""
    if not (has_plan or has_step):
        return False
    return touched_on is None or present_days(touched_on, today, away) >= HARD_SPELL_DAYS
