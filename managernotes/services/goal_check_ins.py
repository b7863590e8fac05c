"""Looking at a goal on a day: what there was to see, what is in the way, what help was offered."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from managernotes.domain.check_in_rules import Seen, check, check_next
from managernotes.domain.goal import CheckIn, CheckInWords, Confidence, Goal, NewCheckIn
from managernotes.domain.goal_rules import begun
from managernotes.domain.identity import CheckInId, GoalId
from managernotes.services.goal_changes import GoalChanges, want_out_of_bin
from managernotes.services.note_rules import checked_words
from managernotes.storage import check_ins, papers
from managernotes.storage import goals as storage_goals
from managernotes.storage.conversations import conversation_key
from managernotes.storage.papers import Sort


class GoalCheckIns(GoalChanges):
    """Adds check-ins, changes their words, and takes them away."""

    def check_in(self, new: NewCheckIn) -> CheckIn:
        """Store a check-in; an agreed goal becomes active by its first one."""
        with self._ledger.db.transaction():
            return self.check_in_within(new)

    def check_in_within(self, new: NewCheckIn) -> CheckIn:
        """Store a check-in in a transaction that is under way."""
        db, today = self._ledger.db, self._ledger.today()
        goal = want_out_of_bin(storage_goals.goal(db, new.goal))
        words = _checked(new.words)
        on = new.on or today
        check(Seen(on=on, confidence=new.confidence, value=new.value, words=words), goal, today)
        check_next(new.next_on, on)
        talk = conversation_key(db, new.conversation) if new.conversation else None
        identity, key = self._papers.add(
            Sort.CHECK_IN, check_ins.to_json(words), check_ins.findable(words)
        )
        one = CheckIn(
            id=CheckInId(identity),
            goal=new.goal,
            on=on,
            confidence=new.confidence,
            value=new.value,
            words=words,
            conversation=new.conversation,
            created_at=self._ledger.now(),
            revision=1,
        )
        goal_key = storage_goals.goal_key(db, new.goal)
        check_ins.insert(db, key, goal_key, one, talk=talk)
        self._changed_within(new.goal, lambda old: _looked_at(old, one, new.next_on))
        return check_ins.check_in(db, one.id)

    def reword_check_in(
        self,
        identity: CheckInId,
        words: CheckInWords,
        expected_revision: int | None = None,
    ) -> CheckIn:
        """Store changed words; EditConflictError when another window saved in between."""
        db = self._ledger.db
        with db.transaction():
            old = check_ins.check_in(db, identity)
            words = _checked(words)
            self._want_sound(replace(old, words=words))
            self._papers.save(
                identity, check_ins.to_json(words), check_ins.findable(words), expected_revision
            )
            return check_ins.check_in(db, identity)

    def correct_check_in(
        self, identity: CheckInId, *, on: date, confidence: Confidence, value: float | None
    ) -> CheckIn:
        """Say that it was another day, another word or another value."""
        db = self._ledger.db
        with db.transaction():
            old = check_ins.check_in(db, identity)
            new = replace(old, on=on, confidence=confidence, value=value)
            if new != old:
                self._want_sound(new)
                key = papers.key_of(db, identity)
                check_ins.update(db, key, new)
                self._papers.touch(key)
            return check_ins.check_in(db, identity)

    def remove_check_in(self, identity: CheckInId) -> Goal:
        """Move a check-in to the bin; its goal stays in the state it is in."""
        db = self._ledger.db
        with db.transaction():
            one = check_ins.check_in(db, identity)
            self._papers.bin(identity)
            return storage_goals.goal(db, one.goal)

    def restore_check_in(self, identity: CheckInId) -> Goal:
        """Take a check-in out of the bin."""
        db = self._ledger.db
        with db.transaction():
            one = check_ins.check_in(db, identity)
            self._papers.restore(identity)
            return storage_goals.goal(db, one.goal)

    def look_again(self, identity: GoalId, on: date | None) -> Goal:
        """Set the day of the next look at a goal, or none."""
        if on is not None:
            check_next(on, self._ledger.today())
        return self._changed(identity, lambda goal: replace(goal, next_on=on))

    def _want_sound(self, one: CheckIn) -> None:
        goal = storage_goals.goal(self._ledger.db, one.goal)
        seen = Seen(on=one.on, confidence=one.confidence, value=one.value, words=one.words)
        check(seen, goal, self._ledger.today())


def _looked_at(goal: Goal, one: CheckIn, next_on: date | None) -> Goal:
    """Return a goal after a check-in: begun if it was agreed, with the day of the next look."""
    goal = begun(goal, one)
    if goal.ended_on is not None:
        return goal
    if next_on is not None:
        return replace(goal, next_on=next_on)
    has_come = goal.next_on is not None and goal.next_on <= one.on
    return replace(goal, next_on=None) if has_come else goal


def _checked(words: CheckInWords) -> CheckInWords:
    names = [part.name for part in fields(words)]
    return CheckInWords(**{name: checked_words(getattr(words, name)).strip() for name in names})
