"""Times away and usual days are kept, and never a reason (INV-02)."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from uuid import uuid4

import pytest

from managernotes.domain.away import AwayWindow, UsualTime
from managernotes.domain.identity import PersonId
from managernotes.domain.person import NewPerson
from managernotes.errors import InvalidInputError, PersonNotFoundError
from tests.core.office import Office
from tests.core.talks_office import person

CHRISTMAS = (date(2026, 12, 21), date(2027, 1, 2))
ONE_DAY = (date(2026, 4, 1), date(2026, 4, 1))


def test_windows_come_back_by_day(office: Office) -> None:
    dana = person(office)
    kept = office.away.set_windows(dana, (CHRISTMAS, ONE_DAY))
    assert kept == office.away.windows(dana) == (AwayWindow(*ONE_DAY), AwayWindow(*CHRISTMAS))
    assert office.away.windows(person(office, "Maya")) == ()
    office.away.set_windows(dana, ())
    assert office.away.windows(dana) == ()


def test_a_window_that_ends_early_changes_nothing(office: Office) -> None:
    dana = person(office)
    office.away.set_windows(dana, (CHRISTMAS,))
    with pytest.raises(InvalidInputError):
        office.away.set_windows(dana, (ONE_DAY, (CHRISTMAS[1], CHRISTMAS[0])))
    assert office.away.windows(dana) == (AwayWindow(*CHRISTMAS),)


def test_a_usual_day_comes_back_and_can_be_taken_away(office: Office) -> None:
    dana = person(office)
    assert office.away.usual(dana) == UsualTime(None, None)
    office.away.set_usual(dana, 3, time(9, 30))
    assert office.away.usual(dana) == UsualTime(3, time(9, 30))
    office.away.set_usual(dana, None)
    assert office.away.usual(dana) == UsualTime(None, None)


@pytest.mark.parametrize(("weekday", "at"), [(7, None), (-1, None), (None, time(9))])
def test_what_is_no_usual_day_is_refused(
    office: Office, weekday: int | None, at: time | None
) -> None:
    dana = person(office)
    with pytest.raises(InvalidInputError):
        office.away.set_usual(dana, weekday, at)
    assert office.away.usual(dana) == UsualTime(None, None)


def test_somebody_who_was_erased_is_not_found(office: Office) -> None:
    nobody = PersonId(uuid4())
    for call in (office.away.windows, office.away.usual):
        with pytest.raises(PersonNotFoundError):
            call(nobody)
    with pytest.raises(PersonNotFoundError):
        office.away.set_windows(nobody, (ONE_DAY,))


def test_inv_02_a_time_away_is_two_days_and_nothing_else(office: Office) -> None:
    columns = {row[1] for row in office.db.execute("PRAGMA table_info(person_away)")}
    assert columns == {"person_key", "from_day", "to_day"}
    assert [part.name for part in fields(AwayWindow)] == ["first", "last"]


def test_inv_02_a_person_has_no_field_for_what_is_protected() -> None:
    named = {word for part in fields(NewPerson) for word in part.name.split("_")}
    forbidden = ("gender", "age", "birth", "health", "famil", "religion", "nation", "photo", "pay")
    assert not [word for word in named if word.startswith(forbidden)]
