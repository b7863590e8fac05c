"""Promises: what I owe, what they owe, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from managernotes.domain import promise_rules as rules
from managernotes.domain.identity import ConversationId, PersonId, PromiseId
from managernotes.domain.promise import (
    NewPromise,
    Promise,
    PromiseCounts,
    PromiseLists,
    PromiseOwner,
    PromiseWords,
)
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.present_people import want_present
from managernotes.storage import promise_lists
from managernotes.storage import promises as storage_promises
from managernotes.storage.conversations import conversation_key
from managernotes.storage.papers import Sort

LOOKED_BACK: Final = timedelta(days=90)
"""The counts of my own promises go back so far (S37)."""

_ENDED_AT_MOST = 100


class PromisesService:
    """What can be done with promises; the guards are in domain/promise_rules."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def get(self, identity: PromiseId) -> Promise:
        """Return one promise, in the bin or not; PaperNotFoundError when it was erased."""
        return storage_promises.promise(self._ledger.db, identity)

    def add(self, new: NewPromise) -> Promise:
        """Store a promise; the day it is first given for is remembered for good (INV-10)."""
        with self._ledger.db.transaction():
            return self.add_within(new)

    def add_within(self, new: NewPromise) -> Promise:
        """Store a promise in a transaction that is under way, as the after-log's."""
        words = _checked_words(new.words)
        made_on = new.made_on or self._ledger.today()
        if made_on > self._ledger.today():
            raise InvalidInputError("A promise is not made on a day to come.", "Choose today.")
        if not new.people and new.owner is PromiseOwner.THEM:
            raise InvalidInputError("A promise is given by somebody.", "Say who it is.")
        db = self._ledger.db
        want_present(db, new.people)
        identity, key = self._papers.add(
            Sort.PROMISE, storage_promises.to_json(words), storage_promises.findable(words)
        )
        storage_promises.insert(
            db,
            key,
            new.owner,
            new.people,
            made_on=made_on,
            due_on=new.due_on,
            made_in=conversation_key(db, new.made_in) if new.made_in else None,
        )
        return storage_promises.promise(db, PromiseId(identity))

    def reword(
        self, identity: PromiseId, words: PromiseWords, expected_revision: int | None = None
    ) -> Promise:
        """Store changed words; EditConflictError when it is no longer the revision read."""
        with self._ledger.db.transaction():
            self._save_words(identity, _checked_words(words), expected_revision)
            return self.get(identity)

    def reword_within(self, identity: PromiseId, words: PromiseWords) -> None:
        """Store changed words in a transaction that is under way, as the look-back's."""
        self._save_words(identity, _checked_words(words))

    def move(self, identity: PromiseId, to_day: date, told_on: date | None) -> Promise:
        """Give a promise another day, and say when they were told; None: not yet (S17)."""
        today = self._ledger.today()
        return self._changed(identity, lambda one: rules.moved(one, to_day, told_on, today))

    def move_within(self, identity: PromiseId, to_day: date, told_on: date | None) -> None:
        """Give a promise another day in a transaction that is under way."""
        today = self._ledger.today()
        self._change_within(identity, lambda one: rules.moved(one, to_day, told_on, today))

    def told(self, identity: PromiseId, on: date | None = None) -> Promise:
        """Note when they heard that it was moved, dropped or kept late; None: today."""
        today = self._ledger.today()
        return self._changed(identity, lambda one: rules.told(one, on or today, today))

    def untell(self, identity: PromiseId) -> Promise:
        """Take back that they were told."""
        return self._changed(identity, rules.untold)

    def keep(self, identity: PromiseId, on: date | None = None) -> Promise:
        """Say when a promise was kept, None: today; after its day it is kept late."""
        today = self._ledger.today()
        return self._changed(identity, lambda one: rules.kept(one, on or today, today))

    def drop(self, identity: PromiseId, closing: str, told_on: date | None) -> Promise:
        """Give a promise up with one sentence; None: they were not told yet (S17)."""
        today = self._ledger.today()
        return self._changed(identity, lambda one: rules.dropped(one, closing, told_on, today))

    def reopen(self, identity: PromiseId) -> Promise:
        """Take back that a promise was kept or dropped."""
        return self._changed(identity, rules.reopened)

    def bin(self, identity: PromiseId) -> None:
        """Move a promise to the bin."""
        with self._ledger.db.transaction():
            self._papers.bin(identity)

    def restore(self, identity: PromiseId) -> None:
        """Take a promise out of the bin."""
        with self._ledger.db.transaction():
            self._papers.restore(identity)

    def lists(
        self, person: PersonId | None = None, *, ended_since: date = date.min
    ) -> PromiseLists:
        """Return the promises of one person or of everybody, mine first."""
        db = self._ledger.db
        ended = promise_lists.ended(db, person, since=ended_since, limit=_ENDED_AT_MOST)
        return PromiseLists(
            mine=storage_promises.promises(db, promise_lists.mine(db, person)),
            theirs=storage_promises.promises(db, promise_lists.theirs(db, person)),
            kept=storage_promises.promises(db, ended),
        )

    def made_in(self, conversation: ConversationId) -> tuple[Promise, ...]:
        """Return what was promised in a talk, mine first."""
        db = self._ledger.db
        keys = promise_lists.of_talk(db, conversation_key(db, conversation))
        return storage_promises.promises(db, keys)

    def due(self, until: date) -> PromiseLists:
        """Return the open promises up to a day, mine first, and what I dropped untold."""
        db = self._ledger.db
        return PromiseLists(
            mine=storage_promises.promises(db, promise_lists.mine_due(db, until)),
            theirs=storage_promises.promises(db, promise_lists.theirs_due(db, until)),
        )

    def mine_in_90_days(self) -> PromiseCounts:
        """Return what became of my own promises in the last 90 days (S37)."""
        return promise_lists.my_counts(self._ledger.db, self._ledger.today() - LOOKED_BACK)

    def _changed(self, identity: PromiseId, rule: Callable[[Promise], Promise]) -> Promise:
        with self._ledger.db.transaction():
            return self._change_within(identity, rule)

    def _change_within(self, identity: PromiseId, rule: Callable[[Promise], Promise]) -> Promise:
        db = self._ledger.db
        old = storage_promises.promise(db, identity)
        new = rule(old)
        if new.words != old.words:
            self._save_words(identity, new.words)
        if new != old:
            key = storage_promises.promise_key(db, identity)
            storage_promises.update(db, key, new)
            self._papers.touch(key)
        return storage_promises.promise(db, identity)

    def _save_words(
        self, identity: PromiseId, words: PromiseWords, expected_revision: int | None = None
    ) -> None:
        stored, plain = storage_promises.to_json(words), storage_promises.findable(words)
        self._papers.save(identity, stored, plain, expected_revision)


def _checked_words(words: PromiseWords) -> PromiseWords:
    if not words.text.strip():
        raise InvalidInputError("A promise without words is none.", "Say what was promised.")
    return words
