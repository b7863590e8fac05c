"""What was seen by expectation and month, and how much of it was said: over plain values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from managernotes.domain.identity import PersonId, YardstickId, new_uuid7
from managernotes.domain.look_back import Month
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.yardstick import TalkedThrough, Yardstick, YardstickKind, YardstickWords
from managernotes.practice.coverage import CoverageRow, Seen, grid, is_said, months_to

THEN = datetime(2026, 1, 14, 12, tzinfo=UTC)
DANA = PersonId(new_uuid7(THEN))
MARCH = Month(2026, 3)


def yardstick(
    title: str, kind: YardstickKind = YardstickKind.EXPECTATION, on: date | None = None
) -> Yardstick:
    return Yardstick(
        id=YardstickId(new_uuid7(THEN)),
        kind=kind,
        words=YardstickWords(title=title),
        retired_on=None,
        people=(TalkedThrough(person=DANA, on=on),),
        created_at=THEN,
        revision=1,
    )


HANDS = yardstick("Hands over", on=date(2026, 1, 14))


def seen(
    on: date,
    by: Yardstick | None = HANDS,
    kind: Kind = Kind.WIN,
    state: ShareState | None = ShareState.UNSAID,
) -> Seen:
    month = Month.of(on) if on >= date(2025, 4, 1) else None
    return Seen(yardstick=by.id if by else None, month=month, kind=kind, state=state)


def row(*found: Seen, until: Month = MARCH) -> CoverageRow:
    return grid(DANA, [HANDS], [], found, until).rows[0]


def test_a_grid_without_a_note_has_its_rows_and_only_empty_months() -> None:
    empty = row()
    assert empty.cells == (0,) * 12
    assert (empty.said, empty.seen, empty.older_unsaid) == (0, 0, 0)
    assert grid(DANA, [], [], [], MARCH).rows == ()
    assert grid(DANA, [], [], [], MARCH).unlinked.cells == (0,) * 12


def test_the_twelve_months_cross_the_year_and_end_with_the_one_asked_for() -> None:
    assert months_to(MARCH)[0] == Month(2025, 4)
    assert months_to(MARCH)[8:10] == (Month(2025, 12), Month(2026, 1))
    assert months_to(Month(2025, 12))[0] == Month(2025, 1)


def test_what_was_counted_stands_in_its_month_whatever_its_kind() -> None:
    found = row(
        seen(date(2025, 4, 1)),
        seen(date(2025, 12, 31)),
        seen(date(2025, 12, 1), kind=Kind.CONTEXT, state=None),
        replace(seen(date(2026, 3, 31), kind=Kind.LOOSE, state=None), notes=4),
    )
    assert found.cells == (1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 4)


@pytest.mark.parametrize(
    ("kind", "state", "said"),
    [
        (Kind.WIN, ShareState.UNSAID, False),
        (Kind.CONCERN, ShareState.PLANNED, False),
        (Kind.CONCERN, ShareState.NOT_FOR_SHARING, False),
        (Kind.CONCERN, ShareState.SHARED, True),
        (Kind.WIN, ShareState.RESPONDED, True),
        (Kind.CONCERN, ShareState.CHANGE_SEEN, True),
        (Kind.PRAISE_GIVEN, None, True),
        (Kind.FEEDBACK_GIVEN, None, True),
        (Kind.CONTEXT, None, None),
        (Kind.LOOSE, None, None),
        (Kind.SUPPORT_GIVEN, None, None),
    ],
)
def test_what_could_be_said_counts_as_seen_and_what_was_heard_as_said(
    kind: Kind, state: ShareState | None, said: bool | None
) -> None:
    assert is_said(kind, state) is said
    found = row(seen(date(2026, 3, 3), kind=kind, state=state))
    assert (found.said, found.seen) == (int(said is True), int(said is not None))
    assert sum(found.cells) == 1, "every note is in its month"


def test_a_concern_of_these_months_that_was_not_heard_is_counted_once_and_a_win_is_not() -> None:
    now = date(2026, 11, 3)
    found = row(
        seen(now, kind=Kind.CONCERN, state=ShareState.UNSAID),
        seen(now, kind=Kind.CONCERN, state=ShareState.SHARED),
        seen(now, kind=Kind.WIN, state=ShareState.UNSAID),
    )
    assert (found.unsaid_concerns, found.older_unsaid) == (1, 0)


def test_a_concern_judged_before_these_months_and_never_said_is_told_beside_the_row() -> None:
    old = date(2024, 5, 5)
    states = [ShareState.UNSAID, ShareState.PLANNED, ShareState.SHARED, ShareState.NOT_FOR_SHARING]
    found = row(*(seen(old, kind=Kind.CONCERN, state=state) for state in states))
    assert found.older_unsaid == 2
    assert found.unsaid_concerns == 2
    assert sum(found.cells) == found.seen == 0


def test_what_else_notes_are_measured_by_follows_expectations_before_values() -> None:
    value = yardstick("Candour", YardstickKind.VALUE)
    former = yardstick("Writes it down", on=date(2025, 9, 2))
    found = [seen(date(2026, 3, 3), value), seen(date(2026, 3, 3), former)]
    rows = grid(DANA, [HANDS], [value, former], found, MARCH).rows
    assert [(one.yardstick, one.is_theirs) for one in rows] == [
        (HANDS, True),
        (former, False),
        (value, False),
    ]
    assert rows[1].talked_on == date(2025, 9, 2)
    assert not any(one.is_open for one in rows), "only what is theirs now asks to be talked through"


def test_what_was_not_talked_through_says_so_and_has_no_day() -> None:
    unheard = yardstick("Decides with a reason")
    [found] = grid(DANA, [unheard], [], [], MARCH).rows
    assert (found.talked_on, found.is_open) == (None, True)
