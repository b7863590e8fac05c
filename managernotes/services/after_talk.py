"""After a talk: what was said, agreed and promised, in one step of four minutes (practice §3.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from managernotes.domain import conversation_rules as rules
from managernotes.domain.conversation import (
    Conversation,
    ConversationWords,
    NoteRole,
    Outcome,
)
from managernotes.domain.folding import folded
from managernotes.domain.identity import ConversationId, NoteId, new_uuid7
from managernotes.domain.observation import KeptBack, Kind, NewObservation, NoteText, Source
from managernotes.domain.promise import NewPromise, Promise, PromiseOwner, PromiseWords
from managernotes.services import fact_sharing
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_note
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.promises import PromisesService
from managernotes.services.talk_course import TalkCourse
from managernotes.storage import (
    conversation_notes,
    conversations,
    note_reading,
    note_writing,
    preparation_links,
    promise_lists,
)
from managernotes.storage import people as storage_people
from managernotes.storage import promises as storage_promises
from managernotes.storage.note_keys import key_of
from managernotes.storage.note_writing import NoteToStore
from managernotes.text.promise_lines import LineMark, PromiseLine, read_lines

_NO_PROMISE = frozenset({LineMark.THEIR_WORDS, LineMark.CHECK})


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterTalk:
    """What is written down after a talk."""

    words: ConversationWords
    outcome: Outcome | None = None
    follow_up_on: date | None = None
    held_on: date | None = None
    """For a talk that was not said to be held yet; None: today."""
    began_at: time | None = None
    ended_at: time | None = None
    promises: tuple[NewPromise, ...] | None = None
    """As they were corrected on the page; None: as the lines of agreed and help say."""
    went_ahead: str = ""
    """Why a hard talk was held that was not called prepared; empty: nothing is overridden."""
    keeps_unsaid: bool = False
    """Whether the facts stay as they are, instead of counting as said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterTalkOutcome:
    """What came of it."""

    conversation: Conversation
    promises: tuple[Promise, ...]
    """Those that are new; a line that is a promise of this talk already makes no second one."""
    shared: tuple[NoteId, ...]
    kept_back: tuple[NoteId, ...]
    """Facts that were wrong after all: nobody will hold them against anyone."""
    new_fact: NoteId | None


class AfterTalking(TalkCourse):
    """Writes a talk down: everything in one transaction, and once more changes what is new."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        super().__init__(ledger, papers)
        self._promises = PromisesService(ledger, papers)

    def after(self, identity: ConversationId, told: AfterTalk) -> AfterTalkOutcome:
        """Store it all in one step.

        InvalidInputError, with nothing changed, when a hard talk has no day on which to look
        again, when it is not prepared, or when a one-to-one has no answer.
        """
        with self._ledger.db.transaction():
            return self.after_within(identity, told)

    def keep_unsaid(self, identity: ConversationId) -> tuple[NoteId, ...]:
        """Take back that the facts of a talk were said in it; return which."""
        with self._ledger.db.transaction():
            talk = conversations.conversation(self._ledger.db, identity)
            facts = self._facts(talk)
            return tuple(fact for fact in facts if fact_sharing.unsay(self._ledger, fact, talk))

    def after_within(self, identity: ConversationId, told: AfterTalk) -> AfterTalkOutcome:
        """Store it all in a transaction that is under way; raises as `after` does."""
        talk = self._held(identity, told)
        talk = self._changed_within(
            identity,
            lambda talk: rules.logged(talk, told.outcome, told.follow_up_on, self._ledger.today()),
        )
        shared, kept_back = self._facts_told(talk, told)
        return AfterTalkOutcome(
            conversation=talk,
            promises=self._promised(talk, told),
            shared=shared,
            kept_back=kept_back,
            new_fact=self._learned(talk),
        )

    def _held(self, identity: ConversationId, told: AfterTalk) -> Conversation:
        """Store the words, and that it took place if that was not said before."""
        db = self._ledger.db
        ready = self._is_ready(identity)
        talk = conversations.conversation(db, identity)
        if talk.state in rules.AHEAD:
            self._take_up(talk)
        return self._changed_within(identity, lambda talk: self._as_held(talk, told, ready))

    def _as_held(self, talk: Conversation, told: AfterTalk, is_ready: bool) -> Conversation:  # noqa: FBT001
        worded = replace(talk, words=told.words)
        if talk.state not in rules.AHEAD:
            return worded
        today = self._ledger.today()
        return rules.held(
            worded,
            told.held_on or today,
            today=today,
            began_at=told.began_at,
            ended_at=told.ended_at,
            is_ready=is_ready,
        )

    def _facts_told(
        self, talk: Conversation, told: AfterTalk
    ) -> tuple[tuple[NoteId, ...], tuple[NoteId, ...]]:
        """Mark the facts as said, or as wrong when there was no issue; return which of both."""
        db, ledger = self._ledger.db, self._ledger
        facts = self._facts(talk)
        preparation_links.measure_facts(db, conversations.conversation_key(db, talk.id))
        if told.outcome is Outcome.NO_ISSUE_AFTER_ALL:
            reason = KeptBack.WRONG_AFTER_ALL
            return (), tuple(one for one in facts if fact_sharing.keep_back(ledger, one, reason))
        if told.keeps_unsaid:
            return (), ()
        on = talk.held_on
        assert on is not None
        return tuple(one for one in facts if fact_sharing.say(ledger, one, talk, on)), ()

    def _facts(self, talk: Conversation) -> tuple[NoteId, ...]:
        key = conversations.conversation_key(self._ledger.db, talk.id)
        notes = conversation_notes.notes_of(self._ledger.db, key)
        both = (*notes.get(NoteRole.FACT, ()), *notes.get(NoteRole.TO_SAY, ()))
        return tuple(dict.fromkeys(both))

    def _promised(self, talk: Conversation, told: AfterTalk) -> tuple[Promise, ...]:
        wanted = told.promises
        if wanted is None:
            wanted = tuple(self._read(talk, told.words))
        db = self._ledger.db
        keys = promise_lists.made_in(db, conversations.conversation_key(db, talk.id))
        known = {_likeness(one) for one in storage_promises.promises(db, keys)}
        fresh = {_likeness(one): one for one in wanted if _likeness(one) not in known}
        return tuple(self._promises.add_within(one) for one in fresh.values())

    def _read(self, talk: Conversation, words: ConversationWords) -> Iterable[NewPromise]:
        """Yield what the lines promise: agreed ones by whoever they name, help always by me."""
        people = storage_people.people(self._ledger.db)
        day = talk.held_on or self._ledger.today()
        for field, is_help in ((words.agreed, False), (words.help, True)):
            for line in read_lines(field, people, day):
                if line.mark not in _NO_PROMISE:
                    yield _promise(line, field, talk, day, is_help=is_help)

    def _learned(self, talk: Conversation) -> NoteId | None:
        """Keep what was learned as a note of its own, that came of this talk; only once."""
        said = talk.words.learned.strip()
        if not said or talk.held_on is None:
            return None
        db = self._ledger.db
        key = conversations.conversation_key(db, talk.id)
        came = conversation_notes.notes_of(db, key).get(NoteRole.CAME_OF, ())
        if any(note_reading.note(db, one).text.fact == said for one in came):
            return None
        new = NewObservation(
            text=NoteText(fact=said),
            kind=Kind.CONTEXT,
            people=talk.people,
            occurred_on=talk.held_on,
            source=Source.SELF_REPORT,
        )
        identity = self._noted(new)
        conversation_notes.attach(db, key, key_of(db, identity), NoteRole.CAME_OF)
        return identity

    def _noted(self, new: NewObservation) -> NoteId:
        now = self._ledger.now()
        identity = NoteId(new_uuid7(now))
        entry = NoteToStore(identity, checked_note(new, now), now)
        note_writing.insert_notes(self._ledger.db, [entry], self._ledger.device)
        return identity


def _promise(
    line: PromiseLine, field: str, talk: Conversation, day: date, *, is_help: bool
) -> NewPromise:
    mine = is_help or line.owner is PromiseOwner.ME
    text = line.text
    if is_help and line.owner is not PromiseOwner.ME and line.name is not None:
        text = f"{field[line.name.start : line.name.end]} {text[:1].lower()}{text[1:]}"
    return NewPromise(
        owner=PromiseOwner.ME if mine else PromiseOwner.THEM,
        people=talk.people if mine or not line.people else line.people,
        words=PromiseWords(text=text),
        due_on=line.due_on,
        made_on=day,
        made_in=talk.id,
    )


def _likeness(promise: NewPromise | Promise) -> tuple[PromiseOwner, str]:
    return promise.owner, folded(promise.words.text.strip())
