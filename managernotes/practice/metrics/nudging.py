"""At most one question for each person and week, in the order of the metrics."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import Metric, Nudge, Reading

WEEK: Final = 7
MONTH: Final = 30
_MONTHLY = frozenset({Metric.GROWTH_ALIVE, Metric.HOUSE_KEEPING})


def pause_days(metric: Metric) -> int:
    """Return how many days a question rests once it was asked."""
    return MONTH if metric in _MONTHLY else WEEK


def one_for_each(
    readings: Iterable[Reading], may_ask: Callable[[Nudge], bool]
) -> tuple[Nudge, ...]:
    """Return the first question about each person that may be asked, and the first about none."""
    chosen: dict[PersonId | None, Nudge] = {}
    for reading in readings:
        for nudge in reading.nudges:
            if nudge.person not in chosen and may_ask(nudge):
                chosen[nudge.person] = nudge
    return tuple(chosen.values())
