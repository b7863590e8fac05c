"""Expectations and values: what is measured by them, and whether a person knows (S20, S27)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from managernotes.domain import yardstick_rules, yardstick_versions
from managernotes.domain.identity import NoteId, PersonId, YardstickId
from managernotes.domain.yardstick import (
    Clarity,
    CopyWords,
    Scope,
    Yardstick,
    YardstickKind,
    YardstickWords,
)
from managernotes.domain.yardstick_versions import Version
from managernotes.errors import InvalidInputError
from managernotes.services import yardstick_words
from managernotes.services.ledger import Ledger
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.preparation_standing import recheck_plans
from managernotes.services.present_people import want_present
from managernotes.services.yardstick_scope import set_scope
from managernotes.services.yardstick_words import checked_copy, checked_yardstick
from managernotes.storage import expectation_copies, papers, visions, yardstick_scopes
from managernotes.storage import yardsticks as storage_yardsticks
from managernotes.storage.note_keys import key_of
from managernotes.storage.papers import Sort
from managernotes.storage.people import person_keys


class YardsticksService:
    """What can be done with yardsticks; each change one transaction."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def add(
        self,
        kind: YardstickKind,
        words: YardstickWords,
        people: Iterable[PersonId] = (),
        scope: Scope = Scope(),  # noqa: B008  immutable
    ) -> Yardstick:
        """Store a new one: for some people, for a role, or (a value) for everybody.

        InvalidInputError when it has no name, or for a scope that cannot be (services/
        yardstick_scope); PersonNotFoundError for an unknown person.
        """
        checked, db = checked_yardstick(words), self._ledger.db
        with db.transaction():
            keys = person_keys(db, people)
            stored, plain = storage_yardsticks.to_json(checked), storage_yardsticks.plain(checked)
            identity, number = self._papers.add(Sort.YARDSTICK, stored, plain)
            storage_yardsticks.insert(db, number, kind, keys.values())
            set_scope(self._ledger, number, kind, scope, Scope())
            return storage_yardsticks.yardstick(db, YardstickId(identity))

    def get(self, identity: YardstickId) -> Yardstick:
        """Return one, retired or not; PaperNotFoundError when it was erased."""
        return storage_yardsticks.yardstick(self._ledger.db, identity)

    def list(
        self, person: PersonId | None = None, *, include_retired: bool = False
    ) -> tuple[Yardstick, ...]:
        """Return what counts now, A-Z.

        For a person: every value, and the expectations of theirs, of their role, and of their
        level in it.
        """
        db = self._ledger.db
        everything = storage_yardsticks.yardsticks(db)
        held = None if person is None else self._held_by(person)
        return tuple(
            one
            for one in everything
            if (include_retired or one.retired_on is None)
            and (held is None or one.kind is YardstickKind.VALUE or one.id in held)
        )

    def of_role(self, title: str) -> tuple[Yardstick, ...]:
        """Return what is expected in a role on any of its levels, A-Z; nobody's own (S27)."""
        found = yardstick_scopes.of_role(self._ledger.db, title)
        return tuple(storage_yardsticks.yardsticks_by_id(self._ledger.db, found))

    def set_scope(self, identity: YardstickId, scope: Scope) -> Yardstick:
        """Say whose it is, what part of the work it is about, and which line it serves.

        InvalidInputError as in `add`; the line it served may have gone and may stay.
        """
        db = self._ledger.db
        with db.transaction():
            before = storage_yardsticks.yardstick(db, identity)
            number = papers.key_of(db, identity)
            set_scope(self._ledger, number, before.kind, scope, before.scope)
            self._papers.touch(number)
            return storage_yardsticks.yardstick(db, identity)

    def to_relink(self) -> tuple[Yardstick, ...]:
        """Return those whose line is not in the present vision any more, A-Z (S09)."""
        db = self._ledger.db
        present = visions.now(db)
        lines = present[2].words.lines if present else ()
        lost = yardstick_scopes.without_line(db, (line.id for line in lines))
        return tuple(storage_yardsticks.yardsticks_by_id(db, lost))

    def reword(
        self, identity: YardstickId, words: YardstickWords, expected_revision: int | None = None
    ) -> Yardstick:
        """Store changed words, the ones before are kept; raises as `add` and EditConflictError."""
        checked, db = checked_yardstick(words), self._ledger.db
        with db.transaction():
            writing, revision = self._papers, expected_revision
            yardstick_words.reword(self._ledger, writing, identity, checked, revision)
            return storage_yardsticks.yardstick(db, identity)

    def versions(self, identity: YardstickId) -> tuple[Version, ...]:
        """Return its words with the day each held from, newest first; one for each day."""
        return yardstick_words.versions(self._ledger, identity)

    def words_on(self, identity: YardstickId, day: date) -> YardstickWords:
        """Return the words that held on a day; before its first day, the first (INV-17)."""
        return yardstick_versions.words_on(self.versions(identity), day)

    def copy(self, identity: YardstickId, person: PersonId) -> CopyWords:
        """Return a person's copy; empty when nothing was written in it."""
        return self.copies(person).get(identity, CopyWords())

    def copies(self, person: PersonId) -> Mapping[YardstickId, CopyWords]:
        """Return every copy of a person, whatever role they are in by now."""
        db = self._ledger.db
        return expectation_copies.of_person(db, person_keys(db, [person])[person])

    def save_copy(self, identity: YardstickId, person: PersonId, words: CopyWords) -> CopyWords:
        """Store a person's copy, their own words beside a note of mine."""
        checked, db = checked_copy(words), self._ledger.db
        stored, plain = expectation_copies.to_json(checked), expectation_copies.plain(checked)
        with db.transaction():
            want_present(db, [person])
            number, who = papers.key_of(db, identity), person_keys(db, [person])[person]
            known = expectation_copies.copy_id(db, number, who)
            if known is not None:
                self._papers.save(known, stored, plain)
            elif plain.strip():
                _, key = self._papers.add(Sort.EXPECTATION_COPY, stored, plain)
                expectation_copies.insert(db, key, number, who)
        return checked

    def clarity(self, person: PersonId) -> Clarity:
        """Return which expectations of a person were talked through as they stand (S28)."""
        return yardstick_rules.clarity(self.list(person), person)

    def retire(self, identity: YardstickId) -> Yardstick:
        """Say that it counts no longer; what was linked to it stays as it was."""
        return self._set_retired(identity, self._ledger.today())

    def bring_back(self, identity: YardstickId) -> Yardstick:
        """Say that it counts again."""
        return self._set_retired(identity, None)

    def talked_through(
        self, identity: YardstickId, person: PersonId, on: date | None = None
    ) -> Yardstick:
        """Note that it was talked through with a person on a day; None: not yet.

        An expectation of no role is theirs from then on. InvalidInputError for a day to come.
        """
        db = self._ledger.db
        if on is not None and on > self._ledger.today():
            raise InvalidInputError(
                "It was talked through on a day that has been.", "Choose today or a day before."
            )
        with db.transaction():
            number = papers.key_of(db, identity)
            storage_yardsticks.talked_through(db, number, person_keys(db, [person])[person], on)
            self._papers.touch(number)
            return storage_yardsticks.yardstick(db, identity)

    def link_note(self, identity: YardstickId, note: NoteId) -> None:
        """Say that a note is about it."""
        db = self._ledger.db
        with db.transaction():
            storage_yardsticks.link_note(db, papers.key_of(db, identity), key_of(db, note))

    def unlink_note(self, identity: YardstickId, note: NoteId) -> None:
        """Take that back."""
        db = self._ledger.db
        with db.transaction():
            storage_yardsticks.unlink_note(db, papers.key_of(db, identity), key_of(db, note))
            recheck_plans(self._ledger)

    def of_note(self, note: NoteId) -> tuple[Yardstick, ...]:
        """Return what a note is measured by, A-Z."""
        db = self._ledger.db
        return tuple(storage_yardsticks.of_note(db, key_of(db, note)))

    def linked_notes(self, *identities: YardstickId) -> tuple[NoteId, ...]:
        """Return the notes that were linked to any of these, newest first."""
        return storage_yardsticks.linked_notes(self._ledger.db, identities)

    def _held_by(self, person: PersonId) -> set[YardstickId]:
        db = self._ledger.db
        return yardstick_scopes.held_by(db, person_keys(db, [person])[person])

    def _set_retired(self, identity: YardstickId, on: date | None) -> Yardstick:
        db = self._ledger.db
        with db.transaction():
            number = papers.key_of(db, identity)
            storage_yardsticks.retire(db, number, on)
            self._papers.touch(number)
            return storage_yardsticks.yardstick(db, identity)
