"""How a step of growth goes on, from an idea to being used in the work (practice/2-model.md §2.2).

Every function takes a step and returns it as it is afterwards, or raises InvalidInputError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from managernotes.domain.growth import LIVE_STEPS, GrowthStep, StepState, StepStep, StepWords
from managernotes.errors import InvalidInputError

NEXT: Final[Mapping[StepState, tuple[StepState, ...]]] = MappingProxyType(
    {
        StepState.IDEA: (StepState.AGREED, StepState.STOPPED),
        StepState.AGREED: (StepState.DOING, StepState.STOPPED),
        StepState.DOING: (StepState.DONE, StepState.STOPPED),
        StepState.DONE: (StepState.APPLIED, StepState.STOPPED),
        StepState.APPLIED: (StepState.STOPPED,),
        StepState.STOPPED: (),
    }
)
"""Where a step may go from each state, the usual way first."""


def lacks_words(state: StepState, words: StepWords) -> bool:
    """Whether a state asks for something that is not written: a reflection, or where it is used."""
    if state is StepState.DONE:
        return not words.reflection.strip()
    if state is StepState.APPLIED:
        return not (words.applied_where.strip() and words.reflection.strip())
    return False


def stepped(step: GrowthStep, state: StepState, on: date, today: date) -> GrowthStep:
    """Return a step in its next state as of a day; InvalidInputError when a guard refuses."""
    if state not in NEXT[step.state]:
        raise InvalidInputError(
            f"A step that is {said(step.state)} cannot be {said(state)} next; nothing was changed.",
            "Go one step at a time.",
        )
    if on > today:
        raise InvalidInputError("That day has not come yet.", "Use today or a day before.")
    if on < step.steps[-1].on:
        raise InvalidInputError("That day is before its last change.", "Use a later day.")
    if lacks_words(state, step.words):
        asked = (
            "what they took from it" if state is StepState.DONE else "where they have used it since"
        )
        raise InvalidInputError(
            f"A step that is {said(state)} asks {asked}; nothing was changed.",
            "Ask them, and write it in their words.",
        )
    return _with_step(step, state, on, today)


def taken_back(step: GrowthStep, today: date) -> GrowthStep:
    """Return a step without its last change of state; InvalidInputError for the first."""
    if len(step.steps) == 1:
        raise InvalidInputError(
            "There is no change to take back; nothing was changed.", "Move the step to the bin."
        )
    return _as_steps_say(replace(step, steps=step.steps[:-1], touched_on=today))


def fallen_back(step: GrowthStep, today: date) -> GrowthStep:
    """Return a step as far as its words carry it: saving them is never refused (INV-15)."""
    on = max(today, step.steps[-1].on)
    while lacks_words(step.state, step.words):
        before = StepState.DONE if step.state is StepState.APPLIED else StepState.DOING
        step = _with_step(step, before, on, today)
    return step


def check_days(start_on: date | None, due_on: date | None) -> None:
    """Raise InvalidInputError when a step would be due before it starts."""
    if start_on is not None and due_on is not None and due_on < start_on:
        raise InvalidInputError(
            "A step is due after it starts; nothing was saved.", "Choose a later day."
        )


def said(state: StepState) -> str:
    """Return a state in words."""
    return {StepState.IDEA: "an idea", StepState.DOING: "being done"}.get(state, state.value)


def _with_step(step: GrowthStep, state: StepState, on: date, today: date) -> GrowthStep:
    steps = (*step.steps, StepStep(state=state, on=on))
    return _as_steps_say(replace(step, steps=steps, touched_on=today))


def _as_steps_say(step: GrowthStep) -> GrowthStep:
    """Return a step whose state and days are those of its changes."""
    state = step.steps[-1].state
    ended_on = None
    if state not in LIVE_STEPS:
        ended = StepState.STOPPED if state is StepState.STOPPED else StepState.DONE
        ended_on = next(one.on for one in reversed(step.steps) if one.state is ended)
    return replace(
        step,
        state=state,
        ended_on=ended_on,
        applied_on=step.steps[-1].on if state is StepState.APPLIED else None,
    )
