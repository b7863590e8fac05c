"""Which goal a lesson serves, and which it might serve."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.domain.identity import GoalId, PersonId
from managernotes.domain.lesson import Lesson
from managernotes.errors import NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.discreet_records import names_in


@names_in("title")
@dataclass(frozen=True, slots=True)
class ServedGoal:
    """A goal as the row under a lesson shows it."""

    id: GoalId
    person: PersonId
    title: str


def goal_of(workspace: Workspace, lesson: Lesson) -> ServedGoal | None:
    """Return the goal a lesson serves; None without one, or when it is in the bin."""
    if lesson.goal is None:
        return None
    try:
        goal = workspace.goals.get(lesson.goal)
    except NotFoundError:
        return None
    return ServedGoal(goal.id, goal.person, goal.words.title)


def goals_under_way(workspace: Workspace) -> tuple[ServedGoal, ...]:
    """Return everybody's goals that are under way, A to Z by person."""
    rows = workspace.goals.everyone()
    return tuple(ServedGoal(row.id, row.person, row.title) for row in rows)
