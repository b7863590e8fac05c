"""Goals and growth for the tests of their screens."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from managernotes.domain.goal import (
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
from managernotes.services.workspace import Workspace
from managernotes_ui.goals.goals_tab import GoalsTab
from managernotes_ui.shell.page import PageName, Place
from tests.ui.people_bench import PeopleBench
from tests.ui.talk_bench import TODAY, focused, tell

NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


def begin(
    bench: PeopleBench,
    title: str = "Restore time under 30 minutes",
    *,
    whole: bool = True,
    person: PersonId | None = None,
    words: GoalWords | None = None,
) -> GoalId:
    """Write a goal down, for Dana unless somebody else is named, with all that agreeing wants."""
    new = NewGoal(
        person=person or bench.bench.dana.id,
        words=words or GoalWords(title=title, measure="Minutes", unit="min" if whole else ""),
        measured_by=Measure.NUMBER if whole else None,
        start_value=92.0 if whole else None,
        target_value=30.0 if whole else None,
        started_on=date(2026, 7, 1),
        due_on=date(2026, 12, 15) if whole else None,
        set_by=SetBy.TOGETHER if whole else None,
    )
    goal = bench.bench.ask(lambda workspace: workspace.goals.add(new))
    tell(bench)
    return goal.id


def agree(bench: PeopleBench, goal: GoalId, *states: GoalState) -> None:
    """Move a goal on, step by step."""
    for state in (GoalState.AGREED, *states):
        bench.bench.ask(partial(_step, goal, state))
    tell(bench)


def _step(goal: GoalId, state: GoalState, workspace: Workspace) -> Goal:
    return workspace.goals.step(goal, state)


def look(  # noqa: PLR0913 - a check-in's parts, by keyword
    bench: PeopleBench,
    goal: GoalId,
    fact: str = "Timed rehearsal",
    *,
    ago: int = 0,
    value: float | None = 51.0,
    confidence: Confidence = Confidence.ON_COURSE,
    help_offered: str = "",
) -> None:
    """Write a check-in."""
    new = NewCheckIn(
        goal=goal,
        words=CheckInWords(fact=fact, help_offered=help_offered),
        confidence=confidence,
        on=TODAY - timedelta(days=ago),
        value=value,
    )
    bench.bench.ask(lambda workspace: workspace.goals.check_in(new))
    tell(bench)


def get(bench: PeopleBench, goal: GoalId) -> Goal:
    """Return a goal as it is in the vault."""
    return bench.bench.ask(lambda workspace: workspace.goals.get(goal))


class TabScreen:
    """Dana's goals and growth, on show."""

    def __init__(self, bench: PeopleBench, width: int = 1056) -> None:
        self.bench = bench
        self.tab = GoalsTab(bench.desk)
        bench.show(self.tab, width, 700)
        self.tab.set_padding(32, 32)
        self.tab.show_place(Place(PageName.PERSON, person=bench.bench.dana.id, query="goals"))
        bench.settle()
        self.tab.take_focus()
        bench.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(focused(), key, modifier)
        self.bench.settle()

    def type(self, words: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(focused(), words)
        self.bench.settle()
