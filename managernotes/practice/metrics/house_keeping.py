"""M17: what the vault itself waits for: retention, holds, and jots without a kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from managernotes.domain.metric import NOT_YET, Item, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import counted


def house_keeping(
    retention: Sequence[Item], held: Sequence[Item], jots: Sequence[Item], *, more_jots: int = 0
) -> Reading:
    """Read M17: people whose day to decide has come, people on hold, jots older than a week."""
    loose = len(jots) + more_jots
    parts = (
        f"{counted(len(retention), 'retention day has', 'retention days have')} come"
        if retention
        else "",
        f"{len(held)} on hold" if held else "",
        f"{counted(loose, 'jot waits', 'jots wait')} for a kind" if loose else "",
    )
    to_do = bool(retention or loose)
    nudge = Nudge(
        metric=Metric.HOUSE_KEEPING, person=None, sentence="Ten minutes of tidying up this month?"
    )
    return Reading(
        metric=Metric.HOUSE_KEEPING,
        sentence=" · ".join(part for part in parts if part) or NOT_YET,
        items=(
            *(replace(one, detail="keep, or erase?", is_open=True) for one in retention),
            *(replace(one, detail="on hold") for one in held),
            *(replace(one, detail="no kind yet", is_open=True) for one in jots),
        ),
        next=_next(retention, loose),
        nudges=(nudge,) if to_do else (),
        more=more_jots,
    )


def _next(retention: Sequence[Item], loose: int) -> str | None:
    if retention:
        return "Decide what is kept."
    return "Give the oldest jot a kind." if loose else None
