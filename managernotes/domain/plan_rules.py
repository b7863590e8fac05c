"""How a growth plan goes on: it is agreed when it says their direction (practice/2-model.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from managernotes.domain.growth import GrowthPlan, PlanState
from managernotes.errors import InvalidInputError

NEXT: Final[Mapping[PlanState, tuple[PlanState, ...]]] = MappingProxyType(
    {
        PlanState.EXPLORING: (PlanState.AGREED,),
        PlanState.AGREED: (PlanState.ACTIVE, PlanState.PAUSED),
        PlanState.ACTIVE: (PlanState.REVIEWED, PlanState.PAUSED),
        PlanState.REVIEWED: (PlanState.DONE, PlanState.ACTIVE, PlanState.PAUSED),
        PlanState.PAUSED: (PlanState.ACTIVE,),
        PlanState.DONE: (),
    }
)
"""Where a plan may go from each state, the usual way first."""


def stepped(plan: GrowthPlan, state: PlanState, today: date) -> GrowthPlan:
    """Return a plan in its next state; InvalidInputError when a guard refuses."""
    if state not in NEXT[plan.state]:
        raise InvalidInputError(
            f"A growth plan that is {_said(plan.state)} cannot be {_said(state)} next;"
            " nothing was changed.",
            "Go one step at a time.",
        )
    if state is not PlanState.EXPLORING and _has_no_direction(plan):
        raise InvalidInputError(
            "A growth plan is agreed when it says their direction; nothing was changed.",
            "Ask them, and write it in their words.",
        )
    return replace(plan, state=state, ended_on=today if state is PlanState.DONE else None)


def taken_up_again(plan: GrowthPlan) -> GrowthPlan:
    """Return a plan that was done as it was before: reviewed."""
    if plan.state is not PlanState.DONE:
        raise InvalidInputError("This growth plan is not done.", "Nothing was changed.")
    return replace(plan, state=PlanState.REVIEWED, ended_on=None)


def fallen_back(plan: GrowthPlan) -> GrowthPlan:
    """Return a plan as far as its words carry it: saving them is never refused (INV-15)."""
    if plan.state not in {PlanState.EXPLORING, PlanState.DONE} and _has_no_direction(plan):
        return replace(plan, state=PlanState.EXPLORING)
    return plan


def _has_no_direction(plan: GrowthPlan) -> bool:
    return not plan.words.direction.strip()


def _said(state: PlanState) -> str:
    return {PlanState.EXPLORING: "being explored"}.get(state, state.value)
