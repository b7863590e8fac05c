"""Short ways to goals and growth for tests over a real vault."""

from __future__ import annotations

from datetime import date, timedelta

from managernotes.domain.goal import (
    CheckIn,
    CheckInWords,
    Confidence,
    Goal,
    GoalState,
    GoalWords,
    Measure,
    NewCheckIn,
    NewGoal,
    SetBy,
)
from managernotes.domain.identity import GoalId, PersonId
from tests.core.office import NOON, Office
from tests.core.talks_office import person

TODAY = NOON.date()
DUE = TODAY + timedelta(days=60)


def proposed(
    office: Office,
    *,
    to: PersonId | None = None,
    title: str = "Bring restore time under 30 minutes",
    due: date | None = DUE,
    started: date | None = None,
) -> Goal:
    """Store a goal that says all it needs, Dana's if nobody is named."""
    return office.goals.add(
        NewGoal(
            person=to or person(office),
            words=GoalWords(title=title, measure="Minutes from alarm to first order", unit="min"),
            measured_by=Measure.NUMBER,
            start_value=92,
            target_value=30,
            started_on=started,
            due_on=due,
            set_by=SetBy.TOGETHER,
        )
    )


def agreed(office: Office, *, to: PersonId | None = None, title: str = "Restore") -> Goal:
    """Store a goal that was agreed today."""
    return office.goals.step(proposed(office, to=to, title=title).id, GoalState.AGREED)


def ended(office: Office, state: GoalState, *, title: str = "Restore") -> Goal:
    """Store a goal that ended today."""
    goal = agreed(office, title=title)
    office.goals.step(goal.id, GoalState.ACTIVE)
    return office.goals.step(goal.id, state)


def looked_at(  # noqa: PLR0913  what a test may want to be other than usual
    office: Office,
    goal: GoalId,
    *,
    on: date | None = None,
    value: float | None = None,
    confidence: Confidence = Confidence.ON_COURSE,
    next_on: date | None = None,
) -> CheckIn:
    """Store a check-in."""
    return office.goals.check_in(
        NewCheckIn(
            goal=goal,
            words=CheckInWords(fact="Restore runs in parallel now."),
            confidence=confidence,
            on=on,
            value=value,
            next_on=next_on,
        )
    )
