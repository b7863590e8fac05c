"""M02: in which of the last eight weeks anything was said; dots, no streaks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from managernotes.domain.away import AwayWindow
from managernotes.domain.identity import PersonId
from managernotes.domain.metric import NOT_YET, Item, Metric, Nudge, Reading
from managernotes.practice.rhythm import WEEKS, is_quiet, week_dots


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """On which days one of the team was told something, and when they were away."""

    person: PersonId
    on: Collection[date]
    away: Sequence[AwayWindow]
    is_there: bool
    """Whether they are in the team and not away today: only then a question is fair."""


def feedback_rhythm(
    team: Sequence[Told], items: Sequence[Item], today: date, *, more: int = 0
) -> Reading:
    """Read M02 over everybody of the team; `items` is what was said, newest first."""
    dots = week_dots({day for one in team for day in one.on}, today)
    filled = sum(dots)
    return Reading(
        metric=Metric.FEEDBACK_RHYTHM,
        sentence=f"Something said in {filled} of {WEEKS} weeks" if filled else NOT_YET,
        items=tuple(items),
        next="Say one thing you saw this week." if team and not any(dots[-2:]) else None,
        nudges=tuple(
            Nudge(
                metric=Metric.FEEDBACK_RHYTHM,
                person=one.person,
                sentence="Three weeks without a word. What did you see?",
            )
            for one in team
            if one.is_there and is_quiet(week_dots(one.on, today), one.away, today)
        ),
        dots=dots,
        more=more,
    )
