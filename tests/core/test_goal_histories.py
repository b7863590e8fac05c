"""Whatever is done with goals in whatever order: no state without what it needs (model §2.2)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from managernotes.domain.goal import Confidence, Goal, GoalState, GoalWords, Measure, NewGoal, SetBy
from managernotes.domain.identity import CheckInId, GoalId
from managernotes.errors import ManagerNotesError
from managernotes.storage import goals as storage_goals
from managernotes.storage import record_check
from tests.core.goals_office import looked_at, proposed
from tests.core.office import NOON, Office
from tests.core.talks_office import person

DAY = st.integers(-20, 40).map(lambda n: NOON.date() + timedelta(days=n))
VALUE = st.none() | st.sampled_from([0.0, -3.5, 92.0, float("nan")])
ENDS = {GoalState.MET, GoalState.PARTLY_MET, GoalState.NOT_MET, GoalState.DROPPED}
STANDING = {GoalState.AGREED, GoalState.ACTIVE, GoalState.PAUSED}

# The transitions of the model, written down once more: the rules are not asked about themselves.
MAY_FOLLOW = {
    GoalState.PROPOSED: {GoalState.AGREED},
    GoalState.AGREED: {GoalState.ACTIVE, GoalState.DROPPED},
    GoalState.ACTIVE: {*ENDS, GoalState.PAUSED},
    GoalState.PAUSED: {GoalState.ACTIVE, GoalState.DROPPED},
    **{end: {GoalState.REFLECTED} for end in ENDS},
    GoalState.REFLECTED: set(),
}
FALLS_BACK = {
    **{state: {GoalState.PROPOSED} for state in STANDING},
    GoalState.REFLECTED: {GoalState.NOT_MET, GoalState.DROPPED},
}
"""What a change of its words may do to a goal (INV-15)."""


class GoalHistories(RuleBasedStateMachine):
    """Does anything with any goal; what is refused changes nothing."""

    goals: Bundle[GoalId] = Bundle("goals")
    looks: Bundle[CheckInId] = Bundle("looks")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = Office(self.folder)
        self.dana = person(self.office)
        self.first_days: dict[GoalId, date] = {}
        self.births: dict[GoalId, object] = {}

    @rule(
        target=goals,
        measured_by=st.none() | st.sampled_from(Measure),
        due=st.none() | DAY,
        who=st.none() | st.sampled_from(SetBy),
    )
    def add(
        self, measured_by: Measure | None, due: date | None, who: SetBy | None
    ) -> GoalId | MultipleResults[GoalId]:
        """Add a goal that may lack anything but its title."""
        new = NewGoal(
            person=self.dana,
            words=GoalWords(title="Restore"),
            measured_by=measured_by,
            due_on=due,
            set_by=who,
        )
        try:
            return self.office.goals.add(new).id
        except ManagerNotesError:
            return multiple()

    @rule(target=goals)
    def add_whole(self) -> GoalId:
        """Add a goal that can be agreed."""
        due = self.office.ledger.today() + timedelta(days=9)
        return proposed(self.office, to=self.dana, due=due).id

    @rule(goal=goals, state=st.sampled_from(GoalState), on=st.none() | DAY)
    def step(self, goal: GoalId, state: GoalState, on: date | None) -> None:
        """Try to bring it into a state."""
        self._try(goal, lambda: self.office.goals.step(goal, state, on))

    @rule(goal=goals, way=st.integers(0, 4))
    def go_on(self, goal: GoalId, way: int) -> None:
        """Go one of the ways the model knows, so that histories get far."""
        ways = sorted(MAY_FOLLOW[self.office.goals.get(goal).state])
        if ways:
            self._try(goal, lambda: self.office.goals.step(goal, ways[way % len(ways)]))

    @rule(goal=goals, measure=st.sampled_from(["", "Minutes"]), learned=st.sampled_from(["", "A"]))
    def reword(self, goal: GoalId, measure: str, learned: str) -> None:
        """Save words, which is never refused."""
        words = GoalWords(title="Restore", measure=measure, learned=learned)
        assert self.office.goals.reword(goal, words).words == words

    @rule(goal=goals, how=st.none() | st.sampled_from(Measure), value=VALUE)
    def measure(self, goal: GoalId, how: Measure | None, value: float | None) -> None:
        """Change or take away how it is measured."""
        self._try(goal, lambda: self.office.goals.set_measure(goal, how, None, value))

    @rule(goal=goals, who=st.none() | st.sampled_from(SetBy))
    def set_by(self, goal: GoalId, who: SetBy | None) -> None:
        """Change or take away who set it."""
        self._try(goal, lambda: self.office.goals.set_by(goal, who))

    @rule(goal=goals, due=DAY)
    def move(self, goal: GoalId, due: date) -> None:
        """Give it another day."""
        self._try(goal, lambda: self.office.goals.move(goal, due))

    @rule(goal=goals)
    def take_back(self, goal: GoalId) -> None:
        """Take its last step back."""
        self._try(goal, lambda: self.office.goals.take_back(goal))

    @rule(
        target=looks,
        goal=goals,
        on=st.none() | DAY,
        value=VALUE,
        confidence=st.sampled_from(Confidence),
        next_on=st.none() | DAY,
    )
    def look(
        self,
        goal: GoalId,
        on: date | None,
        value: float | None,
        confidence: Confidence,
        next_on: date | None,
    ) -> CheckInId | MultipleResults[CheckInId]:
        """Check in."""
        made: list[CheckInId] = []

        def check_in() -> None:
            seen = looked_at(
                self.office, goal, on=on, value=value, confidence=confidence, next_on=next_on
            )
            made.append(seen.id)

        self._try(goal, check_in)
        return made[0] if made else multiple()

    @rule(look=looks)
    def remove(self, look: CheckInId) -> None:
        """Take a check-in away, and put it back."""
        self.office.goals.remove_check_in(look)
        self.office.goals.restore_check_in(look)

    @rule(days=st.integers(0, 10))
    def wait(self, days: int) -> None:
        """Let days pass."""
        self.office.clock.advance(days=days)

    @invariant()
    def every_goal_has_what_its_state_needs(self) -> None:
        """By what the vault holds."""
        today = self.office.ledger.today()
        for goal in self.office.goals.of_person(self.dana):
            _check(goal, today)
            assert goal.created_at == self.births.setdefault(goal.id, goal.created_at)
            if goal.original_due_on is not None:
                first = self.first_days.setdefault(goal.id, goal.original_due_on)
                assert goal.original_due_on == first, "INV-10"

    def _try(self, goal: GoalId, deed: Callable[[], object]) -> None:
        before = storage_goals.goal(self.office.db, goal)
        try:
            deed()
        except ManagerNotesError:
            assert storage_goals.goal(self.office.db, goal) == before

    def teardown(self) -> None:
        """Prove the record, and leave nothing behind."""
        assert record_check.check_record(self.office.db)[1] == []
        self.office.close()
        shutil.rmtree(self.folder)


def _check(goal: Goal, today: date) -> None:
    states = [one.state for one in goal.steps]
    assert states[0] is GoalState.PROPOSED
    assert states[-1] is goal.state
    for before, after in pairwise(states):
        assert after in MAY_FOLLOW[before] | FALLS_BACK.get(before, set())
    days = [one.on for one in goal.steps]
    assert days == sorted(days)
    assert days[-1] <= today
    if goal.state in STANDING:
        assert goal.measured_by is not None or goal.words.measure.strip(), "S07"
        assert goal.due_on is not None, "S07"
        assert goal.set_by is not None, "S07"
    has_ended = goal.state in ENDS or goal.state is GoalState.REFLECTED
    assert has_ended == (goal.outcome in ENDS)
    assert has_ended == (goal.ended_on is not None)
    assert not (has_ended and goal.next_on)
    if goal.state is GoalState.REFLECTED and goal.outcome in {
        GoalState.NOT_MET,
        GoalState.DROPPED,
    }:
        assert goal.words.learned.strip()
    assert [one.on for one in goal.check_ins] == sorted(one.on for one in goal.check_ins)


def test_s07_inv_10_no_history_of_a_goal_reaches_a_state_without_what_it_needs() -> None:
    run_state_machine_as_test(
        GoalHistories,
        settings=settings(max_examples=15, stateful_step_count=40, deadline=None),
    )


def test_inv_10_a_goal_is_as_it_was_after_its_day_moved_but_for_the_day(office: Office) -> None:
    dana = person(office)
    due = NOON.date() + timedelta(days=9)
    new = NewGoal(person=dana, words=GoalWords(title="Restore"), due_on=due)
    goal = office.goals.add(new)
    moved = office.goals.move(goal.id, due + timedelta(days=1))
    assert replace(moved, due_on=due, revision=1, updated_at=goal.updated_at) == goal
