"""The month look-back: five answers, only for the manager, and one thing to try (S45)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from managernotes.domain.identity import PromiseId
from managernotes.domain.look_back import (
    LookBack,
    LookBackRow,
    LookBackState,
    LookBackWords,
    Month,
)
from managernotes.domain.month_material import Material
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseState, PromiseWords
from managernotes.errors import InvalidInputError
from managernotes.practice.look_back import last_working_day, listed, offered
from managernotes.services.ledger import Ledger
from managernotes.services.month_material import material_of
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.promises import PromisesService
from managernotes.storage import look_backs as storage
from managernotes.storage.papers import Sort

NOT_FOUND_BY_A_SEARCH: Final = ""
"""What a search may find of a look-back (INV-11)."""


class LookBacksService:
    """What can be done with the look-back of a month; each change one transaction."""

    def __init__(self, ledger: Ledger, papers: PaperWriting, promises: PromisesService) -> None:
        self._ledger = ledger
        self._papers = papers
        self._promises = promises

    def months(self) -> tuple[LookBackRow, ...]:
        """Return the months, newest first, those between that were let go among them."""
        known = {one.month: one for one in storage.look_backs(self._ledger.db)}
        return tuple(_row(month, known.get(month)) for month in listed(self._ledger.today(), known))

    def get(self, month: Month) -> LookBack | None:
        """Return one month's; None: not begun."""
        return storage.look_back(self._ledger.db, month)

    def offered(self) -> Month | None:
        """Return the month to look back on now: from its last working day for about a week."""
        known = storage.look_backs(self._ledger.db)
        over = {one.month for one in known if one.state is not LookBackState.OPEN}
        return offered(self._ledger.today(), over)

    def save_words(
        self, month: Month, words: LookBackWords, expected_revision: int | None = None
    ) -> LookBack:
        """Store the answers, done or not (INV-15).

        InvalidInputError for a month to come; EditConflictError when it is no longer the
        revision that was read.
        """
        checked = _checked(words)
        with self._ledger.db.transaction():
            begun = self._begun(month)
            identity = storage.paper_id(self._ledger.db, month)
            if identity is not None and begun.words != checked:
                stored = storage.to_json(checked)
                self._papers.save(identity, stored, NOT_FOUND_BY_A_SEARCH, expected_revision)
            return self._known(month)

    def finish(self, month: Month, try_by: date | None = None) -> LookBack:
        """Say that it is done; with a day, the one thing becomes a promise to myself (S45).

        There is one such promise at most, however often the month is opened again.
        InvalidInputError for a day that has been, or where there is no one thing to try.
        """

        def done(one: LookBack) -> LookBack:
            return replace(
                one,
                state=LookBackState.DONE,
                ended_on=self._ledger.today(),
                try_by=try_by,
                promise=self._promised(one, try_by) if try_by else one.promise,
            )

        return self._changed(month, done)

    def skip(self, month: Month) -> LookBack:
        """Let a month go; InvalidInputError when it was done."""

        def skipped(one: LookBack) -> LookBack:
            if one.state is LookBackState.DONE:
                raise InvalidInputError(
                    "This month was looked back on; nothing was changed.", "Open it again first."
                )
            return replace(one, state=LookBackState.SKIPPED, ended_on=self._ledger.today())

        return self._changed(month, skipped)

    def reopen(self, month: Month) -> LookBack:
        """Open it again; what was promised to myself stays a promise."""
        return self._changed(
            month, lambda one: replace(one, state=LookBackState.OPEN, ended_on=None, try_by=None)
        )

    def material(self, month: Month) -> Material:
        """Return what jogs the memory of a month, oldest first."""
        return material_of(self._ledger, month)

    def _promised(self, one: LookBack, by: date) -> PromiseId:
        text = " ".join(one.words.one_thing.split())
        today = self._ledger.today()
        if not text:
            raise InvalidInputError("There is no one thing to try yet.", "Write it, or no day.")
        if by < today:
            raise InvalidInputError("That day has been.", "Choose today or a day to come.")
        known = self._promises.get(one.promise) if one.promise else None
        if known is None:
            words = PromiseWords(text=text)
            new = NewPromise(owner=PromiseOwner.ME, people=(), words=words, due_on=by)
            return self._promises.add_within(new).id
        if known.state is PromiseState.OPEN and known.words.text != text:
            self._promises.reword_within(known.id, replace(known.words, text=text))
        if known.state is PromiseState.OPEN and known.due_on != by:
            self._promises.move_within(known.id, by, None)
        return known.id

    def _changed(self, month: Month, rule: Callable[[LookBack], LookBack]) -> LookBack:
        db = self._ledger.db
        with db.transaction():
            old = self._begun(month)
            new = rule(old)
            identity = storage.paper_id(db, month)
            if new != old and identity is not None:
                self._papers.touch(storage.update(db, identity, new))
            return self._known(month)

    def _begun(self, month: Month) -> LookBack:
        """Return a month's, begun now if need be."""
        db = self._ledger.db
        known = storage.look_back(db, month)
        if known is not None:
            return known
        if month > Month.of(self._ledger.today()):
            raise InvalidInputError("That month is still to come.", "Choose one that has begun.")
        words = storage.to_json(LookBackWords())
        _, key = self._papers.add(Sort.LOOK_BACK, words, NOT_FOUND_BY_A_SEARCH)
        storage.insert(db, key, month)
        return self._known(month)

    def _known(self, month: Month) -> LookBack:
        found = storage.look_back(self._ledger.db, month)
        assert found is not None
        return found


def _row(month: Month, known: LookBack | None) -> LookBackRow:
    lines = known.words.one_thing.strip().splitlines() if known else []
    return LookBackRow(
        month=month,
        state=known.state if known else LookBackState.OPEN,
        one_thing=lines[0].strip() if lines else "",
        due_on=last_working_day(month),
        is_begun=known is not None,
    )


def _checked(words: LookBackWords) -> LookBackWords:
    return LookBackWords(
        cared=checked_words(words.cared),
        promise=checked_words(words.promise),
        avoided=checked_words(words.avoided),
        told=checked_words(words.told),
        one_thing=checked_words(words.one_thing),
    )
