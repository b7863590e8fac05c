"""A goal as it is handed over: what it is for, how far it is, and the help it takes (S38, S40).

A course in words, never a mark: what was seen on which day, in the words of the check-ins.
"""

from __future__ import annotations

from typing import Final

from managernotes.domain.day_words import year_day
from managernotes.domain.goal import CheckIn, Goal, GoalState, SetBy
from managernotes.domain.handover import HandoverEntry
from managernotes.practice.course_words import WORDS, number, unit_of
from managernotes.practice.handover_sentences import labelled, sentence

LATEST: Final = 6
"""So many check-ins are told; how many there were before is said."""

_STATES: Final = {
    GoalState.PROPOSED: "Proposed, not agreed yet",
    GoalState.AGREED: "Agreed",
    GoalState.ACTIVE: "Under way",
    GoalState.PAUSED: "Paused",
    GoalState.MET: "Met",
    GoalState.PARTLY_MET: "Partly met",
    GoalState.NOT_MET: "Not met",
    GoalState.DROPPED: "Dropped",
}
_SET_BY: Final = {
    SetBy.THEM: "set by them",
    SetBy.ME: "set by their manager",
    SetBy.TOGETHER: "set together",
}


def goal_entry(goal: Goal, vision_line: str = "") -> HandoverEntry:
    """Return a goal as it is handed over; `vision_line` is the text of the line it serves."""
    words = goal.words
    facts = [
        _standing(goal),
        labelled("Why", words.why),
        labelled("Serves", vision_line),
        labelled("Measured by", _measure(goal)),
        labelled("Help it takes", words.support_needed),
        f"To be looked at again on {year_day(goal.next_on)}." if goal.next_on else "",
    ]
    return HandoverEntry(
        lead=words.title, facts=tuple(filter(None, facts)), points=tuple(_course(goal))
    )


def _standing(goal: Goal) -> str:
    said = [_STATES[goal.outcome or goal.state]]
    if goal.ended_on:
        said[0] += f" on {year_day(goal.ended_on)}"
    if goal.due_on:
        due = f"due {year_day(goal.due_on)}"
        if goal.original_due_on and goal.original_due_on != goal.due_on:
            due += f" (first agreed for {year_day(goal.original_due_on)})"
        said.append(due)
    if goal.set_by:
        said.append(_SET_BY[goal.set_by])
    return sentence(said)


def _measure(goal: Goal) -> str:
    unit = unit_of(goal)
    start, target = goal.start_value, goal.target_value
    span = ""
    if start is not None and target is not None:
        span = f"from {number(start, unit)} to {number(target, unit)}"
    elif target is not None:
        span = f"up to {number(target, unit)}"
    return ", ".join(filter(None, (goal.words.measure.strip().rstrip("."), span)))


def _course(goal: Goal) -> list[str]:
    if not goal.check_ins:
        return []
    before = len(goal.check_ins) - LATEST
    told = [_seen(one, unit_of(goal)) for one in goal.check_ins[-LATEST:]]
    if before > 0:
        since = year_day(goal.check_ins[0].on)
        earlier = "One earlier check-in" if before == 1 else f"{before} earlier check-ins"
        told.insert(0, f"{earlier}, the first on {since}.")
    return told


def _seen(seen: CheckIn, unit: str) -> str:
    said = [number(seen.value, unit)] if seen.value is not None else []
    said.append(WORDS[seen.confidence])
    words = seen.words
    told = [f"{year_day(seen.on)}: {', '.join(said)}.", words.fact.strip()]
    told.append(labelled("In the way", words.obstacle))
    told.append(labelled("Help offered", words.help_offered))
    return " ".join(filter(None, told))
