"""Mentoring: who helps whom grow, how often, and what was gained; never what they say (S15)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

from managernotes.domain import mentoring_rules as rules
from managernotes.domain.growth import Mentoring, MentoringState, MentoringWords
from managernotes.domain.identity import MentoringId, PersonId
from managernotes.domain.person import Cadence
from managernotes.errors import InvalidInputError
from managernotes.services.growth_steps import GrowthSteps
from managernotes.services.note_rules import checked_words
from managernotes.services.present_people import want_present
from managernotes.storage import mentorings, papers
from managernotes.storage.papers import Sort


class GrowthMentoring(GrowthSteps):
    """Adds mentoring and moves it on; each change one transaction."""

    def mentoring(self, identity: MentoringId) -> Mentoring:
        """Return one mentoring, in the bin or not; PaperNotFoundError when it was erased."""
        return mentorings.mentoring(self._ledger.db, identity)

    def add_mentoring(
        self,
        person: PersonId,
        words: MentoringWords,
        every: Cadence | None = None,
        first_on: date | None = None,
        end_on: date | None = None,
    ) -> Mentoring:
        """Store mentoring; it is matched when the mentor is named, else sought."""
        db, now = self._ledger.db, self._ledger.now()
        words = _checked(words)
        if not (words.aim.strip() or words.mentor):
            raise InvalidInputError(
                "Mentoring says what it is for, or who helps; nothing was saved.",
                "Write a few words.",
            )
        rules.check_days(first_on, end_on)
        with db.transaction():
            want_present(db, [person])
            identity, key = self._papers.add(
                Sort.MENTORING, mentorings.to_json(words), mentorings.findable(words)
            )
            one = Mentoring(
                id=MentoringId(identity),
                person=person,
                words=words,
                state=MentoringState.MATCHED if words.mentor else MentoringState.SOUGHT,
                every=every,
                first_on=first_on,
                end_on=end_on,
                ended_on=None,
                met_on=(),
                created_at=now,
                updated_at=now,
                revision=1,
            )
            mentorings.insert(db, key, self._person_key(person), one)
            return mentorings.mentoring(db, one.id)

    def reword_mentoring(
        self, identity: MentoringId, words: MentoringWords, expected_revision: int | None = None
    ) -> Mentoring:
        """Store changed words; EditConflictError when it is no longer the revision read.

        What ended goes on again when it no longer says what was gained (INV-15).
        """
        db = self._ledger.db
        words = _checked(words)
        with db.transaction():
            stored, plain = mentorings.to_json(words), mentorings.findable(words)
            self._papers.save(identity, stored, plain, expected_revision)
            return self._changed_mentoring(identity, rules.fallen_back)

    def set_mentoring(
        self,
        identity: MentoringId,
        *,
        every: Cadence | None,
        first_on: date | None,
        end_on: date | None,
    ) -> Mentoring:
        """Say how often they meet, from when and until when."""
        rules.check_days(first_on, end_on)
        with self._ledger.db.transaction():
            return self._changed_mentoring(
                identity,
                lambda one: replace(one, every=every, first_on=first_on, end_on=end_on),
            )

    def move_mentoring(self, identity: MentoringId, state: MentoringState) -> Mentoring:
        """Move it to its next state; ended asks what was gained."""
        today = self._ledger.today()
        with self._ledger.db.transaction():
            return self._changed_mentoring(identity, lambda one: rules.stepped(one, state, today))

    def take_back_mentoring(self, identity: MentoringId) -> Mentoring:
        """Take its last change of state back."""
        with self._ledger.db.transaction():
            return self._changed_mentoring(identity, rules.taken_back)

    def met(self, identity: MentoringId, on: date | None = None) -> Mentoring:
        """Note that they met on a day, None: today; the first time says that it is under way."""
        today = self._ledger.today()
        with self._ledger.db.transaction():
            return self._changed_mentoring(identity, lambda one: rules.met(one, on or today, today))

    def not_met(self, identity: MentoringId, on: date) -> Mentoring:
        """Take back that they met on a day."""
        with self._ledger.db.transaction():
            return self._changed_mentoring(
                identity,
                lambda one: replace(one, met_on=tuple(day for day in one.met_on if day != on)),
            )

    def bin_mentoring(self, identity: MentoringId) -> None:
        """Move mentoring to the bin."""
        with self._ledger.db.transaction():
            self._papers.bin(identity)

    def restore_mentoring(self, identity: MentoringId) -> None:
        """Take mentoring out of the bin."""
        with self._ledger.db.transaction():
            self._papers.restore(identity)

    def _changed_mentoring(
        self, identity: MentoringId, rule: Callable[[Mentoring], Mentoring]
    ) -> Mentoring:
        db = self._ledger.db
        old = mentorings.mentoring(db, identity)
        new = rule(old)
        if new == old:
            return old
        key = papers.key_of(db, identity)
        mentorings.update(db, key, new)
        self._papers.touch(key)
        return mentorings.mentoring(db, identity)


def _checked(words: MentoringWords) -> MentoringWords:
    names = [part.name for part in fields(words)]
    checked = MentoringWords(**{name: checked_words(getattr(words, name)) for name in names})
    return replace(checked, mentor=" ".join(checked.mentor.split()))
