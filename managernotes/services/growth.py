"""Growth of everybody: a direction in their words, live steps, mentoring, talks (S14-S16, S42)."""

from __future__ import annotations

from datetime import date

from managernotes.domain.conversation import ConversationType
from managernotes.domain.growth import Growth
from managernotes.domain.growth_alive import GrowthAlive
from managernotes.domain.identity import PersonId
from managernotes.practice.growth_alive import CAREER_DAYS, STEP_DAYS, is_long_ago, is_there
from managernotes.services.growth_mentoring import GrowthMentoring
from managernotes.storage import growth_alive, growth_plans, growth_steps, mentorings, talks_with
from managernotes.storage.growth_alive import Grower


class GrowthService(GrowthMentoring):
    """What can be done for growth; the guards are in domain/{plan,growth,mentoring}_rules."""

    def of_person(self, person: PersonId) -> Growth:
        """Return everything about one person's growth; PersonNotFoundError."""
        db, key = self._ledger.db, self._person_key(person)
        return Growth(
            plan=growth_plans.present(db, key),
            steps=growth_steps.steps(db, growth_steps.of_person(db, key)),
            mentoring=mentorings.of_person(db, key),
            last_career_talk=talks_with.last_held_by_type(db, key).get(ConversationType.CAREER),
        )

    def alive(self, today: date | None = None) -> tuple[GrowthAlive, ...]:
        """Return how growth stands with everybody in the team, A-Z (S16, S42, INV-13)."""
        day = today or self._ledger.today()
        return tuple(_alive(one, day) for one in growth_alive.growers(self._ledger.db, day))


def _alive(one: Grower, today: date) -> GrowthAlive:
    there = is_there(one.status, one.away, today)
    talk_is_long_ago = is_long_ago(one.last_talk, CAREER_DAYS, one.away, today)
    return GrowthAlive(
        person=one.id,
        name=one.name,
        step=one.step,
        direction=one.direction,
        last_step_ended=one.ended_on,
        touched_on=one.touched_on,
        last_career_talk=one.last_talk,
        next_career_talk=one.next_talk,
        is_quiet=there and is_long_ago(one.touched_on, STEP_DAYS, one.away, today),
        talk_is_due=there and one.next_talk is None and talk_is_long_ago,
    )
