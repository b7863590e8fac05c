"""Goals that the story does not hold: one of three years, and one without values."""

from __future__ import annotations

from datetime import date, timedelta

from managernotes.domain.goal import (
    CheckInWords,
    Confidence,
    GoalState,
    GoalWords,
    Measure,
    NewCheckIn,
    NewGoal,
    SetBy,
)
from managernotes.domain.identity import GoalId, PersonId
from managernotes.services.workspace import Workspace

_FIRST, _MONTHS, _MONTH = date(2023, 12, 1), 36, timedelta(days=30)
_WORDS = (Confidence.ON_COURSE,) * 4 + (Confidence.WOBBLING, Confidence.OFF_COURSE)


def tell_long_goal(workspace: Workspace, person: PersonId) -> GoalId:
    """Tell of a goal that was looked at each month for three years."""
    words = GoalWords(title="Half as many calls at night", measure="Calls a quarter")
    new = NewGoal(
        person=person,
        words=words,
        measured_by=Measure.NUMBER,
        start_value=184,
        target_value=80,
        started_on=_FIRST,
        due_on=date(2027, 3, 31),
        set_by=SetBy.THEM,
    )
    goal = workspace.goals.add(new).id
    workspace.goals.step(goal, GoalState.AGREED)
    for month in range(_MONTHS):
        look = NewCheckIn(
            goal=goal,
            words=CheckInWords(fact="Counted with the rota"),
            confidence=_WORDS[month % len(_WORDS)],
            on=_FIRST + month * _MONTH,
            value=184 - month * 2.5 + (month % 5) * 4,
        )
        workspace.goals.check_in(look)
    return goal


def tell_milestone(workspace: Workspace, person: PersonId) -> GoalId:
    """Tell of a goal that is reached or not, and has no values."""
    words = GoalWords(title="The guide is used by another team", measure="A team that is not ours")
    new = NewGoal(
        person=person,
        words=words,
        measured_by=Measure.MILESTONE,
        started_on=date(2026, 9, 1),
        due_on=date(2027, 1, 29),
        set_by=SetBy.ME,
    )
    goal = workspace.goals.add(new).id
    workspace.goals.step(goal, GoalState.AGREED)
    for day, confidence in ((date(2026, 9, 28), Confidence.WOBBLING), (date(2026, 11, 2), None)):
        look = NewCheckIn(
            goal=goal,
            words=CheckInWords(fact="Shown to the support team", help_offered="An hour with Mei"),
            confidence=confidence or Confidence.ON_COURSE,
            on=day,
        )
        workspace.goals.check_in(look)
    return goal
