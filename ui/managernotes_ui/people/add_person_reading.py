"""What was typed into the fields of a person, read leniently and refused field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QLocale

from managernotes.domain.person import NewPerson
from managernotes.errors import InvalidInputError, PersonExistsError
from managernotes.services.person_rules import checked_alias, checked_person
from managernotes.text.people_days import day_of
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import people as strings


class PersonField(StrEnum):
    """The fields that are typed; each value is the attribute of a person."""

    NAME = "display_name"
    ALIAS = "alias"
    ROLE = "role"
    TEAM = "team"
    LEVEL = "level"
    STARTED = "started_on"
    MANAGER_SINCE = "manager_since"
    RECOGNITION = "recognition_pref"
    WORKS_BEST = "works_best"
    AIMS = "aims"


_DAYS = frozenset({PersonField.STARTED, PersonField.MANAGER_SINCE})
_WHOLE = NewPerson(display_name="x")
"""Somebody whose every field can be stored, so that only the field put in can be refused."""


class PersonReader:
    """Turns words into what a person holds, and back."""

    def __init__(self, dates: DateWords, locale: QLocale | None = None) -> None:
        self._dates = dates
        short = (locale or QLocale.system()).dateFormat(QLocale.FormatType.ShortFormat)
        self._month_first = short[:1] in {"M", "L"}

    def read(self, field: PersonField, words: str) -> str | date | None:
        """Return what a field holds; InvalidInputError when it cannot be read or stored."""
        if field in _DAYS:
            return self._day(words)
        if field is PersonField.ALIAS:
            return _alias(words)
        changes: dict[str, Any] = {field.value: words}
        value: str | None = getattr(checked_person(replace(_WHOLE, **changes)), field.value)
        return value

    def words(self, value: str | date | None) -> str:
        """Return what a field shows; a day with its year, as "12 Aug 2024"."""
        if isinstance(value, date):
            return f"{value.day} {self._dates.month(value)} {value.year}"
        return value or ""

    def _day(self, words: str) -> date | None:
        if not words.strip():
            return None
        day = day_of(words, month_first=self._month_first)
        if day is None:
            raise InvalidInputError(strings.BAD_DAY)
        return day


def taken(error: PersonExistsError, alias: str | None) -> tuple[PersonField, str]:
    """Return which is in use already, the alias or the name that has none, and what to say."""
    if alias and error.name == alias:
        return PersonField.ALIAS, strings.taken_alias(error.name)
    return PersonField.NAME, strings.taken_name(error.name)


def _alias(words: str) -> str | None:
    try:
        return checked_alias(words)
    except InvalidInputError as error:
        raise InvalidInputError(strings.BAD_ALIAS) from error
