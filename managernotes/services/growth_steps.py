"""Steps of growth: an idea, agreed, done with help, reflected on in their words, used (S15)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

from managernotes.domain import growth_rules as rules
from managernotes.domain.growth import (
    GrowthKind,
    GrowthStep,
    NewGrowthStep,
    StepState,
    StepStep,
    StepWords,
)
from managernotes.domain.identity import GrowthStepId
from managernotes.errors import InvalidInputError
from managernotes.services.growth_plans import GrowthPlans
from managernotes.services.note_rules import checked_words
from managernotes.services.present_people import want_present
from managernotes.storage import growth_steps
from managernotes.storage.papers import Sort

Rule = Callable[[GrowthStep], GrowthStep]


class GrowthSteps(GrowthPlans):
    """Adds steps and moves them on; each change one transaction."""

    def step(self, identity: GrowthStepId) -> GrowthStep:
        """Return one step, in the bin or not; PaperNotFoundError when it was erased."""
        return growth_steps.step(self._ledger.db, identity)

    def add_step(self, new: NewGrowthStep) -> GrowthStep:
        """Store a step as an idea; InvalidInputError when it does not say what it is for."""
        db, today, now = self._ledger.db, self._ledger.today(), self._ledger.now()
        words = _checked(new.words)
        if not words.purpose:
            raise InvalidInputError(
                "A step says what it is for; nothing was saved.", "Write a few words."
            )
        rules.check_days(new.start_on, new.due_on)
        with db.transaction():
            want_present(db, [new.person])
            identity, key = self._papers.add(
                Sort.GROWTH_STEP, growth_steps.to_json(words), growth_steps.findable(words)
            )
            step = GrowthStep(
                id=GrowthStepId(identity),
                person=new.person,
                kind=new.kind,
                words=words,
                state=StepState.IDEA,
                start_on=new.start_on,
                due_on=new.due_on,
                is_time_agreed=new.is_time_agreed,
                ended_on=None,
                applied_on=None,
                touched_on=today,
                steps=(StepStep(state=StepState.IDEA, on=min(new.start_on or today, today)),),
                created_at=now,
                updated_at=now,
                revision=1,
            )
            growth_steps.insert(db, key, self._person_key(new.person), step)
            return growth_steps.step(db, step.id)

    def reword_step(
        self, identity: GrowthStepId, words: StepWords, expected_revision: int | None = None
    ) -> GrowthStep:
        """Store changed words; EditConflictError when it is no longer the revision read.

        A step that no longer says what it is for keeps what it said; one that loses what its
        state asks for falls back (INV-15).
        """
        db, today = self._ledger.db, self._ledger.today()
        words = _checked(words)
        with db.transaction():
            old = growth_steps.step(db, identity)
            words = replace(words, purpose=words.purpose or old.words.purpose)
            stored, plain = growth_steps.to_json(words), growth_steps.findable(words)
            self._papers.save(identity, stored, plain, expected_revision)
            if words == old.words:
                return growth_steps.step(db, identity)
            return self._changed_step(identity, lambda step: replace(step, touched_on=today))

    def set_step(
        self,
        identity: GrowthStepId,
        *,
        kind: GrowthKind,
        start_on: date | None,
        due_on: date | None,
        is_time_agreed: bool,
    ) -> GrowthStep:
        """Say what kind of step it is, when it is done, and whether the time for it is agreed."""
        rules.check_days(start_on, due_on)
        today = self._ledger.today()

        def changed(step: GrowthStep) -> GrowthStep:
            new = replace(
                step, kind=kind, start_on=start_on, due_on=due_on, is_time_agreed=is_time_agreed
            )
            return step if new == step else replace(new, touched_on=today)

        with self._ledger.db.transaction():
            return self._changed_step(identity, changed)

    def move_step(
        self, identity: GrowthStepId, state: StepState, on: date | None = None
    ) -> GrowthStep:
        """Move it to its next state as of a day, None: today.

        Done asks for a reflection in their words, applied asks where; stopped asks nothing.
        """
        today = self._ledger.today()
        with self._ledger.db.transaction():
            return self._changed_step(
                identity, lambda step: rules.stepped(step, state, on or today, today)
            )

    def take_back_step(self, identity: GrowthStepId) -> GrowthStep:
        """Take its last change of state back, so that it stands as it did before."""
        today = self._ledger.today()
        with self._ledger.db.transaction():
            return self._changed_step(identity, lambda step: rules.taken_back(step, today))

    def bin_step(self, identity: GrowthStepId) -> None:
        """Move a step to the bin."""
        with self._ledger.db.transaction():
            self._papers.bin(identity)

    def restore_step(self, identity: GrowthStepId) -> None:
        """Take a step out of the bin."""
        with self._ledger.db.transaction():
            self._papers.restore(identity)

    def _changed_step(self, identity: GrowthStepId, rule: Rule) -> GrowthStep:
        db = self._ledger.db
        old = growth_steps.step(db, identity)
        new = rules.fallen_back(rule(old), self._ledger.today())
        if new == old:
            return old
        key = growth_steps.step_key(db, identity)
        growth_steps.update(db, key, new)
        self._papers.touch(key)
        return growth_steps.step(db, identity)


def _checked(words: StepWords) -> StepWords:
    names = [part.name for part in fields(words)]
    checked = StepWords(**{name: checked_words(getattr(words, name)) for name in names})
    return replace(checked, purpose=" ".join(checked.purpose.split()))
