"""Expectations and values: what a hard talk is measured by, and whether a person knows (S20)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from managernotes.domain.identity import NoteId, PersonId, YardstickId
from managernotes.domain.yardstick import Yardstick, YardstickKind, YardstickWords
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_day, checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.preparation_standing import recheck_plans
from managernotes.storage import papers
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
        self, kind: YardstickKind, words: YardstickWords, people: Iterable[PersonId] = ()
    ) -> Yardstick:
        """Store a new one, for some people or (a value of the house) for nobody in particular.

        InvalidInputError when it has no name; PersonNotFoundError for an unknown person.
        """
        checked, db = _checked(words), self._ledger.db
        with db.transaction():
            keys = person_keys(db, people)
            stored, plain = storage_yardsticks.to_json(checked), storage_yardsticks.plain(checked)
            identity, number = self._papers.add(Sort.YARDSTICK, stored, plain)
            storage_yardsticks.insert(db, number, kind, keys.values())
            return storage_yardsticks.yardstick(db, YardstickId(identity))

    def get(self, identity: YardstickId) -> Yardstick:
        """Return one, retired or not; PaperNotFoundError when it was erased."""
        return storage_yardsticks.yardstick(self._ledger.db, identity)

    def list(
        self, person: PersonId | None = None, *, include_retired: bool = False
    ) -> tuple[Yardstick, ...]:
        """Return what counts now, A-Z; for a person, their expectations and every value."""
        everything = storage_yardsticks.yardsticks(self._ledger.db)
        return tuple(
            one
            for one in everything
            if (include_retired or one.retired_on is None)
            and (person is None or one.kind is YardstickKind.VALUE or _is_for(one, person))
        )

    def reword(
        self, identity: YardstickId, words: YardstickWords, expected_revision: int | None = None
    ) -> Yardstick:
        """Store changed words, the ones before are kept; raises as `add` and EditConflictError."""
        checked, db = _checked(words), self._ledger.db
        with db.transaction():
            stored, plain = storage_yardsticks.to_json(checked), storage_yardsticks.plain(checked)
            self._papers.save(identity, stored, plain, expected_revision)
            return storage_yardsticks.yardstick(db, identity)

    def retire(self, identity: YardstickId) -> Yardstick:
        """Say that it counts no longer; what was linked to it stays as it was."""
        return self._set_retired(identity, self._ledger.today())

    def bring_back(self, identity: YardstickId) -> Yardstick:
        """Say that it counts again."""
        return self._set_retired(identity, None)

    def talked_through(
        self, identity: YardstickId, person: PersonId, on: date | None = None
    ) -> Yardstick:
        """Note that it was talked through with a person on a day; None: theirs, but not yet.

        InvalidInputError for a day to come.
        """
        db = self._ledger.db
        day = checked_day(on, self._ledger.today()) if on else None
        with db.transaction():
            number = papers.key_of(db, identity)
            storage_yardsticks.talked_through(db, number, person_keys(db, [person])[person], day)
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

    def _set_retired(self, identity: YardstickId, on: date | None) -> Yardstick:
        db = self._ledger.db
        with db.transaction():
            number = papers.key_of(db, identity)
            storage_yardsticks.retire(db, number, on)
            self._papers.touch(number)
            return storage_yardsticks.yardstick(db, identity)


def _is_for(yardstick: Yardstick, person: PersonId) -> bool:
    return any(known.person == person for known in yardstick.people)


def _checked(words: YardstickWords) -> YardstickWords:
    if not words.title.strip():
        raise InvalidInputError(
            "An expectation or a value needs a name.", "Say in a few words what is expected."
        )
    return YardstickWords(
        title=checked_words(words.title),
        looks_like=checked_words(words.looks_like),
        not_yet_like=checked_words(words.not_yet_like),
    )
