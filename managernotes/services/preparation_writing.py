"""Preparing: begin, write, choose facts and yardsticks, practise. Each call one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from managernotes.domain import preparation_rules as rules
from managernotes.domain.conversation import PREPARED_TYPES, Conversation, ConversationType
from managernotes.domain.identity import ConversationId, NoteId, PreparationId, YardstickId
from managernotes.domain.preparation import (
    About,
    IfThen,
    Path,
    Preparation,
    PreparationWords,
    Rehearsal,
    RehearsalSort,
)
from managernotes.domain.preparation_rules import PreparationChange
from managernotes.errors import InvalidInputError
from managernotes.services import fact_sharing, preparation_standing
from managernotes.services.note_rules import checked_words
from managernotes.services.preparation_reading import PreparationReading
from managernotes.storage import conversations, note_reading, papers, preparation_links
from managernotes.storage import preparations as storage
from managernotes.storage.note_keys import key_of
from managernotes.storage.papers import Sort
from managernotes.storage.preparation_words import plain, to_json


class PreparationWriting(PreparationReading):
    """Changes preparations; saving is never held up by a check (INV-15)."""

    def begin(self, conversation: ConversationId) -> Preparation:
        """Return the preparation of a talk, a new one when it has none.

        InvalidInputError for a talk that is not prepared in steps.
        """
        with self._ledger.db.transaction():
            talk = conversations.conversation(self._ledger.db, conversation)
            return self._begun(talk, About.OTHER)

    def save_words(
        self, identity: PreparationId, words: PreparationWords, expected_revision: int | None = None
    ) -> Preparation:
        """Store what is written in the steps; the words before are kept as versions.

        EditConflictError when it is no longer the revision that was read.
        """
        checked = _checked(words)
        with self._ledger.db.transaction():
            self._save_words(identity, checked, expected_revision)
            return self._rechecked(identity)

    def change(self, identity: PreparationId, **change: Unpack[PreparationChange]) -> Preparation:
        """Change what is answered beside the words; what is typed stays as it is (S22).

        Smaller feedback goes the short path, and a talk on the short path is feedback.
        """
        db = self._ledger.db
        with db.transaction():
            old = self.get(identity)
            talk = conversations.conversation(db, old.conversation)
            new = rules.changed(old, change, talk.type)
            if new != old:
                key = papers.key_of(db, identity)
                storage.update(db, key, new)
                self._papers.touch(key)
            if new.path is not old.path:
                self._set_type(talk, new.path)
            return self._rechecked(identity)

    def add_fact(self, identity: PreparationId, note: NoteId) -> Preparation:
        """Make a note a fact of the talk; an unsaid concern is planned to be said there.

        InvalidInputError for a note that may be no fact of it (INV-11, INV-16).
        """
        db = self._ledger.db
        with db.transaction():
            talk = self._talk_of(identity)
            fact = note_reading.note(db, note)
            rules.refuse_as_fact(fact, talk)
            preparation_links.add_fact(db, self._key(talk), key_of(db, note))
            fact_sharing.plan(self._ledger, fact, talk)
            return self._touched(identity)

    def remove_fact(self, identity: PreparationId, note: NoteId) -> Preparation:
        """Take a note out of the facts; a concern that was planned for the talk is unsaid again."""
        db = self._ledger.db
        with db.transaction():
            talk = self._talk_of(identity)
            preparation_links.remove_fact(db, self._key(talk), key_of(db, note))
            fact_sharing.unplan(self._ledger, note_reading.note(db, note), talk)
            return self._touched(identity)

    def link_yardstick(self, identity: PreparationId, yardstick: YardstickId) -> Preparation:
        """Say what the talk is measured by (S20)."""
        db = self._ledger.db
        with db.transaction():
            key = self._key(self._talk_of(identity))
            preparation_links.link_yardstick(db, key, papers.key_of(db, yardstick))
            return self._touched(identity)

    def unlink_yardstick(self, identity: PreparationId, yardstick: YardstickId) -> Preparation:
        """Take that back."""
        db = self._ledger.db
        with db.transaction():
            key = self._key(self._talk_of(identity))
            preparation_links.unlink_yardstick(db, key, papers.key_of(db, yardstick))
            return self._touched(identity)

    def rehearsed(self, identity: PreparationId, sort: RehearsalSort, seconds: int) -> Preparation:
        """Note that it was practised for so many seconds; nothing else of it is kept."""
        db = self._ledger.db
        with db.transaction():
            key = papers.key_of(db, identity)
            storage.rehearsed(db, key, Rehearsal(self._ledger.now(), sort, max(seconds, 0)))
            return self._touched(identity)

    def _begun(self, talk: Conversation, about: About) -> Preparation:
        """Return the preparation of a talk, a new one if needed, in a transaction under way."""
        db, key = self._ledger.db, self._key(talk)
        found = storage.of_talk(db, key)
        if found is not None:
            return found
        if talk.type not in PREPARED_TYPES:
            raise InvalidInputError(
                "Only a hard talk, feedback or a plan is prepared in steps.",
                "Write down for this one what you want to talk about.",
            )
        words = PreparationWords()
        identity, number = self._papers.add(Sort.PREPARATION, to_json(words), plain(words))
        path = Path.SHORT if talk.type is ConversationType.FEEDBACK else Path.FULL
        storage.insert(db, number, key, about, path)
        return self.get(PreparationId(identity))

    def _save_words(
        self, identity: PreparationId, words: PreparationWords, expected: int | None = None
    ) -> None:
        self._papers.save(identity, to_json(words), plain(words), expected)

    def _set_type(self, talk: Conversation, path: Path) -> None:
        if talk.type is ConversationType.PIP:
            return
        short = path is Path.SHORT
        kind = ConversationType.FEEDBACK if short else ConversationType.TOUGH
        key = self._key(talk)
        storage.set_talk_type(self._ledger.db, key, kind)
        self._papers.touch(key)

    def _talk_of(self, identity: PreparationId) -> Conversation:
        return conversations.conversation(self._ledger.db, self.get(identity).conversation)

    def _key(self, talk: Conversation) -> int:
        return conversations.conversation_key(self._ledger.db, talk.id)

    def _touched(self, identity: PreparationId) -> Preparation:
        self._papers.touch(papers.key_of(self._ledger.db, identity))
        return self._rechecked(identity)

    def _rechecked(self, identity: PreparationId) -> Preparation:
        """Return it after what the change means for a talk that was prepared."""
        preparation_standing.recheck(self._ledger, self.get(identity).conversation)
        return self.get(identity)


def _checked(words: PreparationWords) -> PreparationWords:
    """Return the words letter for letter, with plain line ends; InvalidInputError as for notes."""
    texts = {
        name: checked_words(value)
        for name in words.__dataclass_fields__
        if isinstance(value := getattr(words, name), str)
    }
    return replace(
        words,
        **texts,
        questions=tuple(map(checked_words, words.questions)),
        offers=tuple(map(checked_words, words.offers)),
        if_then=tuple(
            IfThen(checked_words(plan.when), checked_words(plan.then)) for plan in words.if_then
        ),
        special={prompt: checked_words(said) for prompt, said in words.special.items()},
    )
