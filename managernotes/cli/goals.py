"""`goal list`, `goal add` and `goal check-in`."""

from __future__ import annotations

from typing import Any

from managernotes.cli.documents import Names, everybody, iso_day
from managernotes.cli.exit_codes import DONE
from managernotes.cli.goal_arguments import EVERY
from managernotes.cli.run import Run
from managernotes.domain.goal import (
    CheckIn,
    CheckInWords,
    Goal,
    GoalWords,
    Measure,
    NewCheckIn,
    NewGoal,
)
from managernotes.domain.goal_lists import GoalFilter, Standing
from managernotes.domain.goal_rules import said
from managernotes.domain.identity import GoalId
from managernotes.practice.course_words import WORDS, number, unit_of
from managernotes.services.workspace import Workspace


def list_all(workspace: Workspace, run: Run) -> int:
    """List goals, A to Z by person and then by due day."""
    chosen = run.chosen
    goals = workspace.goals.whole(
        GoalFilter(
            standing=None if chosen.state == EVERY else Standing(chosen.state),
            person=None if chosen.person is None else workspace.people.find(chosen.person).id,
        )
    )
    names = everybody(workspace)
    if run.wants_json:
        run.streams.json([goal_document(goal, names) for goal in goals])
        return DONE
    for goal in goals:
        run.streams.say(_line(goal, names))
    return DONE


def add(workspace: Workspace, run: Run) -> int:
    """Add a goal of somebody; it is proposed until they agree."""
    chosen = run.chosen
    person = workspace.people.find(chosen.person)
    has_number = chosen.start is not None or chosen.target is not None
    goal = workspace.goals.add(
        NewGoal(
            person=person.id,
            words=GoalWords(title=" ".join(chosen.title), measure=chosen.measure),
            measured_by=chosen.measured_by or (Measure.NUMBER if has_number else None),
            start_value=chosen.start,
            target_value=chosen.target,
            due_on=chosen.due,
            set_by=chosen.set_by,
        )
    )
    if run.wants_json:
        run.streams.json(goal_document(goal, {person.id: person.display_name}))
    else:
        due = f", due {goal.due_on}" if goal.due_on else ""
        run.streams.say(f"Saved a goal of {person.display_name}, proposed{due}.")
    return DONE


def check_in(workspace: Workspace, run: Run) -> int:
    """Say what there was to see of a goal; an agreed goal begins by its first check-in."""
    chosen = run.chosen
    seen = workspace.goals.check_in(
        NewCheckIn(
            goal=GoalId(chosen.id),
            words=CheckInWords(
                fact=" ".join(chosen.fact),
                obstacle=chosen.obstacle,
                help_offered=chosen.help_offered,
            ),
            confidence=chosen.confidence,
            on=chosen.on,
            value=chosen.value,
            next_on=chosen.next,
        )
    )
    if run.wants_json:
        run.streams.json(_check_in_document(seen, workspace.goals.get(seen.goal)))
    else:
        run.streams.say(f"Saved a check-in of {seen.on}: {WORDS[seen.confidence]}.")
    return DONE


def goal_document(goal: Goal, names: Names) -> dict[str, Any]:
    """Return a goal as `--json` prints it."""
    return {
        "id": str(goal.id),
        "person": names.get(goal.person, ""),
        "title": goal.words.title,
        "state": goal.state.value,
        "measure": goal.words.measure,
        "measured_by": goal.measured_by and goal.measured_by.value,
        "start": goal.start_value,
        "target": goal.target_value,
        "due_on": iso_day(goal.due_on),
        "set_by": goal.set_by and goal.set_by.value,
        "confidence": goal.confidence.value,
        "checked_on": iso_day(goal.checked_on),
        "next_on": iso_day(goal.next_on),
    }


def _check_in_document(seen: CheckIn, goal: Goal) -> dict[str, Any]:
    return {
        "id": str(seen.id),
        "goal": str(seen.goal),
        "on": iso_day(seen.on),
        "fact": seen.words.fact,
        "value": seen.value,
        "confidence": seen.confidence.value,
        "obstacle": seen.words.obstacle,
        "help_offered": seen.words.help_offered,
        "next_on": iso_day(goal.next_on),
    }


def _line(goal: Goal, names: Names) -> str:
    day = iso_day(goal.due_on) or "no day"
    latest = goal.check_ins[-1] if goal.check_ins else None
    seen = "  not checked yet"
    if latest is not None:
        value = number(latest.value, unit_of(goal)) + ", " if latest.value is not None else ""
        seen = f"  {value}{WORDS[latest.confidence]} on {latest.on}"
    whose = names.get(goal.person, "")
    return f"{day:<10}  {said(goal.state):<12}  {whose}: {goal.words.title}{seen}"
