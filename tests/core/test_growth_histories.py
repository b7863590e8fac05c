"""Whatever is done for growth in whatever order: no state without what it asks (model §2.2)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from managernotes.domain.growth import (
    Growth,
    GrowthKind,
    MentoringState,
    MentoringWords,
    NewGrowthStep,
    PlanState,
    PlanWords,
    StepState,
    StepWords,
)
from managernotes.domain.identity import GrowthStepId, MentoringId
from managernotes.errors import ManagerNotesError
from managernotes.storage import record_check
from tests.core.office import NOON, Office
from tests.core.talks_office import person

DAY = st.integers(-20, 20).map(lambda n: NOON.date() + timedelta(days=n))
SAID = st.sampled_from(["", "In their words"])
ORDER = (StepState.IDEA, StepState.AGREED, StepState.DOING, StepState.DONE, StepState.APPLIED)


class GrowthHistories(RuleBasedStateMachine):
    """Does anything with a plan, steps and mentoring; what is refused changes nothing."""

    steps: Bundle[GrowthStepId] = Bundle("steps")
    mentorings: Bundle[MentoringId] = Bundle("mentorings")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = Office(self.folder)
        self.growth = self.office.growth
        self.dana = person(self.office)

    @rule(direction=SAID, said_on=st.none() | DAY)
    def save_plan(self, direction: str, said_on: date | None) -> None:
        """Write a direction, or take it away."""
        words = PlanWords(direction=direction, strengths="Calm")
        self._try(lambda: self.growth.save_plan(self.dana, words, said_on=said_on))

    @rule(state=st.sampled_from(PlanState))
    def step_plan(self, state: PlanState) -> None:
        """Try to bring the plan into a state."""
        self._try(lambda: self.growth.step_plan(self.dana, state))

    @rule()
    def take_up(self) -> None:
        """Try to take up a plan that was done."""
        self._try(lambda: self.growth.take_up_plan(self.dana))

    @rule(target=steps, kind=st.sampled_from(GrowthKind))
    def add_step(self, kind: GrowthKind) -> GrowthStepId:
        """Have an idea."""
        words = StepWords(purpose="Lead the review")
        return self.growth.add_step(NewGrowthStep(person=self.dana, kind=kind, words=words)).id

    @rule(step=steps, state=st.sampled_from(StepState), on=st.none() | DAY)
    def move_step(self, step: GrowthStepId, state: StepState, on: date | None) -> None:
        """Try to bring a step into a state."""
        self._try(lambda: self.growth.move_step(step, state, on))

    @rule(step=steps, reflection=SAID, where=SAID)
    def reword_step(self, step: GrowthStepId, reflection: str, where: str) -> None:
        """Save words, which is never refused."""
        words = StepWords(purpose="Lead", reflection=reflection, applied_where=where)
        assert self.growth.reword_step(step, words).words == words

    @rule(step=steps)
    def take_back_step(self, step: GrowthStepId) -> None:
        """Take its last change back."""
        self._try(lambda: self.growth.take_back_step(step))

    @rule(target=mentorings, mentor=st.sampled_from(["", "Ruth"]))
    def add_mentoring(self, mentor: str) -> MentoringId:
        """Look for a mentor, or have one."""
        words = MentoringWords(aim="Interviewing", mentor=mentor)
        return self.growth.add_mentoring(self.dana, words).id

    @rule(one=mentorings, state=st.sampled_from(MentoringState))
    def move_mentoring(self, one: MentoringId, state: MentoringState) -> None:
        """Try to bring mentoring into a state."""
        self._try(lambda: self.growth.move_mentoring(one, state))

    @rule(one=mentorings, gained=SAID)
    def reword_mentoring(self, one: MentoringId, gained: str) -> None:
        """Save words, which is never refused."""
        words = MentoringWords(aim="Interviewing", gained=gained)
        assert self.growth.reword_mentoring(one, words).words == words

    @rule(one=mentorings, on=st.none() | DAY)
    def met(self, one: MentoringId, on: date | None) -> None:
        """They met."""
        self._try(lambda: self.growth.met(one, on))

    @rule(one=mentorings)
    def take_back_mentoring(self, one: MentoringId) -> None:
        """Take its last change back."""
        self._try(lambda: self.growth.take_back_mentoring(one))

    @rule(days=st.integers(0, 10))
    def wait(self, days: int) -> None:
        """Let days pass."""
        self.office.clock.advance(days=days)

    @invariant()
    def everything_has_what_its_state_asks(self) -> None:
        """By what the vault holds."""
        growth, today = self._now(), self.office.ledger.today()
        if growth.plan is not None:
            is_exploring = growth.plan.state is PlanState.EXPLORING
            assert is_exploring or growth.plan.words.direction.strip()
            assert growth.plan.state is not PlanState.DONE
        for one in growth.mentoring:
            is_over = one.state is MentoringState.ENDED
            assert is_over == (one.ended_on is not None)
            assert not is_over or one.words.gained.strip()
            assert all(day <= today for day in one.met_on)
        _check_steps(growth, today)

    def _now(self) -> Growth:
        return self.growth.of_person(self.dana)

    def _try(self, deed: Callable[[], object]) -> None:
        before = self._now()
        try:
            deed()
        except ManagerNotesError:
            assert self._now() == before

    def teardown(self) -> None:
        """Prove the record, and leave nothing behind."""
        assert record_check.check_record(self.office.db)[1] == []
        self.office.close()
        shutil.rmtree(self.folder)


def _check_steps(growth: Growth, today: date) -> None:
    for one in growth.steps:
        states = [each.state for each in one.steps]
        assert states[0] is StepState.IDEA
        assert states[-1] is one.state
        for before, after in pairwise(states):
            fell_back = after in {StepState.DOING, StepState.DONE} and before in ORDER[3:]
            stopped = after is StepState.STOPPED and before is not StepState.STOPPED
            assert stopped or fell_back or ORDER.index(after) == ORDER.index(before) + 1
        days = [each.on for each in one.steps]
        assert days == sorted(days)
        assert days[-1] <= today
        assert one.touched_on <= today
        if one.state in {StepState.DONE, StepState.APPLIED}:
            assert one.words.reflection.strip(), "S15"
        if one.state is StepState.APPLIED:
            assert one.words.applied_where.strip()
        is_over = one.state in {StepState.DONE, StepState.APPLIED, StepState.STOPPED}
        assert is_over == (one.ended_on is not None)
        assert (one.state is StepState.APPLIED) == (one.applied_on is not None)


def test_s15_no_history_of_growth_reaches_a_state_without_what_it_asks() -> None:
    run_state_machine_as_test(
        GrowthHistories,
        settings=settings(max_examples=15, stateful_step_count=40, deadline=None),
    )
