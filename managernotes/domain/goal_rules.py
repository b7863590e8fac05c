"""How a goal moves from state to state, and what it needs for that (practice/2-model.md §2.2).

Proposed, agreed, active, then met, partly met, not met or dropped, then reflected on; active and
paused go both ways. Saving words is never refused for what is missing (INV-15): a goal that loses
what its state needs falls back to the last state that does without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from managernotes.domain.goal import FINISHED, CheckIn, Goal, GoalState, GoalStep
from managernotes.errors import InvalidInputError

_ENDS: Final = (
    GoalState.MET,
    GoalState.PARTLY_MET,
    GoalState.NOT_MET,
    GoalState.DROPPED,
)
ENDINGS: Final = frozenset(_ENDS)
"""How a goal ends; which of them it was stays after it was reflected on."""

MUST_SAY_WHAT_WAS_LEARNED: Final = frozenset({GoalState.NOT_MET, GoalState.DROPPED})

NEXT: Final[Mapping[GoalState, tuple[GoalState, ...]]] = MappingProxyType(
    {
        GoalState.PROPOSED: (GoalState.AGREED,),
        GoalState.AGREED: (GoalState.ACTIVE, GoalState.DROPPED),
        GoalState.ACTIVE: (*_ENDS, GoalState.PAUSED),
        GoalState.PAUSED: (GoalState.ACTIVE, GoalState.DROPPED),
        **dict.fromkeys(_ENDS, (GoalState.REFLECTED,)),
        GoalState.REFLECTED: (),
    }
)
"""Where a goal may go from each state, the usual way first."""


def missing(goal: Goal) -> tuple[str, ...]:
    """Return what is wanted before a goal can be agreed, in words (S07)."""
    lacks = (
        (has_measure(goal), "how it is measured"),
        (goal.due_on is not None, "the day it is due"),
        (goal.set_by is not None, "who set it"),
    )
    return tuple(words for is_there, words in lacks if not is_there)


def has_measure(goal: Goal) -> bool:
    """Whether somebody could tell from it how the goal stands."""
    return goal.measured_by is not None or bool(goal.words.measure.strip())


def stepped(goal: Goal, state: GoalState, on: date, today: date) -> Goal:
    """Return a goal in its next state as of a day; InvalidInputError when a guard refuses."""
    if state not in NEXT[goal.state]:
        raise InvalidInputError(
            f"A goal that is {said(goal.state)} cannot be {said(state)} next; nothing was changed.",
            "Go one step at a time.",
        )
    _check_day(goal, on, today)
    lacks = missing(goal)
    if state is GoalState.AGREED and lacks:
        raise InvalidInputError(
            f"A goal is agreed when it says {_and(lacks)}; it stays proposed, as it is saved.",
            "Add what is missing.",
        )
    if state is GoalState.REFLECTED and _learned_is_missing(goal):
        raise InvalidInputError(
            "A goal that was not met or dropped asks what you learned; nothing was changed.",
            "Write one sentence.",
        )
    return _with_step(goal, state, on)


def taken_back(goal: Goal) -> Goal:
    """Return a goal without its last step, as it stood before; InvalidInputError for the first."""
    if len(goal.steps) == 1:
        raise InvalidInputError(
            "There is no step to take back; nothing was changed.", "Move the goal to the bin."
        )
    return _as_steps_say(replace(goal, steps=goal.steps[:-1]))


def fallen_back(goal: Goal, today: date) -> Goal:
    """Return a goal as far as it may stand after a change of what it says (INV-15, S07)."""
    if goal.state not in FINISHED and goal.state is not GoalState.PROPOSED and missing(goal):
        return _with_step(goal, GoalState.PROPOSED, _not_before(goal, today))
    if goal.state is GoalState.REFLECTED and _learned_is_missing(goal):
        assert goal.outcome is not None
        return _with_step(goal, goal.outcome, _not_before(goal, today))
    return goal


def moved(goal: Goal, due_on: date) -> Goal:
    """Give a goal another day; the first one stays as it was agreed (INV-10)."""
    if goal.state in FINISHED:
        raise InvalidInputError(
            "A goal that has ended keeps its day; nothing was changed.", "Take its end back first."
        )
    check_due(due_on, goal.started_on)
    return replace(goal, due_on=due_on, original_due_on=goal.original_due_on or due_on)


def check_due(due_on: date | None, started_on: date) -> None:
    """Raise InvalidInputError for a day before the one it is measured from."""
    if due_on is not None and due_on < started_on:
        raise InvalidInputError(
            "A goal is due after it starts; nothing was saved.", "Choose a later day."
        )


def begun(goal: Goal, check_in: CheckIn) -> Goal:
    """Return an agreed goal as active: its first check-in says that it began."""
    if goal.state is not GoalState.AGREED:
        return goal
    return _with_step(goal, GoalState.ACTIVE, _not_before(goal, check_in.on))


def said(state: GoalState) -> str:
    """Return a state in words."""
    return {GoalState.REFLECTED: "reflected on"}.get(state, state.value.replace("_", " "))


def _with_step(goal: Goal, state: GoalState, on: date) -> Goal:
    return _as_steps_say(replace(goal, steps=(*goal.steps, GoalStep(state=state, on=on))))


def _as_steps_say(goal: Goal) -> Goal:
    """Return a goal whose state, end and day of ending are those of its steps."""
    state = goal.steps[-1].state
    end = None
    if state in FINISHED:
        end = next(step for step in reversed(goal.steps) if step.state in ENDINGS)
    return replace(
        goal,
        state=state,
        outcome=end.state if end else None,
        ended_on=end.on if end else None,
        next_on=None if end else goal.next_on,
    )


def _learned_is_missing(goal: Goal) -> bool:
    return goal.outcome in MUST_SAY_WHAT_WAS_LEARNED and not goal.words.learned.strip()


def _not_before(goal: Goal, day: date) -> date:
    return max(day, goal.steps[-1].on)


def _check_day(goal: Goal, on: date, today: date) -> None:
    if on > today:
        raise InvalidInputError("That day has not come yet.", "Use today or a day before.")
    if on < goal.steps[-1].on:
        raise InvalidInputError(
            "That day is before the last step of this goal.", "Use a later day."
        )


def _and(parts: tuple[str, ...]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
