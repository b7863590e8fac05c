"""The brief before a one-to-one: all that is open with somebody, on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from managernotes.domain.brief import Asked, Brief, BriefNote, HardTopic, TheirWords, Untouched
from managernotes.domain.conversation import (
    ONE_ON_ONES,
    Conversation,
    ConversationState,
    ConversationType,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.observation import Kind
from managernotes.practice import brief as practice
from managernotes.practice.rhythm import first_day_of_dots, week_dots
from managernotes.services.ledger import Ledger
from managernotes.services.promises import PromisesService
from managernotes.services.talk_standing import with_standing
from managernotes.services.talks import TalksService
from managernotes.storage import (
    brief_notes,
    changes_to_ask,
    conversation_rows,
    conversations,
    goal_lists,
    goals,
    growth_plans,
    growth_steps,
    note_reading,
    rhythm,
    talks_with,
)
from managernotes.storage import people as storage_people
from managernotes.storage.talks_with import TalkRow

_LOOKED_THROUGH: Final = 12
"""So many earlier talks are looked through for their words."""

_TO_SAY_AT_MOST: Final = 40

_FIRST_BRIEF: Final = timedelta(days=28)
"""How far "since you last met" goes back when they never met."""

_NOTES_THAT_TOUCH: Final = (Kind.GROWTH, Kind.CONTEXT, Kind.THEIR_FEEDBACK_TO_ME)


class BriefsService:
    """Puts a brief together; nothing is written."""

    def __init__(self, ledger: Ledger, talks: TalksService, promises: PromisesService) -> None:
        self._ledger = ledger
        self._talks = talks
        self._promises = promises

    def brief(self, conversation: ConversationId) -> Brief:
        """Return what is worth knowing before a talk; PaperNotFoundError when it was erased."""
        db, today = self._ledger.db, self._ledger.today()
        talk = self._talks.get(conversation)
        person = talk.people[0]
        who = storage_people.person(db, person)
        key = storage_people.person_keys(db, [person])[person]
        met = next(iter(self._earlier(key, talk, ONE_ON_ONES, 2)), None)
        agenda = self._talks.agenda(conversation)
        hard = self._hard(conversation)
        promises = self._promises.lists(person, ended_since=today)
        held = talks_with.last_held_by_type(db, key)
        last_on = met.facts.on if met else None
        since = last_on or today - _FIRST_BRIEF
        growth = growth_steps.steps(db, growth_steps.of_person(db, key))
        steps = practice.live_steps(growth)
        return Brief(
            conversation=conversation,
            type=talk.type,
            person=person,
            planned_on=talk.planned_on,
            planned_at=talk.planned_at,
            minutes=talk.minutes,
            wish=talk.words.wish,
            last_met=met.facts if met else None,
            days_since=(today - last_on).days if last_on else None,
            theirs=tuple(practice.topic_line(one, today) for one in agenda.theirs),
            carried=tuple(practice.topic_line(one, today) for one in agenda.carried),
            mine=tuple(practice.topic_line(one, today) for one in agenda.mine),
            hard=hard,
            to_say=self._to_say(key, conversation, beside_hard=bool(hard)),
            you_owe=tuple(practice.promise_line(one, today) for one in promises.mine),
            they_owe=tuple(practice.promise_line(one, today) for one in promises.theirs),
            asked=_asked(met) if met else None,
            recognition_pref=who.recognition_pref,
            since=self._since(key, since),
            checked=practice.checked_since(goals.goals(db, goal_lists.of_person(db, key)), since),
            changes_to_ask=self._rows(changes_to_ask.of_person(db, key, today)),
            last_times=rhythm.last_times(db, person),
            weeks=week_dots(rhythm.told_on(db, person, first_day_of_dots(today)), today),
            steps=steps,
            growth=() if steps else self._growth_notes(key),
            direction=self._direction(key) or who.aims,
            their_words=practice.their_words(
                _said(self._earlier(key, talk, ConversationType, _LOOKED_THROUGH))
            ),
            untouched=self._untouched(
                person, key, held, max((one.touched_on for one in growth), default=None)
            ),
            last_stay=held.get(ConversationType.STAY),
            last_career=held.get(ConversationType.CAREER),
        )

    def _earlier(
        self, person: int, talk: Conversation, types: Iterable[ConversationType], limit: int
    ) -> list[TalkRow]:
        until = talk.held_on or self._ledger.today()
        rows = talks_with.talks_held(self._ledger.db, person, until, limit=limit, types=types)
        return [row for row in rows if row.facts.id != talk.id]

    def _hard(self, conversation: ConversationId) -> tuple[HardTopic, ...]:
        db = self._ledger.db
        inner = talks_with.held_within(db, conversations.conversation_key(db, conversation))
        return tuple(
            HardTopic(
                conversation=row.id,
                title=row.title,
                is_prepared=row.state is ConversationState.PREPARED,
                still_open=row.still_open,
            )
            for row in with_standing(self._ledger, conversation_rows.rows(db, inner))
        )

    def _to_say(
        self, person: int, conversation: ConversationId, *, beside_hard: bool
    ) -> tuple[BriefNote, ...]:
        db, today = self._ledger.db, self._ledger.today()
        key = conversations.conversation_key(db, conversation)
        within = [brief_notes.planned_in(db, talk) for talk in talks_with.held_within(db, key)]
        planned = brief_notes.planned_in(db, key)
        open_ones = [
            key
            for key in brief_notes.unsaid(db, person)[:_TO_SAY_AT_MOST]
            if key not in set(planned)
        ]
        lines = self._planned(planned)
        for notes in within:
            lines += practice.of_hard_talk(self._planned(notes))
        lines += [
            practice.note_line(row, today, beside_hard=beside_hard)
            for row in note_reading.rows_by_key(db, open_ones)
        ]
        return practice.in_order_to_say(lines)

    def _planned(self, notes: list[int]) -> list[BriefNote]:
        today, rows = self._ledger.today(), note_reading.rows_by_key(self._ledger.db, notes)
        return [practice.note_line(row, today, is_planned_here=True) for row in rows]

    def _since(self, person: int, day: date) -> tuple[BriefNote, ...]:
        return self._rows(brief_notes.since(self._ledger.db, person, day, practice.NOTES_SHOWN))

    def _rows(self, keys: list[int]) -> tuple[BriefNote, ...]:
        today = self._ledger.today()
        rows = note_reading.rows_by_key(self._ledger.db, keys)
        return tuple(practice.note_line(row, today) for row in rows)

    def _growth_notes(self, person: int) -> tuple[BriefNote, ...]:
        db = self._ledger.db
        return self._rows(brief_notes.of_kind(db, person, Kind.GROWTH, practice.GROWTH_SHOWN))

    def _direction(self, person: int) -> str:
        """Return their direction as the growth plan says it; empty without one."""
        plan = growth_plans.present(self._ledger.db, person)
        return plan.words.direction.strip() if plan else ""

    def _untouched(
        self,
        person: PersonId,
        key: int,
        held: Mapping[ConversationType, date],
        stepped: date | None,
    ) -> tuple[Untouched, ...]:
        db = self._ledger.db
        notes = {kind: brief_notes.last_of_kind(db, key, kind) for kind in _NOTES_THAT_TOUCH}
        thanked = rhythm.last_times(db, person).thanked_on
        return practice.untouched(
            practice.last_touched(held, notes, thanked, stepped), self._ledger.today()
        )


def _asked(met: TalkRow) -> Asked | None:
    """Return what they asked when they last met, if it was answered at all (S13)."""
    words = str(met.words.get("asked", "")).strip()
    if not words and not met.asked_nothing:
        return None
    return Asked(text=words, on=met.facts.on, conversation=met.facts.id)


def _said(talks: Iterable[TalkRow]) -> Iterable[TheirWords]:
    for talk in talks:
        yield TheirWords(
            text=str(talk.words.get("their_words", "")),
            on=talk.facts.on,
            conversation=talk.facts.id,
        )
