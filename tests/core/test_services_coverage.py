"""The grid of a person over a real vault, and the notes behind each of its cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.look_back import Month
from managernotes.domain.observation import KeptBack, Kind, ShareState
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.practice.coverage import CoverageGrid
from tests.core.office import NOON, Office
from tests.core.preparing_office import begun, noted
from tests.core.standards_office import expected, in_role
from tests.core.talks_office import person

TODAY = NOON.date()
MARCH = Month(2026, 3)


def filled(grid: CoverageGrid) -> dict[str, dict[str, int]]:
    """Return the cells of each row that are not empty, by month."""
    return {
        row.yardstick.words.title if row.yardstick else "": {
            str(month): notes for month, notes in zip(grid.months, row.cells, strict=True) if notes
        }
        for row in (*grid.rows, grid.unlinked)
    }


def win(office: Office, who: PersonId, on: date, state: ShareState | None = None) -> NoteId:
    shared = on if state is ShareState.SHARED else None
    return noted(
        office, "Ran it", on=on, about=who, kind=Kind.WIN, share_state=state, shared_on=shared
    ).id


def test_s25_twelve_months_of_notes_stand_by_expectation_and_month(office: Office) -> None:
    dana = in_role(office, "Dana")
    hands, calm = expected(office, "Hands over"), expected(office, "Calm")
    for back in range(12):
        month = MARCH.plus(-back)
        office.yardsticks.link_note(hands.id, win(office, dana, month.first))
        if back % 3 == 0:
            note = win(office, dana, month.first, ShareState.SHARED)
            office.yardsticks.link_note(calm.id, note)
    win(office, dana, date(2026, 1, 31))
    office.yardsticks.link_note(hands.id, win(office, dana, MARCH.plus(-12).last))
    grid = office.coverage.grid(dana)
    assert grid.months[-1] == MARCH
    quarters = ("2025-06", "2025-09", "2025-12", "2026-03")
    assert filled(grid) == {
        "Calm": dict.fromkeys(quarters, 1),
        "Hands over": {str(month): 1 for month in grid.months},
        "": {"2026-01": 1},
    }
    assert [(row.said, row.seen) for row in grid.rows] == [(4, 4), (0, 12)]


@pytest.mark.parametrize(
    ("until", "on", "cell"),
    [
        (MARCH, date(2025, 4, 1), 0),
        (MARCH, date(2025, 12, 31), 8),
        (MARCH, date(2026, 1, 1), 9),
        (MARCH, date(2026, 2, 28), 10),
        (MARCH, date(2026, 3, 12), 11),
        (MARCH, date(2025, 3, 31), None),
        (MARCH.plus(-1), date(2026, 3, 1), None),
        (Month(2024, 2), date(2024, 2, 29), 11),
        (Month(2024, 3), date(2024, 2, 29), 10),
    ],
)
def test_a_note_falls_in_the_month_of_its_day_over_years_and_leap_days(
    office: Office, until: Month, on: date, cell: int | None
) -> None:
    dana = in_role(office, "Dana")
    hands = expected(office, "Hands over")
    office.yardsticks.link_note(hands.id, win(office, dana, on))
    [row] = [row for row in office.coverage.grid(dana, until).rows if row.yardstick]
    assert [at for at, notes in enumerate(row.cells) if notes] == ([] if cell is None else [cell])


def test_a_note_by_two_expectations_stands_in_both_rows_and_not_beside_them(
    office: Office,
) -> None:
    dana = in_role(office, "Dana")
    note = win(office, dana, TODAY)
    for title in ("Hands over", "Calm"):
        office.yardsticks.link_note(expected(office, title).id, note)
    assert filled(office.coverage.grid(dana)) == {
        "Calm": {"2026-03": 1},
        "Hands over": {"2026-03": 1},
        "": {},
    }


def test_the_notes_behind_a_cell_are_the_ones_that_were_counted_newest_first(
    office: Office,
) -> None:
    dana = in_role(office, "Dana")
    hands = expected(office, "Hands over")
    days = [TODAY - timedelta(days=back) for back in (1, 9, 20)]
    early, late, february = (win(office, dana, day) for day in (days[1], days[0], days[2]))
    for note in (early, late, february):
        office.yardsticks.link_note(hands.id, note)
    loose = win(office, dana, TODAY)
    notes = office.coverage.cell_notes
    assert [row.id for row in notes(dana, hands.id, MARCH)] == [late, early]
    assert [row.id for row in notes(dana, hands.id)] == [late, early, february]
    assert [row.id for row in notes(dana, None, MARCH)] == [loose]
    assert notes(dana, hands.id, MARCH.plus(-2)) == ()
    assert [row.id for row in notes(dana, hands.id, until=MARCH.plus(-1))] == [february]


def test_s25_a_concern_that_was_never_said_cannot_be_hidden(office: Office) -> None:
    dana = in_role(office, "Dana")
    hands = expected(office, "Hands over")
    old = noted(office, on=date(2024, 2, 29), about=dana)
    new = noted(office, on=TODAY, about=dana)
    for note in (old, new):
        office.yardsticks.link_note(hands.id, note.id)
    [row] = office.coverage.grid(dana).rows
    assert (row.said, row.seen, row.older_unsaid) == (0, 1, 1)
    assert [one.id for one in office.coverage.cell_notes(dana, hands.id)] == [new.id, old.id]
    office.yardsticks.retire(hands.id)
    [row] = office.coverage.grid(dana).rows
    assert (row.is_theirs, row.seen, row.older_unsaid) == (False, 1, 1)
    office.sharing.keep_back(new.id, KeptBack.TOO_SMALL)
    assert [row.seen for row in office.coverage.grid(dana).rows] == [1], "judged, and not said"


def test_a_fact_of_a_hard_talk_is_measured_by_what_the_talk_is_measured_by(
    office: Office,
) -> None:
    preparation = begun(office)
    hands = office.yardsticks.add(
        YardstickKind.EXPECTATION, YardstickWords(title="Hands over"), [person(office)]
    )
    assert filled(office.coverage.grid(person(office)))[""] == {"2026-03": 2}
    office.preparations.link_yardstick(preparation.id, hands.id)
    facts = len(office.preparations.get(preparation.id).facts)
    assert facts
    assert filled(office.coverage.grid(person(office)))["Hands over"] == {"2026-03": facts}
    office.talks.bin(preparation.conversation)
    assert filled(office.coverage.grid(person(office)))["Hands over"] == {}


def test_inv11_what_they_said_of_me_is_in_no_cell(office: Office) -> None:
    dana = in_role(office, "Dana")
    hands = expected(office, "Hands over")
    note = noted(office, about=dana, kind=Kind.THEIR_FEEDBACK_TO_ME)
    office.yardsticks.link_note(hands.id, note.id)
    assert filled(office.coverage.grid(dana)) == {"Hands over": {}, "": {}}
    assert office.coverage.cell_notes(dana, hands.id) == ()


def test_inv16_notes_of_another_person_and_binned_notes_are_in_no_cell(office: Office) -> None:
    dana, raj = in_role(office, "Dana"), in_role(office, "Raj")
    hands = expected(office, "Hands over")
    theirs, gone = win(office, raj, TODAY), win(office, dana, TODAY)
    for note in (theirs, gone):
        office.yardsticks.link_note(hands.id, note)
    office.notes.bin(gone)
    assert filled(office.coverage.grid(dana))["Hands over"] == {}
    assert filled(office.coverage.grid(raj))["Hands over"] == {"2026-03": 1}


def test_after_a_change_of_role_what_was_seen_before_stays_in_the_grid(office: Office) -> None:
    dana = in_role(office, "Dana", "Engineer")
    hands, leads = expected(office, "Hands over"), expected(office, "Leads", "Lead")
    office.yardsticks.talked_through(hands.id, dana, TODAY)
    office.yardsticks.link_note(hands.id, win(office, dana, TODAY))
    office.people.edit(replace(office.people.get(dana), role="Lead"))
    rows = office.coverage.grid(dana).rows
    assert [(row.yardstick and row.yardstick.id, row.is_theirs) for row in rows] == [
        (leads.id, True),
        (hands.id, False),
    ]
    assert rows[1].talked_on == TODAY
