"""A person's direction: in their own words, said on a day, aiming at what is expected (S15)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date

from managernotes.domain import plan_rules
from managernotes.domain.growth import GrowthPlan, PlanState, PlanWords
from managernotes.domain.identity import ConversationId, GrowthPlanId, PersonId, YardstickId
from managernotes.errors import InvalidInputError, PaperNotFoundError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.present_people import want_present
from managernotes.storage import growth_plans, papers
from managernotes.storage.papers import Sort
from managernotes.storage.people import person_keys


class GrowthPlans:
    """Writes the one plan a person has at a time; each change one transaction."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def save_plan(
        self,
        person: PersonId,
        words: PlanWords,
        *,
        said_on: date | None,
        said_in: ConversationId | None = None,
        expected_revision: int | None = None,
    ) -> GrowthPlan:
        """Store where a person wants to go, and when they said so; the first time begins a plan.

        EditConflictError when it is no longer the revision read.
        """
        db = self._ledger.db
        words = _checked(words)
        if said_on is not None and said_on > self._ledger.today():
            raise InvalidInputError("They have not said so yet.", "Use today or a day before.")
        with db.transaction():
            present = growth_plans.present(db, self._person_key(person))
            if present is None:
                present = self._begin(person, words)
            stored, plain = growth_plans.to_json(words), growth_plans.findable(words)
            self._papers.save(present.id, stored, plain, expected_revision)
            return self._changed_plan(
                present.id, lambda plan: replace(plan, said_on=said_on, said_in=said_in)
            )

    def step_plan(self, person: PersonId, state: PlanState) -> GrowthPlan:
        """Move their plan to its next state; agreed needs a direction in their words."""
        today = self._ledger.today()
        with self._ledger.db.transaction():
            return self._changed_plan(
                self._want_plan(person).id, lambda plan: plan_rules.stepped(plan, state, today)
            )

    def take_up_plan(self, person: PersonId) -> GrowthPlan:
        """Take back that their last plan was done; PaperNotFoundError when none was."""
        db = self._ledger.db
        with db.transaction():
            key = self._person_key(person)
            if growth_plans.present(db, key) is not None:
                raise InvalidInputError(
                    "They have a newer growth plan; nothing was changed.", "Go on with that one."
                )
            done = growth_plans.last_done(db, key)
            if done is None:
                raise PaperNotFoundError
            return self._changed_plan(done.id, plan_rules.taken_up_again)

    def aim(self, person: PersonId, yardsticks: Sequence[YardstickId]) -> GrowthPlan:
        """Say which expectations their plan aims at."""
        db = self._ledger.db
        with db.transaction():
            plan = self._want_plan(person)
            key = papers.key_of(db, plan.id)
            growth_plans.set_yardsticks(db, key, yardsticks)
            self._papers.touch(key)
            return growth_plans.plan(db, plan.id)

    def _begin(self, person: PersonId, words: PlanWords) -> GrowthPlan:
        db, now = self._ledger.db, self._ledger.now()
        want_present(db, [person])
        identity, key = self._papers.add(
            Sort.GROWTH_PLAN, growth_plans.to_json(words), growth_plans.findable(words)
        )
        plan = GrowthPlan(
            id=GrowthPlanId(identity),
            person=person,
            words=words,
            state=PlanState.EXPLORING,
            said_on=None,
            said_in=None,
            ended_on=None,
            yardsticks=(),
            created_at=now,
            updated_at=now,
            revision=1,
        )
        growth_plans.insert(db, key, self._person_key(person), plan)
        return plan

    def _want_plan(self, person: PersonId) -> GrowthPlan:
        plan = growth_plans.present(self._ledger.db, self._person_key(person))
        if plan is None:
            raise InvalidInputError(
                "There is no growth plan yet; nothing was changed.",
                "Write their direction first, in their words.",
            )
        return plan

    def _changed_plan(
        self, identity: GrowthPlanId, rule: Callable[[GrowthPlan], GrowthPlan]
    ) -> GrowthPlan:
        db = self._ledger.db
        old = growth_plans.plan(db, identity)
        new = plan_rules.fallen_back(rule(old))
        if new == old:
            return old
        key = papers.key_of(db, identity)
        growth_plans.update(db, key, new)
        self._papers.touch(key)
        return growth_plans.plan(db, identity)

    def _person_key(self, person: PersonId) -> int:
        return person_keys(self._ledger.db, [person])[person]


def _checked(words: PlanWords) -> PlanWords:
    names = [part.name for part in fields(words)]
    return PlanWords(**{name: checked_words(getattr(words, name)) for name in names})
