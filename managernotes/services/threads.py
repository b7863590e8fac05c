"""Following an issue, a setback, a strength or a project over time (S14, S18)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from managernotes.domain.identity import NoteId, PersonId, ThreadId
from managernotes.domain.thread import (
    Thread,
    ThreadItem,
    ThreadItemSort,
    ThreadKind,
    ThreadRow,
    ThreadState,
    ThreadStep,
    ThreadWords,
)
from managernotes.domain.thread_rules import (
    CLOSED,
    Grounds,
    first_state,
    next_states,
    reopened,
    stepped,
)
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.storage import note_reading, papers, thread_items
from managernotes.storage import people as storage_people
from managernotes.storage import threads as storage_threads
from managernotes.storage.papers import Sort
from managernotes.storage.threads import plain_of, to_json


class ThreadsService:
    """What can be done with threads; each change one transaction."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def open(
        self,
        person: PersonId,
        kind: ThreadKind,
        title: str,
        opened_on: date,
        notes: Sequence[NoteId] = (),
    ) -> Thread:
        """Begin a thread; InvalidInputError without a title, or for a day still to come."""
        db, now = self._ledger.db, self._ledger.now()
        words = ThreadWords(title=_title(title))
        if opened_on > self._ledger.today():
            raise InvalidInputError(
                "A thread begins on a day that has been.", "Use today or a day before."
            )
        with db.transaction():
            key = storage_people.person_keys(db, [person])[person]
            identity, number = self._papers.add(Sort.THREAD, to_json(words), plain_of(words))
            new = Thread(
                id=ThreadId(identity),
                person=person,
                kind=kind,
                state=first_state(kind),
                words=words,
                opened_on=opened_on,
                closed_on=None,
                look_on=None,
                notes=(),
                steps=(ThreadStep(state=first_state(kind), on=opened_on),),
                created_at=now,
                updated_at=now,
                revision=1,
            )
            storage_threads.insert(db, number, key, new)
            for note in notes:
                self._link(new, number, note)
            return storage_threads.thread(db, new.id)

    def list(self) -> tuple[ThreadRow, ...]:
        """Return every thread outside the bin, open ones first, the newest first."""
        return tuple(storage_threads.rows(self._ledger.db))

    def of_person(self, person: PersonId) -> tuple[ThreadRow, ...]:
        """Return the threads of one person, open ones first."""
        db = self._ledger.db
        key = storage_people.person_keys(db, [person])[person]
        return tuple(storage_threads.rows(db, key))

    def of_note(self, note: NoteId) -> tuple[ThreadRow, ...]:
        """Return the threads a note belongs to: what it led to (S26)."""
        return tuple(storage_threads.of_note(self._ledger.db, note))

    def get(self, identity: ThreadId) -> Thread:
        """Return one thread, in the bin or not; PaperNotFoundError when it was erased."""
        return storage_threads.thread(self._ledger.db, identity)

    def items(self, identity: ThreadId) -> tuple[ThreadItem, ...]:
        """Return its lines, the oldest first: notes, their talks and promises, what is ahead."""
        db = self._ledger.db
        thread = storage_threads.thread(db, identity)
        found = thread_items.of_thread(db, papers.key_of(db, identity))
        day = thread.ahead_on or thread.look_on
        if thread.words.ahead.strip() and day is not None:
            ahead = thread.words.ahead.strip().splitlines()[0]
            found.append(ThreadItem(sort=ThreadItemSort.AHEAD, on=day, text=ahead))
        return tuple(found)

    def next_states(self, identity: ThreadId) -> tuple[ThreadState, ...]:
        """Return where it may go next, the usual way first."""
        return next_states(self.get(identity))

    def save_words(
        self, identity: ThreadId, words: ThreadWords, expected_revision: int | None = None
    ) -> Thread:
        """Store changed words; EditConflictError when another window saved in between.

        Saving is never refused for what is missing (INV-15): a closed thread that loses its
        sentence is open again (S18), and one without a title keeps the one it had.
        """
        db = self._ledger.db
        with db.transaction():
            before = storage_threads.thread(db, identity)
            words = ThreadWords(
                title=" ".join(checked_words(words.title).split()) or before.words.title,
                better_now=checked_words(words.better_now),
                ahead=checked_words(words.ahead),
            )
            paper = self._papers.save(identity, to_json(words), plain_of(words), expected_revision)
            if before.state in CLOSED and not words.better_now.strip():
                day = max(self._ledger.today(), before.steps[-1].on)
                after = reopened(before, day, day)
                storage_threads.update(db, paper.key, before, after)
            return storage_threads.thread(db, identity)

    def step(self, identity: ThreadId, state: ThreadState, on: date) -> Thread:
        """Move it to its next state as of a day; InvalidInputError as in `thread_rules.stepped`."""

        def moved(before: Thread, key: int) -> Thread:
            grounds = Grounds(storage_threads.heard_concerns(self._ledger.db, key))
            return stepped(before, state, on, grounds, self._ledger.today())

        return self._change(identity, moved)

    def reopen(self, identity: ThreadId) -> Thread:
        """Open a thread again that was closed or passed to HR, as it stood before."""
        today = self._ledger.today()
        return self._change(identity, lambda before, _: reopened(before, today, today))

    def set_look_on(self, identity: ThreadId, on: date | None) -> Thread:
        """Set the day to look at it again, or none; InvalidInputError for a day that has been."""
        if on is not None and on < self._ledger.today():
            raise InvalidInputError("That day has passed.", "Look again today or later.")
        return self._change(identity, lambda before, _: replace(before, look_on=on))

    def set_ahead_on(self, identity: ThreadId, on: date | None) -> Thread:
        """Set the day of what is ahead, or none; InvalidInputError for a day that has been."""
        if on is not None and on < self._ledger.today():
            raise InvalidInputError("That day has passed.", "What is ahead lies on a later day.")
        return self._change(identity, lambda before, _: replace(before, ahead_on=on))

    def link(self, identity: ThreadId, note: NoteId) -> Thread:
        """Put a note on the thread; InvalidInputError when it is about somebody else (INV-16)."""
        db = self._ledger.db
        with db.transaction():
            thread = storage_threads.thread(db, identity)
            key = papers.key_of(db, identity)
            self._link(thread, key, note)
            self._papers.touch(key)
            return storage_threads.thread(db, identity)

    def unlink(self, identity: ThreadId, note: NoteId) -> Thread:
        """Take a note off the thread; the note itself stays."""
        db = self._ledger.db
        with db.transaction():
            key = papers.key_of(db, identity)
            storage_threads.unlink(db, key, note)
            self._papers.touch(key)
            return storage_threads.thread(db, identity)

    def bin(self, identity: ThreadId) -> None:
        """Move a thread to the bin; its notes stay where they are."""
        with self._ledger.db.transaction():
            self._papers.bin(identity)

    def restore(self, identity: ThreadId) -> None:
        """Take a thread out of the bin."""
        with self._ledger.db.transaction():
            self._papers.restore(identity)

    def _link(self, thread: Thread, key: int, note: NoteId) -> None:
        db = self._ledger.db
        if thread.person not in note_reading.note(db, note).people:
            raise InvalidInputError(
                "This note is about somebody else.", "Choose a note about the same person."
            )
        storage_threads.link(db, key, note)

    def _change(self, identity: ThreadId, change: Callable[[Thread, int], Thread]) -> Thread:
        db = self._ledger.db
        with db.transaction():
            before = storage_threads.thread(db, identity)
            key = papers.key_of(db, identity)
            after = change(before, key)
            if after == before:
                return before
            storage_threads.update(db, key, before, after)
            self._papers.touch(key)
            return storage_threads.thread(db, identity)


def _title(title: str) -> str:
    title = " ".join(checked_words(title).split())
    if not title:
        raise InvalidInputError("A thread needs a title.", "Give it a few neutral words.")
    return title
