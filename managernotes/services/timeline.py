"""Reading notes in order: one person's or everybody's, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, Observation, TimelineRow
from managernotes.domain.timeline import (
    Cursor,
    MonthCount,
    NoteFilter,
    TimelineOutline,
    TimelinePage,
)
from managernotes.services.ledger import Ledger
from managernotes.storage import note_reading
from managernotes.storage import timeline as storage_timeline


class Timeline:
    """Answers what a list of notes needs: pages, or an outline and the rows in view."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, identity: NoteId) -> Observation:
        """Return one note, in the bin or not; NoteNotFoundError when it was erased."""
        return note_reading.note(self._ledger.db, identity)

    def timeline(  # noqa: PLR0913  one for each filter of the list
        self,
        person: PersonId | None = None,
        *,
        kinds: Sequence[Kind] = (),
        tags: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
        limit: int = 50,
        before: Cursor | None = None,
    ) -> TimelinePage:
        """Return a page of a person's notes, or of all; any of the kinds, all of the tags.

        PersonNotFoundError for an unknown person, NoteNotFoundError when the cursor's note is
        gone.
        """
        wanted = _filter(person, kinds, tags, since, until)
        return storage_timeline.page(self._ledger.db, wanted, limit, before)

    def timeline_outline(
        self,
        person: PersonId | None = None,
        kinds: Sequence[Kind] = (),
        tags: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> TimelineOutline:
        """Return id, day and kind of every row, for a list that fills in what is in view."""
        return storage_timeline.outline(self._ledger.db, _filter(person, kinds, tags, since, until))

    def rows(self, identities: Sequence[NoteId]) -> list[TimelineRow]:
        """Return the rows of these notes, in their order; one that is gone is left out."""
        return note_reading.rows_by_id(self._ledger.db, identities)

    def month_counts(self, person: PersonId | None, months: int = 12) -> list[MonthCount]:
        """Return the notes of each kind in each of the latest months, this one last."""
        wanted = _latest_months(self._ledger.today(), months)
        found = storage_timeline.counts_by_month(self._ledger.db, _filter(person, since=wanted[0]))
        return [MonthCount(month, dict(found.get(month, {}))) for month in wanted]

    def first_day(self, person: PersonId) -> date | None:
        """Return the day of the first note about a person, outside the bin."""
        return storage_timeline.first_day(self._ledger.db, _filter(person))

    def count(self, person: PersonId | None = None) -> int:
        """Return how many notes there are about a person, or in all, outside the bin."""
        return storage_timeline.count(self._ledger.db, _filter(person))


def _filter(
    person: PersonId | None,
    kinds: Sequence[Kind] = (),
    tags: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> NoteFilter:
    return NoteFilter(
        people=(person,) if person else (),
        kinds=tuple(kinds),
        tags=tuple(tags),
        since=since,
        until=until,
    )


def _latest_months(today: date, months: int) -> list[date]:
    """Return the first days of so many months up to this one, oldest first."""
    this = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(this - months + 1, this + 1)]
