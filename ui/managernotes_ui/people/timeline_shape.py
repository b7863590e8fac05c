"""Where month heads and notes stand in a timeline, worked out once, off the UI thread."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from managernotes.domain.timeline import TimelineOutline


@dataclass(frozen=True, slots=True)
class Head:
    """One month: the row its head stands in, and its first day."""

    row: int
    month: date


class TimelineShape:
    """A timeline of any length as rows: month heads between runs of notes, newest first.

    Only the heads are kept, so a row is found in logarithmic time and a list of 100,000 notes
    costs no more memory than its outline.
    """

    def __init__(self, outline: TimelineOutline) -> None:
        self.outline = outline
        self.heads: Sequence[Head] = _heads(outline)
        self._head_rows = [head.row for head in self.heads]

    def __len__(self) -> int:
        return len(self.outline) + len(self.heads)

    def heads_before(self, row: int) -> int:
        """Return how many heads stand above a row."""
        return bisect_right(self._head_rows, row - 1)

    def head_at(self, row: int) -> Head | None:
        """Return the head that stands in a row, or None for a note."""
        number = self.heads_before(row)
        if number < len(self.heads) and self._head_rows[number] == row:
            return self.heads[number]
        return None

    def note_at(self, row: int) -> int:
        """Return which note of the outline stands in a row; for a head, the first under it."""
        return row - self.heads_before(row + 1) + (self.head_at(row) is not None)

    def row_of(self, note: int) -> int:
        """Return the row in which a note of the outline stands."""
        low, high = note, note + len(self.heads)
        while low < high:
            middle = (low + high) // 2
            if middle - self.heads_before(middle + 1) < note:
                low = middle + 1
            else:
                high = middle
        return low + (self.head_at(low) is not None)

    def month_over(self, row: int) -> Head | None:
        """Return the head under which a row stands."""
        number = bisect_right(self._head_rows, row) - 1
        return self.heads[number] if number >= 0 else None


def _heads(outline: TimelineOutline) -> list[Head]:
    heads: list[Head] = []
    note = 0
    while note < len(outline):
        month = outline[note].day.replace(day=1)
        heads.append(Head(note + len(heads), month))
        # Newest first: the month ends at the first note that is older than its first day.
        note = bisect_right(
            range(len(outline)), -month.toordinal(), lo=note, key=lambda at: -_day(outline, at)
        )
    return heads


def _day(outline: TimelineOutline, note: int) -> int:
    return outline[note].day.toordinal()
