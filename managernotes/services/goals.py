"""Goals that move: agreed together, looked at on a day, with the help they take (S07, S40)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from managernotes.domain import goal_rules as rules
from managernotes.domain.check_in_rules import check_next, check_value
from managernotes.domain.conversation import Topic, TopicOwner
from managernotes.domain.goal import (
    Goal,
    GoalState,
    GoalStep,
    GoalWords,
    Measure,
    NewGoal,
    SetBy,
)
from managernotes.domain.goal_lists import GoalFilter, GoalRow
from managernotes.domain.identity import GoalId, NoteId, PersonId, VisionLineId
from managernotes.errors import InvalidInputError
from managernotes.services.goal_changes import (
    checked_goal_words,
    want_out_of_bin,
    want_title,
)
from managernotes.services.goal_check_ins import GoalCheckIns
from managernotes.services.ledger import Ledger
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.present_people import want_present
from managernotes.services.talks import TalksService
from managernotes.services.vision_lines import want_line
from managernotes.storage import goal_lists, note_reading
from managernotes.storage import goals as storage_goals
from managernotes.storage.note_keys import key_of
from managernotes.storage.papers import Sort
from managernotes.storage.people import person_keys

_UNDER_WAY = GoalFilter()


class GoalsService(GoalCheckIns):
    """What can be done with goals; the guards are in domain/goal_rules."""

    def __init__(self, ledger: Ledger, papers: PaperWriting, talks: TalksService) -> None:
        super().__init__(ledger, papers)
        self._talks = talks

    def add(self, new: NewGoal) -> Goal:
        """Store a goal as proposed; the day it is first given is remembered for good (INV-10)."""
        db, today, now = self._ledger.db, self._ledger.today(), self._ledger.now()
        words = checked_goal_words(new.words)
        want_title(words)
        started_on = new.started_on or today
        rules.check_due(new.due_on, started_on)
        check_next(new.next_on, min(started_on, today))
        check_value(new.start_value)
        check_value(new.target_value)
        with db.transaction():
            want_present(db, [new.person])
            want_line(self._ledger, new.vision_line)
            person = person_keys(db, [new.person])[new.person]
            identity, key = self._papers.add(
                Sort.GOAL, storage_goals.to_json(words), storage_goals.findable(words)
            )
            goal = Goal(
                id=GoalId(identity),
                person=new.person,
                words=words,
                state=GoalState.PROPOSED,
                measured_by=new.measured_by,
                start_value=new.start_value,
                target_value=new.target_value,
                started_on=started_on,
                due_on=new.due_on,
                original_due_on=new.due_on,
                set_by=new.set_by,
                vision_line=new.vision_line,
                next_on=new.next_on,
                outcome=None,
                ended_on=None,
                steps=(GoalStep(state=GoalState.PROPOSED, on=min(started_on, today)),),
                check_ins=(),
                notes=(),
                created_at=now,
                updated_at=now,
                revision=1,
            )
            storage_goals.insert(db, key, person, goal)
            return storage_goals.goal(db, goal.id)

    def of_person(self, person: PersonId) -> tuple[Goal, ...]:
        """Return a person's goals: under way by due day, then paused, then the newest end first."""
        db = self._ledger.db
        key = person_keys(db, [person])[person]
        return storage_goals.goals(db, goal_lists.of_person(db, key))

    def everyone(self, wanted: GoalFilter = _UNDER_WAY) -> tuple[GoalRow, ...]:
        """Return the goals of a list, A-Z by person and then by due day (INV-13)."""
        return tuple(goal_lists.rows(self._ledger.db, wanted))

    def whole(self, wanted: GoalFilter = _UNDER_WAY) -> tuple[Goal, ...]:
        """Return the same goals with all that belongs to them."""
        db = self._ledger.db
        goals = storage_goals.goals(db, goal_lists.keys(db, wanted))
        return tuple(goal for goal in goals if wanted.confidence in {None, goal.confidence})

    def of_note(self, note: NoteId) -> tuple[Goal, ...]:
        """Return the goals that a note bears on."""
        db = self._ledger.db
        return storage_goals.goals(db, goal_lists.of_note(db, note))

    def reword(
        self, identity: GoalId, words: GoalWords, expected_revision: int | None = None
    ) -> Goal:
        """Store changed words; EditConflictError when it is no longer the revision read.

        A goal without a title keeps the one it had; one that loses what its state needs falls
        back (INV-15).
        """
        db = self._ledger.db
        words = checked_goal_words(words)
        with db.transaction():
            old = storage_goals.goal(db, identity)
            words = replace(words, title=words.title or old.words.title)
            stored, plain = storage_goals.to_json(words), storage_goals.findable(words)
            self._papers.save(identity, stored, plain, expected_revision)
            return self._changed_within(identity, lambda goal: goal)

    def set_measure(
        self,
        identity: GoalId,
        measured_by: Measure | None,
        start: float | None = None,
        target: float | None = None,
    ) -> Goal:
        """Say what its progress is read from; the values of the start and of the end, or None."""
        check_value(start)
        check_value(target)
        return self._changed(
            identity,
            lambda goal: replace(
                goal, measured_by=measured_by, start_value=start, target_value=target
            ),
        )

    def set_by(self, identity: GoalId, who: SetBy | None) -> Goal:
        """Say who set it."""
        return self._changed(identity, lambda goal: replace(goal, set_by=who))

    def move(self, identity: GoalId, due_on: date) -> Goal:
        """Give it another day; the first one stays as it was agreed (INV-10)."""
        return self._changed(identity, lambda goal: rules.moved(goal, due_on))

    def serve(self, identity: GoalId, vision_line: VisionLineId | None) -> Goal:
        """Say which line of the vision it serves; InvalidInputError for one not in it."""

        def served(goal: Goal) -> Goal:
            want_line(self._ledger, vision_line, goal.vision_line)
            return replace(goal, vision_line=vision_line)

        return self._changed(identity, served)

    def step(self, identity: GoalId, state: GoalState, on: date | None = None) -> Goal:
        """Move it to its next state as of a day, None: today; InvalidInputError as in the rules."""
        today = self._ledger.today()
        return self._changed(identity, lambda goal: rules.stepped(goal, state, on or today, today))

    def take_back(self, identity: GoalId) -> Goal:
        """Take its last step back, so that it stands as it did before."""
        return self._changed(identity, rules.taken_back)

    def link_note(self, identity: GoalId, note: NoteId) -> Goal:
        """Say that a note bears on it; InvalidInputError for one about others (INV-16)."""
        db = self._ledger.db
        with db.transaction():
            goal = storage_goals.goal(db, identity)
            if goal.person not in note_reading.note(db, note).people:
                raise InvalidInputError(
                    "This note is about somebody else; nothing was changed.",
                    "Choose a note about the same person.",
                )
            key = storage_goals.goal_key(db, identity)
            storage_goals.link_note(db, key, key_of(db, note))
            self._papers.touch(key)
            return storage_goals.goal(db, identity)

    def unlink_note(self, identity: GoalId, note: NoteId) -> Goal:
        """Take a note off the goal; the note itself stays."""
        db = self._ledger.db
        with db.transaction():
            key = storage_goals.goal_key(db, identity)
            storage_goals.unlink_note(db, key, key_of(db, note))
            self._papers.touch(key)
            return storage_goals.goal(db, identity)

    def put_on_agenda(self, identity: GoalId) -> Topic:
        """Make it a topic of mine for their next one-to-one; once is enough."""
        goal = want_out_of_bin(self.get(identity))
        text = f"Goal: {goal.words.title}"
        for known in self._talks.open_topics(goal.person):
            if known.owner is TopicOwner.MINE and known.text == text:
                return known
        return self._talks.add_topic(goal.person, TopicOwner.MINE, text)

    def bin(self, identity: GoalId) -> None:
        """Move a goal to the bin, and its check-ins out of sight with it."""
        with self._ledger.db.transaction():
            self._papers.bin(identity)

    def restore(self, identity: GoalId) -> None:
        """Take a goal out of the bin."""
        with self._ledger.db.transaction():
            self._papers.restore(identity)
