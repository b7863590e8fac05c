"""Words for days, at the edges that the golden table of the capture line does not reach."""

from __future__ import annotations

from datetime import date

import pytest

from managernotes.domain.days import coming_day, first_day, past_day
from managernotes.errors import InvalidInputError


def test_the_leap_day_is_found_over_a_century_without_one() -> None:
    assert past_day("29feb", date(2104, 2, 28)) == date(2096, 2, 29)
    assert coming_day("29feb", date(2096, 3, 1)) == date(2104, 2, 29)


def test_a_day_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="out of reach"):
        past_day("-999999", date(2026, 11, 24))
    with pytest.raises(InvalidInputError, match="out of reach"):
        coming_day("1jan", date(9999, 12, 31))
    with pytest.raises(InvalidInputError, match="out of reach"):
        coming_day("fri", date(9999, 12, 31))


@pytest.mark.parametrize("slip", ["0026-03-12", "1899-12-31", "3000-01-01", "9999-12-31"])
def test_a_year_that_can_only_be_a_slip_is_refused(slip: str) -> None:
    for read in (past_day, coming_day, first_day):
        with pytest.raises(InvalidInputError, match="out of reach"):
            read(slip, date(2026, 11, 24))
    with pytest.raises(InvalidInputError, match="out of reach"):
        first_day(slip[:4] if slip[:4] != "1899" else "0001", date(2026, 11, 24))


def test_figures_of_other_scripts_are_no_day() -> None:
    assert past_day("-٣", date(2026, 11, 24)) is None
    assert past_day("١٢mar", date(2026, 11, 24)) is None


def test_a_year_and_a_month_begin_on_their_first_day() -> None:
    today = date(2026, 11, 24)

    assert first_day("2026", today) == date(2026, 1, 1)
    assert first_day("2027-03", today) == date(2027, 3, 1)
    assert first_day("2027-03-04", today) == date(2027, 3, 4)
    assert first_day("yesterday", today) == date(2026, 11, 23)
    with pytest.raises(InvalidInputError):
        first_day("2026-00", today)
