"""What the Expectations tab says of versions, cells, copies and notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from managernotes.domain.look_back import Month
from managernotes.domain.observation import ShareState, TimelineRow
from managernotes.domain.yardstick import CopyWords, Yardstick
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.common.strings import timeline as timeline_strings
from managernotes_ui.standards.cell_notes import CellNote
from managernotes_ui.standards.expectations_vm import (
    ExpectationsRead,
    ExpectationsViewModel,
    is_unsaid_concern,
)
from managernotes_ui.widgets.kind_look import kind_look

_SEPARATOR = " · "


class ExpectationWords:
    """Puts a person's expectations into words as of today."""

    def __init__(
        self, dates: DateWords, today: Callable[[], date], covers_kinds: Callable[[], bool]
    ) -> None:
        self._dates = dates
        self._today = today
        self._covers_kinds = covers_kinds

    def version(self, read: ExpectationsRead) -> str:
        """Return "Staff engineer, version of January 2026 · 3 of 5 talked through" (M16)."""
        theirs = (*read.clarity.talked, *read.clarity.open)
        parts = []
        if theirs:
            month = self._dates.month_and_year(max(map(_worded_on, theirs)))
            of_role = any(one.scope.role for one in theirs) and read.role
            words = strings.VERSION if of_role else strings.VERSION_ONLY
            parts.append(words.format(role=read.role, month=month))
            talked = strings.TALKED_THROUGH
            parts.append(talked.format(talked=len(read.clarity.talked), all=len(theirs)))
        return _SEPARATOR.join(parts)

    def cell(self, vm: ExpectationsViewModel, month: Month | None) -> str:
        """Return "November 2026 · 4 notes"."""
        when = self._dates.month_and_year(month.first) if month else strings.TWELVE_MONTHS
        words = strings.NOTES_OF.format(when=when, notes=count(len(vm.notes), "note"))
        if vm.unsaid and not self._covers_kinds():
            concerns = count(vm.unsaid, "concern")
            words += _SEPARATOR + strings.UNSAID_FIRST.format(concerns=concerns)
        return words

    def copy(self, words: CopyWords) -> str:
        """Return their own words, and the note beside them."""
        parts = []
        if words.in_their_words.strip():
            theirs = " ".join(words.in_their_words.split())
            parts.append(strings.THEIR_WORDS.format(words=theirs))
        if words.local_note.strip():
            note = " ".join(words.local_note.split())
            parts.append(strings.YOUR_NOTE.format(words=note))
        return _SEPARATOR.join(parts)

    def note(self, row: TimelineRow) -> CellNote:
        """Return the line of a note."""
        day = self._dates.full(row.occurred_on)
        kind = kind_look(row.kind, covered=self._covers_kinds()).word
        state = self._state(row)
        return CellNote(
            key=row.id,
            text=without_marks(row.headline),
            before=f"{kind}, {day}",
            after=state,
            kind=row.kind,
            day=self._dates.day(row.occurred_on, self._today()),
            state=row.share_state,
            state_words=state,
            is_urgent=is_unsaid_concern(row) and row.share_state is ShareState.UNSAID,
        )

    def _state(self, row: TimelineRow) -> str:
        if row.share_state is None:
            return ""
        if row.share_state is ShareState.PLANNED and row.planned_for is not None:
            when = f"{self._dates.weekday(row.planned_for)} {row.planned_for.day}"
            return timeline_strings.PLANNED_FOR.format(when=when)
        if row.share_state is ShareState.SHARED and row.shared_on is not None:
            when = self._dates.day(row.shared_on, self._today())
            return timeline_strings.SHARED_ON.format(when=when)
        return timeline_strings.STATES[row.share_state]


def _worded_on(one: Yardstick) -> date:
    return (one.edited_at or one.created_at).date()
