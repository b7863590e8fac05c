"""When a quiet question may be asked: each after its own pause, one a person and week.

Pure judgement (practice/5-metrics.md: at most one nudge per person per week; S14).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

A_WEEK: Final = 7


def may_ask(
    name: str, known: Mapping[str, tuple[date, date | None]], pause_days: int, today: date
) -> bool:
    """Whether a question may stand there today.

    `known`: when each question about that person was shown last, and put away since. One that
    was first shown today stays there until it is put away.
    """
    for other, (shown_on, _) in known.items():
        if other != name and (today - shown_on).days < A_WEEK:
            return False
    if name not in known:
        return True
    shown_on, put_away_on = known[name]
    if shown_on == today:
        return put_away_on is None
    last = shown_on if put_away_on is None else max(shown_on, put_away_on)
    return (today - last).days >= max(pause_days, A_WEEK)
