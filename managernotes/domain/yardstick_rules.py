"""Whose an expectation is, and whether it is known as it stands (S27, S28)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from managernotes.domain.folding import folded
from managernotes.domain.identity import PersonId
from managernotes.domain.yardstick import Clarity, Yardstick, YardstickKind


def is_level(wanted: str | None, level: str | None) -> bool:
    """Whether what is expected on a level, None: on all of them, is expected on this one."""
    return wanted is None or (level is not None and folded(wanted) == folded(level))


def is_open(yardstick: Yardstick, person: PersonId) -> bool:
    """Whether it is to be talked through: never was, or was edited on a later day (S28)."""
    on = yardstick.talked_on(person)
    return on is None or on < _edit_day(yardstick)


def clarity(yardsticks: Iterable[Yardstick], person: PersonId) -> Clarity:
    """Return what was talked through of a person's expectations and what was not, in their order.

    Values are everybody's and not counted (practice/5-metrics.md, M16).
    """
    theirs = [one for one in yardsticks if one.kind is YardstickKind.EXPECTATION]
    return Clarity(
        talked=tuple(one for one in theirs if not is_open(one, person)),
        open=tuple(one for one in theirs if is_open(one, person)),
    )


def _edit_day(yardstick: Yardstick) -> date:
    """Return the local day of its latest edit, as the clock was when it was made."""
    return yardstick.edited_at.date() if yardstick.edited_at else date.min
