"""How a thread moves from state to state, and what it needs for that (practice/2-model.md §2.2).

An issue is noticed, raised, agreed, improving, resolved, or passed to HR from anywhere; a setback
is open, steadying, then recovered or accepted; a strength or a project is open and ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from managernotes.domain.thread import Thread, ThreadKind, ThreadState, ThreadStep
from managernotes.errors import InvalidInputError

_ISSUE: Final = (
    ThreadState.NOTICED,
    ThreadState.RAISED,
    ThreadState.AGREED,
    ThreadState.IMPROVING,
    ThreadState.RESOLVED,
)
_SETBACK: Final = (ThreadState.OPEN, ThreadState.STEADYING)

STAGES: Final = MappingProxyType(
    {
        ThreadKind.ISSUE: tuple((state,) for state in _ISSUE),
        ThreadKind.SETBACK: (
            *((state,) for state in _SETBACK),
            (ThreadState.RECOVERED, ThreadState.ACCEPTED),
        ),
        ThreadKind.STRENGTH: ((ThreadState.OPEN,), (ThreadState.ENDED,)),
        ThreadKind.PROJECT: ((ThreadState.OPEN,), (ThreadState.ENDED,)),
    }
)
"""The stages of each kind in their order; a last stage may have two ways to end."""

CLOSED: Final = frozenset(
    {ThreadState.RESOLVED, ThreadState.RECOVERED, ThreadState.ACCEPTED, ThreadState.ENDED}
)
"""In these states a thread is over, on a day and with a sentence (S18)."""

AT_REST: Final = CLOSED | {ThreadState.PASSED_TO_HR}
"""From these a thread goes on only by being opened again."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a step may need: how many concerns of the thread the person has heard."""

    shared_concerns: int = 0


def first_state(kind: ThreadKind) -> ThreadState:
    """Return the state in which a thread begins."""
    return STAGES[kind][0][0]


def next_states(thread: Thread) -> tuple[ThreadState, ...]:
    """Return where a thread may go from here, the usual way first; from rest, nowhere."""
    if thread.state in AT_REST:
        return ()
    stages = STAGES[thread.kind]
    here = next(place for place, states in enumerate(stages) if thread.state in states)
    passed_on = (ThreadState.PASSED_TO_HR,) if thread.kind is ThreadKind.ISSUE else ()
    return (*stages[here + 1], *passed_on)


def stepped(thread: Thread, state: ThreadState, on: date, grounds: Grounds, today: date) -> Thread:
    """Return the thread in its next state, as of a day.

    InvalidInputError when it may not go there, lacks what the step needs, or the day is none
    between its last step and today.
    """
    if state not in next_states(thread):
        raise InvalidInputError(
            f"This thread is {_words(thread.state)}, it cannot be {_words(state)} next.",
            "Open it again first." if thread.state in AT_REST else "Go one step at a time.",
        )
    _check_day(thread, on, today)
    if state is ThreadState.RAISED and grounds.shared_concerns < 1:
        raise InvalidInputError(
            "Nothing of this has been said to them yet.",
            "Link a concern that they have heard, or say it first.",
        )
    if state in CLOSED and not thread.words.better_now.strip():
        raise InvalidInputError(
            "A thread closes with a sentence.", "Write what is better now, or what you both accept."
        )
    return replace(
        thread,
        state=state,
        closed_on=on if state in CLOSED else None,
        look_on=None if state in AT_REST else thread.look_on,
        steps=(*thread.steps, ThreadStep(state=state, on=on)),
    )


def reopened(thread: Thread, on: date, today: date) -> Thread:
    """Return a thread that was over as it was before, from a day on; InvalidInputError else."""
    if thread.state not in AT_REST:
        raise InvalidInputError("This thread is open.", "There is nothing to open again.")
    _check_day(thread, on, today)
    before = next(
        (step.state for step in reversed(thread.steps) if step.state not in AT_REST),
        first_state(thread.kind),
    )
    return replace(
        thread,
        state=before,
        closed_on=None,
        steps=(*thread.steps, ThreadStep(state=before, on=on)),
    )


def _check_day(thread: Thread, on: date, today: date) -> None:
    if on > today:
        raise InvalidInputError("That day has not come yet.", "Use today or a day before.")
    if on < max([thread.opened_on, *(step.on for step in thread.steps)]):
        raise InvalidInputError(
            "That day is before the last step of this thread.", "Use a later day."
        )


def _words(state: ThreadState) -> str:
    return {ThreadState.PASSED_TO_HR: "passed to HR"}.get(state, state.value)
