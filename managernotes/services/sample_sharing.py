"""How far a win or a concern of the sample has got: most have been said, the latest not yet."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from managernotes.domain.observation import SHAREABLE_KINDS, Kind, ShareState

_UNSAID = ((7, 0.6), (21, 0.3), (60, 0.1), (400, 0.03))
"""Up to so many days after it happened, so many are still unsaid."""

_ANSWERED = 0.15
_CHANGED = 0.2
_TIME_TO_CHANGE = 30
_LONGEST_WAIT = 15


def said(
    kind: Kind, day: date, today: date, chance: Random
) -> tuple[ShareState | None, date | None]:
    """Return the share state of a note about a day, and when the person heard it."""
    if kind not in SHAREABLE_KINDS:
        return None, None
    age = (today - day).days
    unsaid = next(share for upto, share in _UNSAID if age <= upto)
    if chance.random() < unsaid:
        return ShareState.UNSAID, None
    wait = int(chance.random() ** 2 * _LONGEST_WAIT)
    heard = min(day + timedelta(days=wait), today - timedelta(days=1))
    return _after_hearing(kind, (today - heard).days, chance), heard


def _after_hearing(kind: Kind, days_ago: int, chance: Random) -> ShareState:
    drawn = chance.random()
    if kind is Kind.CONCERN and days_ago > _TIME_TO_CHANGE and drawn < _CHANGED:
        return ShareState.CHANGE_SEEN
    return ShareState.RESPONDED if drawn < _ANSWERED else ShareState.SHARED
