"""What was seen of a person, by expectation and month, and the notes behind each cell (S25)."""

from __future__ import annotations

from managernotes.domain.identity import PersonId, YardstickId
from managernotes.domain.look_back import Month
from managernotes.domain.observation import TimelineRow
from managernotes.domain.yardstick import YardstickKind
from managernotes.practice.coverage import CoverageGrid, grid, months_to
from managernotes.services.ledger import Ledger
from managernotes.services.yardsticks import YardsticksService
from managernotes.storage import coverage, yardsticks
from managernotes.storage.note_reading import rows_by_key
from managernotes.storage.people import person_keys


class CoverageService:
    """Reads only; every link is made by YardsticksService."""

    def __init__(self, ledger: Ledger, known: YardsticksService) -> None:
        self._ledger = ledger
        self._known = known

    def grid(self, person: PersonId, until: Month | None = None) -> CoverageGrid:
        """Return the twelve months up to one of them, None: this month, by expectation.

        Rows are the person's expectations A-Z; then what else their notes are measured by.
        """
        db = self._ledger.db
        last = until or self._present()
        months = months_to(last)
        seen = coverage.seen(db, self._key(person), months)
        theirs = [one for one in self._known.list(person) if one.kind is YardstickKind.EXPECTATION]
        met = {one.yardstick for one in seen if one.yardstick} - {one.id for one in theirs}
        return grid(person, theirs, yardsticks.yardsticks_by_id(db, met), seen, last)

    def cell_notes(
        self,
        person: PersonId,
        yardstick: YardstickId | None,
        month: Month | None = None,
        *,
        until: Month | None = None,
    ) -> tuple[TimelineRow, ...]:
        """Return the notes behind a cell, newest first; without a yardstick those by none.

        Without a month all of a row of the grid up to `until`, None: this month, and with them
        the concerns from before that are not said yet.
        """
        db = self._ledger.db
        last = month or until or self._present()
        first = month or months_to(last)[0]
        span, unsaid = (first.first, last.last), month is None
        keys = coverage.note_keys(db, self._key(person), yardstick, *span, unsaid=unsaid)
        return tuple(rows_by_key(db, keys))

    def _present(self) -> Month:
        return Month.of(self._ledger.today())

    def _key(self, person: PersonId) -> int:
        return person_keys(self._ledger.db, [person])[person]
