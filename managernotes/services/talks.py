"""Everything that can be done with talks, in one place for the front ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from managernotes.domain import conversation_rules as rules
from managernotes.domain.conversation import (
    Conversation,
    ConversationRow,
    ConversationState,
    ConversationWords,
    NewConversation,
    NoteRole,
    TalkFilter,
    TalkLists,
)
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.preparation_rules import refuse_as_fact
from managernotes.domain.template import Template
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.preparation_standing import recheck
from managernotes.services.present_people import want_present
from managernotes.services.talk_course import TalkCourse
from managernotes.services.talk_standing import with_standing
from managernotes.storage import (
    conversation_lists,
    conversation_notes,
    conversation_rows,
    conversations,
    note_keys,
    note_reading,
    person_papers,
)
from managernotes.storage.conversation_words import findable, to_json
from managernotes.storage.papers import Sort
from managernotes.vault.connection import Connection

_EVERY_TALK = TalkFilter()
_NoteChange = Callable[[Connection, int, int, NoteRole], bool]


class TemplateSource(Protocol):
    """Fills a template for one talk."""

    def get(self, name: str) -> Template:
        """Return a template as it stands now."""
        ...

    def filled(
        self, name: str, person: PersonId, conversation: ConversationId | None = None
    ) -> str:
        """Return its text with every variable that is known filled in."""
        ...


class TalksService(TalkCourse):
    """Planning, reading, words, notes and the bin; the course of a talk comes from below."""

    def __init__(self, ledger: Ledger, papers: PaperWriting, templates: TemplateSource) -> None:
        super().__init__(ledger, papers)
        self._templates = templates

    def plan(self, new: NewConversation, template: str | None = None) -> Conversation:
        """Store a talk to come, its notes begun from a template; some begin as a draft.

        InvalidInputError without anybody to talk to; PersonNotFoundError when one is unknown.
        """
        if not new.people:
            raise InvalidInputError("A talk is with somebody.", "Say with whom.")
        with self._ledger.db.transaction():
            want_present(self._ledger.db, new.people)
            identity, key = self._papers.add(
                Sort.CONVERSATION, to_json(new.words), findable(new.words)
            )
            conversations.insert(
                self._ledger.db,
                key,
                new.type,
                rules.first_state(new.type),
                new.people,
                planned_on=new.planned_on,
                planned_at=new.planned_at,
                minutes=new.minutes,
                parent=new.parent,
                within=new.within,
            )
            talk = conversations.conversation(self._ledger.db, ConversationId(identity))
            return self._filled(talk, template) if template else talk

    def save_words(
        self,
        identity: ConversationId,
        words: ConversationWords,
        expected_revision: int | None = None,
    ) -> Conversation:
        """Store what is written about a talk.

        EditConflictError when it is no longer the revision that was read.
        """
        with self._ledger.db.transaction():
            self._papers.save(identity, to_json(words), findable(words), expected_revision)
            return conversations.conversation(self._ledger.db, identity)

    def row(self, identity: ConversationId) -> ConversationRow:
        """Return the line of one talk; PaperNotFoundError when it was erased."""
        db = self._ledger.db
        rows = conversation_rows.rows(db, [conversations.conversation_key(db, identity)])
        [row] = with_standing(self._ledger, rows)
        return row

    def lists(self, wanted: TalkFilter = _EVERY_TALK) -> TalkLists:
        """Return the three lists of talks: to follow up, planned, held."""
        db = self._ledger.db
        return TalkLists(
            to_follow_up=conversation_rows.rows(db, conversation_lists.to_follow_up(db, wanted)),
            planned=with_standing(
                self._ledger, conversation_rows.rows(db, conversation_lists.planned(db, wanted))
            ),
            held=conversation_rows.rows(db, conversation_lists.held(db, wanted)),
        )

    def of_person(self, person: PersonId, limit: int = 200) -> tuple[ConversationRow, ...]:
        """Return every talk with a person, those to come first, then the newest."""
        db = self._ledger.db
        return conversation_rows.rows(db, conversation_lists.of_person(db, person, limit))

    def in_states(
        self,
        states: Sequence[ConversationState],
        *,
        person: PersonId | None = None,
        limit: int = 200,
    ) -> tuple[ConversationRow, ...]:
        """Return the talks in these states, those to come first, then the newest."""
        db = self._ledger.db
        return conversation_rows.rows(
            db, conversation_lists.in_states(db, states, person=person, limit=limit)
        )

    def bin(self, identity: ConversationId) -> None:
        """Move a talk to the bin with its preparation; what was planned in it is unsaid again."""
        db, now = self._ledger.db, self._ledger.now()
        with db.transaction():
            if conversations.conversation(db, identity).binned_at is None:
                key = conversations.conversation_key(db, identity)
                person_papers.bin_talk(db, key, self._ledger.device, now)
                self._plans.release(key)

    def restore(self, identity: ConversationId) -> None:
        """Take a talk out of the bin; what was planned in it is planned again."""
        db, now = self._ledger.db, self._ledger.now()
        with db.transaction():
            if conversations.conversation(db, identity).binned_at is not None:
                key = conversations.conversation_key(db, identity)
                person_papers.restore_talk(db, key, self._ledger.device, now)
                self._plans.take_back(key)

    def attach(self, identity: ConversationId, note: NoteId, role: NoteRole) -> None:
        """Put a note to a talk."""
        self._linked(identity, note, role, conversation_notes.attach)

    def detach(self, identity: ConversationId, note: NoteId, role: NoteRole) -> None:
        """Take a note away from a talk; the note itself stays."""
        self._linked(identity, note, role, conversation_notes.detach)

    def notes_of(self, identity: ConversationId) -> dict[NoteRole, tuple[NoteId, ...]]:
        """Return the notes of a talk, by what they are to it."""
        db = self._ledger.db
        return conversation_notes.notes_of(db, conversations.conversation_key(db, identity))

    def _filled(self, talk: Conversation, name: str) -> Conversation:
        version = self._templates.get(name).version
        notes = self._templates.filled(name, talk.people[0], talk.id)
        return self._changed_within(
            talk.id,
            lambda talk: replace(
                talk,
                template=name,
                template_version=version,
                words=replace(talk.words, notes=notes),
            ),
        )

    def _linked(
        self, identity: ConversationId, note: NoteId, role: NoteRole, change: _NoteChange
    ) -> None:
        db = self._ledger.db
        with db.transaction():
            key = conversations.conversation_key(db, identity)
            if role is NoteRole.FACT and change is conversation_notes.attach:
                refuse_as_fact(note_reading.note(db, note), self.get(identity))
            if change(db, key, note_keys.key_of(db, note), role):
                self._papers.touch(key)
                recheck(self._ledger, identity)
