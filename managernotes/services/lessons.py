"""Lessons: what a setback taught, one change, and whether it held (S31, S32; INV-22)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from managernotes.domain import lesson_rules as rules
from managernotes.domain.identity import GoalId, LessonId, NoteId, PersonId
from managernotes.domain.lesson import (
    Held,
    Lesson,
    LessonCounts,
    LessonState,
    LessonWords,
    NewLesson,
)
from managernotes.domain.lesson_rules import LessonGrounds
from managernotes.domain.observation import Kind
from managernotes.domain.person import Person
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.lesson_words import checked_lesson_words, want_title
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.present_people import want_present
from managernotes.storage import lessons as storage_lessons
from managernotes.storage import note_reading
from managernotes.storage import people as storage_people
from managernotes.storage.conversations import conversation_key
from managernotes.storage.goals import goal_key
from managernotes.storage.note_keys import key_of
from managernotes.storage.papers import Sort
from managernotes.text.conditions import has_condition
from managernotes.text.name_mask import NameMask
from managernotes.text.role_mask import RoleMask
from managernotes.text.team_words import team_words

Rule = Callable[[Lesson, LessonGrounds], Lesson]
"""A step of domain/lesson_rules: the lesson after it, or InvalidInputError."""


class LessonsService:
    """What can be done with lessons; each change one transaction, the guards in lesson_rules."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def add(self, new: NewLesson) -> Lesson:
        """Begin a lesson; InvalidInputError without a title, or for a day still to come.

        PersonNotFoundError for somebody in the bin or unknown.
        """
        db, today = self._ledger.db, self._ledger.today()
        words = want_title(checked_lesson_words(new.words))
        happened_on, looked_at_on = _days(new.happened_on or today, new.looked_at_on, today)
        with db.transaction():
            want_present(db, new.people)
            identity, key = self._papers.add(
                Sort.LESSON, storage_lessons.to_json(words), storage_lessons.findable(words)
            )
            storage_lessons.insert(
                db,
                key,
                happened_on=happened_on,
                looked_at_on=looked_at_on,
                talk=conversation_key(db, new.conversation) if new.conversation else None,
                goal=goal_key(db, new.goal) if new.goal else None,
            )
            storage_lessons.set_people(db, key, new.people)
            return storage_lessons.lesson(db, LessonId(identity))

    def get(self, identity: LessonId) -> Lesson:
        """Return one lesson, in the bin or not; PaperNotFoundError when it was erased."""
        return storage_lessons.lesson(self._ledger.db, identity)

    def list(self) -> tuple[Lesson, ...]:
        """Return every lesson outside the bin: open ones by the day to look, then closed ones."""
        return storage_lessons.present(self._ledger.db)

    def of_note(self, note: NoteId) -> tuple[Lesson, ...]:
        """Return the lessons a note belongs to (S26)."""
        db = self._ledger.db
        return storage_lessons.of_note(db, key_of(db, note))

    def save_words(
        self, identity: LessonId, words: LessonWords, expected_revision: int | None = None
    ) -> Lesson:
        """Store changed words; EditConflictError when it is no longer the revision read.

        Saving is never refused for what is missing (INV-15): a lesson that loses what its state
        needs falls back, one without a title keeps the one it had.
        """
        db, words = self._ledger.db, checked_lesson_words(words)
        with db.transaction():
            before = storage_lessons.lesson(db, identity)
            words = replace(words, title=words.title or before.words.title)
            self._store_words(identity, words, expected_revision)
            return self._changed_within(identity, rules.settled)

    def set_people(self, identity: LessonId, people: Sequence[PersonId]) -> Lesson:
        """Say who looked at it together, never who caused it."""
        db = self._ledger.db
        with db.transaction():
            known = storage_lessons.lesson(db, identity).people
            want_present(db, [one for one in people if one not in known])
            key = storage_lessons.lesson_key(db, identity)
            storage_lessons.set_people(db, key, people)
            self._papers.touch(key)
            return storage_lessons.lesson(db, identity)

    def set_days(self, identity: LessonId, happened_on: date, looked_at_on: date | None) -> Lesson:
        """Say when it happened and when it was looked at together; None: not yet."""
        happened_on, looked_at_on = _days(happened_on, looked_at_on, self._ledger.today())

        def dated(lesson: Lesson, _grounds: LessonGrounds) -> Lesson:
            return replace(lesson, happened_on=happened_on, looked_at_on=looked_at_on)

        return self._changed(identity, dated)

    def agree_change(self, identity: LessonId, due_on: date) -> Lesson:
        """Say by when the change is made first; it may move. InvalidInputError as in the rules."""
        today = self._ledger.today()
        return self._changed(
            identity, lambda one, grounds: rules.change_agreed(one, due_on, grounds, today)
        )

    def look_again(
        self,
        identity: LessonId,
        held: Held,
        on: date | None = None,
        again_on: date | None = None,
    ) -> Lesson:
        """Say whether the change held, None: seen today; partly or no wants another day (S32)."""
        today = self._ledger.today()
        return self._changed(
            identity, lambda one, _: rules.looked_again(one, held, on or today, again_on, today)
        )

    def step(self, identity: LessonId, state: LessonState) -> Lesson:
        """Move it on as far as it stands, or back; InvalidInputError as in the rules."""
        today = self._ledger.today()
        return self._changed(
            identity, lambda one, grounds: rules.stepped(one, state, grounds, today)
        )

    def share(self, identity: LessonId, on: date | None, text: str | None = None) -> Lesson:
        """Note when the team was told, and in which words; None: it was not after all.

        Without words it is `team_words`. Names in them become roles (S33).
        """
        db, today = self._ledger.db, self._ledger.today()
        if on is not None and on > today:
            raise InvalidInputError("That day has not come yet.", "Use today or a day before.")
        with db.transaction():
            if on is not None:
                told = self.team_words(identity) if text is None else self._with_roles(text)
                words = replace(self.get(identity).words, team_words=told)
                self._store_words(identity, words)
            return self._changed_within(identity, lambda one, _: replace(one, shared_on=on))

    def team_words(self, identity: LessonId) -> str:
        """Return the lesson for the team as it stands now, roles instead of names."""
        return team_words(self.get(identity), self._roles())

    def serve(self, identity: LessonId, goal: GoalId | None) -> Lesson:
        """Say which goal it serves; PaperNotFoundError when that is gone."""
        db = self._ledger.db
        with db.transaction():
            key = storage_lessons.lesson_key(db, identity)
            storage_lessons.serve(db, key, goal_key(db, goal) if goal else None)
            self._papers.touch(key)
            return storage_lessons.lesson(db, identity)

    def link_note(self, identity: LessonId, note: NoteId) -> Lesson:
        """Say that a note belongs to it; InvalidInputError for a concern (INV-22)."""
        db = self._ledger.db
        with db.transaction():
            if note_reading.note(db, note).kind is Kind.CONCERN:
                raise InvalidInputError(
                    "A lesson is about conditions: a concern about a person never belongs to it.",
                    "Prepare a talk about the concern instead.",
                )
            key = storage_lessons.lesson_key(db, identity)
            storage_lessons.link_note(db, key, key_of(db, note))
            self._papers.touch(key)
            return storage_lessons.lesson(db, identity)

    def unlink_note(self, identity: LessonId, note: NoteId) -> Lesson:
        """Take that back; the note itself stays."""
        db = self._ledger.db
        with db.transaction():
            key = storage_lessons.lesson_key(db, identity)
            storage_lessons.unlink_note(db, key, key_of(db, note))
            self._papers.touch(key)
            return storage_lessons.lesson(db, identity)

    def checked_in_12_months(self) -> LessonCounts:
        """Return how many changes of the last twelve months were looked at again (M15)."""
        counted = rules.of_twelve_months(self.list(), self._ledger.today())
        latest = sorted(counted, key=lambda one: (one.happened_on, one.id), reverse=True)
        checked = sum(one.checked_on is not None for one in counted)
        return LessonCounts(checked=checked, all=len(counted), lessons=tuple(latest))

    def bin(self, identity: LessonId) -> None:
        """Move a lesson to the bin; its notes stay where they are."""
        with self._ledger.db.transaction():
            self._papers.bin(identity)

    def restore(self, identity: LessonId) -> None:
        """Take a lesson out of the bin."""
        with self._ledger.db.transaction():
            self._papers.restore(identity)

    def _changed(self, identity: LessonId, rule: Rule) -> Lesson:
        with self._ledger.db.transaction():
            return self._changed_within(identity, rule)

    def _changed_within(self, identity: LessonId, rule: Rule) -> Lesson:
        db = self._ledger.db
        old = storage_lessons.lesson(db, identity)
        names = NameMask((who.display_name, who.alias) for who in self._everybody())
        new = rule(old, LessonGrounds(has_condition=has_condition(old.words.likely, names)))
        if new == old:
            return old
        key = storage_lessons.lesson_key(db, identity)
        storage_lessons.update(db, key, new)
        self._papers.touch(key)
        return storage_lessons.lesson(db, identity)

    def _store_words(
        self, identity: LessonId, words: LessonWords, expected_revision: int | None = None
    ) -> None:
        stored, plain = storage_lessons.to_json(words), storage_lessons.findable(words)
        self._papers.save(identity, stored, plain, expected_revision)

    def _with_roles(self, text: str) -> str:
        return self._roles().with_roles(checked_words(text))

    def _roles(self) -> RoleMask:
        return RoleMask((who.display_name, who.alias, who.role) for who in self._everybody())

    def _everybody(self) -> Iterator[Person]:
        """Yield everybody, in the bin or not: a name is one until it is erased."""
        db = self._ledger.db
        yield from storage_people.people(db)
        yield from storage_people.binned_people(db)


def _days(happened_on: date, looked_at_on: date | None, today: date) -> tuple[date, date | None]:
    """Return both days; InvalidInputError when they cannot be."""
    if max(happened_on, looked_at_on or happened_on) > today:
        raise InvalidInputError(
            "A lesson is about a day that has been; nothing was saved.",
            "Use today or a day before.",
        )
    if looked_at_on is not None and looked_at_on < happened_on:
        raise InvalidInputError(
            "It cannot have been looked at before it happened; nothing was saved.",
            "Choose another day.",
        )
    return happened_on, looked_at_on
