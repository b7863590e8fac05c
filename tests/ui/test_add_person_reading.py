"""The fields of a person are read leniently, and refused one by one in a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from managernotes.errors import InvalidInputError, PersonExistsError
from managernotes_ui.common.dates import DateWords
from managernotes_ui.people.add_person_reading import PersonField, PersonReader, taken

BRITISH = QLocale("en_GB")


def reader(locale: QLocale = BRITISH) -> PersonReader:
    return PersonReader(DateWords(BRITISH), locale)


@pytest.mark.parametrize(
    "typed", ["12 Aug 2024", "2024-08-12", "12.8.2024", " 12 august 2024", "Aug 12, 2024"]
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert reader().read(PersonField.STARTED, typed) == date(2024, 8, 12)


def test_a_day_in_figures_follows_the_country() -> None:
    assert reader().read(PersonField.STARTED, "3/4/2024") == date(2024, 4, 3)
    assert reader(QLocale("en_US")).read(PersonField.STARTED, "3/4/2024") == date(2024, 3, 4)


@pytest.mark.parametrize("typed", ["12 Foo 2024", "31 Feb 2024", "soon", "12 Aug"])
def test_what_is_no_day_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="Write the day as 12 Aug 2024"):
        reader().read(PersonField.MANAGER_SINCE, typed)


def test_a_day_is_written_with_its_year_and_read_again() -> None:
    words = reader().words(date(2026, 3, 1))
    assert words == "1 Mar 2026"
    assert reader().read(PersonField.STARTED, words) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (PersonField.NAME, "  Dana   Whitfield ", "Dana Whitfield"),
        (PersonField.ALIAS, " dana ", "dana"),
        (PersonField.ALIAS, "", None),
        (PersonField.ROLE, " Staff  engineer", "Staff engineer"),
        (PersonField.TEAM, "  ", None),
        (PersonField.STARTED, "  ", None),
        (PersonField.AIMS, "To lead\na team", "To lead\na team"),
    ],
)
def test_words_are_kept_as_they_will_be_stored(
    field: PersonField, typed: str, value: str | None
) -> None:
    assert reader().read(field, typed) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (PersonField.NAME, "  "),
        (PersonField.ALIAS, "two words"),
        (PersonField.ALIAS, "@dana"),
        (PersonField.LEVEL, "x" * 121),
        (PersonField.WORKS_BEST, "a\0b"),
    ],
)
def test_what_cannot_be_stored_is_refused(field: PersonField, typed: str) -> None:
    with pytest.raises(InvalidInputError):
        reader().read(field, typed)


def test_what_is_taken_is_told_at_the_field_it_stands_in() -> None:
    assert taken(PersonExistsError("dana"), "dana")[0] is PersonField.ALIAS
    assert taken(PersonExistsError("Dana"), "dana")[0] is PersonField.NAME
    assert taken(PersonExistsError("Dana"), None) == (
        PersonField.NAME,
        "“Dana” is already here. Give one of the two a short name.",
    )
