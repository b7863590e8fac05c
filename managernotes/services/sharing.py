"""Saying what has not been said: planning it, saying it, hearing the answer, seeing the change.

What is allowed stands in domain/share_rules; each step is one transaction, and each has a way
back that brings what was before.
"""

from __future__ import annotations

from datetime import date

from managernotes.domain.conversation import ConversationState
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import KeptBack, Observation, ShareState, TimelineRow
from managernotes.domain.share_rules import ANSWERED, HEARD, kept_back, moved, planned
from managernotes.domain.sharing import Answer, Sharing
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.preparation_standing import recheck_plans
from managernotes.storage import answers, changes_to_ask, note_plans, note_reading, note_writing
from managernotes.storage.note_keys import key_of
from managernotes.storage.papers import Sort
from managernotes.storage.people import person_keys

_STILL_AHEAD = frozenset(
    {
        ConversationState.PLANNED,
        ConversationState.DRAFTING,
        ConversationState.PREPARED,
        ConversationState.POSTPONED,
    }
)


class SharingService:
    """Moves a win or a concern on its way to the person.

    Every method raises NoteNotFoundError when the note is gone, and InvalidInputError, with
    nothing changed, when the state it is in does not allow the step.
    """

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def plan(self, note: NoteId, conversation: ConversationId) -> Observation:
        """Plan to say it in a talk that is still ahead; it goes on that talk's list to say.

        InvalidInputError for a talk that is over, or with nobody whom the note is about.
        """
        db = self._ledger.db
        with db.transaction():
            old = note_reading.note(db, note)
            talk = note_plans.talk(db, conversation)
            if talk.is_binned or talk.state not in _STILL_AHEAD:
                raise InvalidInputError("That talk is over.", "Choose one that is still ahead.")
            if talk.people.isdisjoint(old.people):
                raise InvalidInputError(
                    "That talk is with somebody else.", "Choose one with whom the note is about."
                )
            return self._store(old, planned(old, conversation, talk.planned_on))

    def unplan(self, note: NoteId) -> Observation:
        """Take it off the talk's list; it is unsaid again."""
        return self._move(note, ShareState.UNSAID, only_from=ShareState.PLANNED)

    def said(
        self, note: NoteId, on: date, conversation: ConversationId | None = None
    ) -> Observation:
        """Note that the person heard it on a day, in a talk if one is named.

        InvalidInputError for a day to come.
        """
        db = self._ledger.db
        with db.transaction():
            old = note_reading.note(db, note)
            if conversation is not None:
                note_plans.talk(db, conversation)
            day = self._been(on)
            return self._store(old, moved(old, ShareState.SHARED, day, conversation))

    def unsay(self, note: NoteId) -> Observation:
        """Take "said it" back: it is planned again where it was, or else unsaid."""
        return self._move(note, ShareState.UNSAID, only_from=ShareState.SHARED)

    def keep_back(self, note: NoteId, reason: KeptBack) -> Observation:
        """Decide that it will not be said, and why (S19); a plan to say it is given up."""
        db = self._ledger.db
        with db.transaction():
            old = note_reading.note(db, note)
            return self._store(old, kept_back(old, reason))

    def unkeep(self, note: NoteId) -> Observation:
        """Take that decision back; it is unsaid again."""
        return self._move(note, ShareState.UNSAID, only_from=ShareState.NOT_FOR_SHARING)

    def answered(self, note: NoteId, text: str, on: date) -> Observation:
        """Keep what the person said to it; again: their words anew, the ones before as a version.

        InvalidInputError when they are empty, or heard before it was said or in days to come.
        """
        words = checked_words(text)
        if not words.strip():
            raise InvalidInputError("Their answer has no words.", "Write what they said.")
        db = self._ledger.db
        with db.transaction():
            old = note_reading.note(db, note)
            new = old
            if old.share_state not in ANSWERED:
                new = moved(old, ShareState.RESPONDED, on)
            self._not_before(on, old.shared_on)
            self._keep_answer(note, words, on)
            return self._store(old, new)

    def unanswer(self, note: NoteId) -> Observation:
        """Take back that they answered; the words stay with the note, for the next time."""
        return self._move(note, ShareState.SHARED, only_from=ShareState.RESPONDED)

    def change_seen(self, note: NoteId, on: date) -> Observation:
        """Note the day on which a change was seen; InvalidInputError for a day to come."""
        db = self._ledger.db
        with db.transaction():
            old = note_reading.note(db, note)
            new = moved(old, ShareState.CHANGE_SEEN, on)
            self._not_before(on, old.shared_on)
            return self._store(old, new)

    def unsee(self, note: NoteId) -> Observation:
        """Take back that a change was seen."""
        return self._move(note, ShareState.RESPONDED, only_from=ShareState.CHANGE_SEEN)

    def answer_of(self, note: NoteId) -> Answer | None:
        """Return what the person said to it, if they have answered."""
        return self.state_of(note).answer

    def state_of(self, note: NoteId) -> Sharing:
        """Return how far a note has got, and what that rests on."""
        db = self._ledger.db
        found = note_reading.note(db, note)
        stored = answers.of_note(db, note) if found.share_state in ANSWERED else None
        return Sharing(
            note=note,
            state=found.share_state,
            planned_in=found.planned_in,
            planned_for=found.planned_for,
            said_in=found.said_in,
            shared_on=found.shared_on,
            kept_back=found.kept_back,
            answer=stored.answer if stored else None,
            change_seen_on=found.change_seen_on,
        )

    def changes_to_ask(self, person: PersonId) -> tuple[TimelineRow, ...]:
        """Return the concerns to ask about, "What changed since?", the oldest first (S30).

        They were said, their day to follow up has passed, and no change was noted.
        PersonNotFoundError.
        """
        db = self._ledger.db
        key = person_keys(db, [person])[person]
        found = changes_to_ask.of_person(db, key, self._ledger.today())
        return tuple(note_reading.rows_by_key(db, found))

    def _move(self, note: NoteId, wanted: ShareState, *, only_from: ShareState) -> Observation:
        db = self._ledger.db
        with db.transaction():
            old = note_reading.note(db, note)
            if old.share_state is not only_from:
                raise InvalidInputError(
                    "There is nothing to take back.", "The note is in another state by now."
                )
            return self._store(old, moved(old, wanted, self._ledger.today()))

    def _been(self, day: date) -> date:
        if day > self._ledger.today():
            raise InvalidInputError(
                "That day is still to come.", "Plan it in a conversation instead."
            )
        return day

    def _not_before(self, day: date, said_on: date | None) -> None:
        self._been(day)
        if said_on is not None and day < said_on:
            raise InvalidInputError(
                "That is before it was said.", f"It was said on {said_on.isoformat()}."
            )

    def _keep_answer(self, note: NoteId, words: str, on: date) -> None:
        db = self._ledger.db
        stored = answers.of_note(db, note)
        if stored is None:
            _, key = self._papers.add(Sort.ANSWER, answers.to_json(words), words)
            answers.insert(db, key, note, on)
            return
        self._papers.save(stored.paper, answers.to_json(words), words)
        if stored.answer.heard_on != on:
            answers.set_heard_on(db, stored.key, on)
            self._papers.touch(stored.key)

    def _store(self, old: Observation, new: Observation) -> Observation:
        """Store the step and what it means for the talks' lists; return the note as it now is."""
        if new == old:
            return old
        db = self._ledger.db
        note_writing.update_note(
            db, key_of(db, old.id), new, self._ledger.device, self._ledger.now()
        )
        note_plans.follow(db, old, new)
        if old.share_state in HEARD and new.share_state not in HEARD:
            recheck_plans(self._ledger)
        return note_reading.note(db, old.id)
