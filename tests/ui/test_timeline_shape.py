"""Month heads and notes as rows: the arithmetic, against the naive list."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.timeline import TimelineOutline
from managernotes_ui.people.timeline_shape import Head, TimelineShape

FIRST = date(2024, 1, 1)
days = st.lists(st.integers(0, 900), max_size=60)


def outline_of(offsets: list[int]) -> TimelineOutline:
    """Return an outline of notes that many days after the first day, newest first."""
    ordinals = sorted(((FIRST + timedelta(days=at)).toordinal() for at in offsets), reverse=True)
    return TimelineOutline(
        [(number.to_bytes(16, "big"), ordinal, "win") for number, ordinal in enumerate(ordinals)]
    )


def naive_rows(outline: TimelineOutline) -> list[Head | int]:
    """Return the rows one by one: a head before each month, then its notes by number."""
    rows: list[Head | int] = []
    for number, entry in enumerate(outline):
        month = entry.day.replace(day=1)
        if not number or outline[number - 1].day.replace(day=1) != month:
            rows.append(Head(len(rows), month))
        rows.append(number)
    return rows


@given(days)
def test_every_row_is_what_the_naive_list_says(offsets: list[int]) -> None:
    outline = outline_of(offsets)
    shape, rows = TimelineShape(outline), naive_rows(outline)
    assert len(shape) == len(rows)
    assert list(shape.heads) == [row for row in rows if isinstance(row, Head)]
    for at, row in enumerate(rows):
        if isinstance(row, Head):
            assert shape.head_at(at) == row
        else:
            assert shape.head_at(at) is None
            assert shape.note_at(at) == row
            assert shape.row_of(row) == at


@given(days)
def test_every_row_stands_under_the_nearest_head_above(offsets: list[int]) -> None:
    shape = TimelineShape(outline_of(offsets))
    above: Head | None = None
    for row in range(len(shape)):
        above = shape.head_at(row) or above
        assert shape.month_over(row) == above


def test_an_empty_timeline_has_no_rows() -> None:
    shape = TimelineShape(TimelineOutline(()))
    assert len(shape) == 0
    assert shape.head_at(0) is None
    assert shape.month_over(0) is None
