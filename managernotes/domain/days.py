"""Days as they are typed: ^yesterday, !fri, ^12mar, ^-3, 2026-03-12 (DESIGN §4).

Two readers, because one word means two days: what happened lies behind, what is to be come
back to lies ahead. A word that is no day gives None; a day that cannot be meant is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from managernotes.errors import InvalidInputError

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHORTEST_WORD = 3
"""A weekday or month may be cut short, to three letters at least: mon, thurs, sept."""

_REACH = (date(1900, 1, 1), date(2999, 12, 31))
"""A day outside is a slip of the keys, and a day before or after it might not be a date at all."""

_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DISTANCE = re.compile(r"[+-][0-9]+")
_MOST_DIGITS = 7
_ISO = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
_YEAR_OR_MONTH = re.compile(r"[0-9]{4}(-[0-9]{2})?")
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})([a-z]+)")
_YEARS_TO_A_LEAP_DAY = 8
"""The longest way from one 29 February to the next, over 1900 or 2100."""


def past_day(word: str, today: date) -> date | None:
    """Return the day meant by a word for what happened: the latest one, today included.

    None when the word is no day; InvalidInputError when it is in the future or does not exist.
    """
    weekday = _place(word.casefold(), _WEEKDAYS)
    if weekday is not None:
        return _moved(today, -((today.weekday() - weekday) % 7))
    day = _fixed_day(word, today) or _in_a_year(word, _years_from(today, -1), latest=today)
    if day is not None and day > today:
        raise InvalidInputError(
            f"{_spoken(day)} is still to come.", "What happened cannot lie in the future."
        )
    return day


def coming_day(word: str, today: date) -> date | None:
    """Return the day meant by a word for what is ahead: a weekday is the next, today excluded.

    A day and month, `today` and a full date may be today. None when the word is no day;
    InvalidInputError when it is past or does not exist.
    """
    weekday = _place(word.casefold(), _WEEKDAYS)
    if weekday is not None:
        return _moved(today, (weekday - today.weekday() - 1) % 7 + 1)
    day = _fixed_day(word, today) or _in_a_year(word, _years_from(today, 1), earliest=today)
    if day is not None and day < today:
        raise InvalidInputError(
            f"{_spoken(day)} has passed.", "A day to come back to cannot lie in the past."
        )
    return day


def first_day(value: str, today: date) -> date:
    """Return the first day of a year (2026), a month (2026-01), or the day itself.

    Also a word for a past day, as in `past_day`. InvalidInputError when it is none of these.
    """
    try:
        if _YEAR_OR_MONTH.fullmatch(value):
            year, _, month = value.partition("-")
            return _in_reach(date(int(year), int(month or 1), 1))
        if _ISO.fullmatch(value):
            return _in_reach(date.fromisoformat(value))
        day = past_day(value, today)
    except ValueError:
        day = None
    if day is None:
        raise InvalidInputError(f"“{value}” is no day.", "Write 2026, 2026-01 or 2026-01-31.")
    return day


def _fixed_day(word: str, today: date) -> date | None:
    """Return a day that is the same whichever way one looks: a near word, a distance, a date."""
    word = word.casefold()
    if word in _NEAR:
        return _moved(today, _NEAR[word])
    if _DISTANCE.fullmatch(word):
        if len(word) > _MOST_DIGITS:
            raise InvalidInputError("That is too many days.", "Write the day as 2026-03-12.")
        return _moved(today, int(word))
    if _ISO.fullmatch(word):
        try:
            return _in_reach(date.fromisoformat(word))
        except ValueError:
            raise InvalidInputError(
                f"There is no day {word}.", "Write year, month and day as 2026-03-12."
            ) from None
    return None


def _in_a_year(
    word: str, years: Iterable[int], *, earliest: date = date.min, latest: date = date.max
) -> date | None:
    """Return the day and month in the first of the years that puts it inside the bounds."""
    parts = _DAY_AND_MONTH.fullmatch(word.casefold())
    month = _place(parts[2], _MONTHS) if parts else None
    if parts is None or month is None:
        return None
    day = int(parts[1])
    if not 1 <= day <= _LONGEST[month]:
        name = _MONTHS[month].capitalize()
        raise InvalidInputError(
            f"There is no {day} {name}.", f"{name} has {_LONGEST[month]} days at most."
        )
    for year in years:
        try:
            found = date(year, month + 1, day)
        except ValueError:  # 29 February in a year without one
            continue
        if earliest <= found <= latest:
            return found
    raise _out_of_reach()


def _years_from(today: date, step: int) -> Iterable[int]:
    return range(today.year, today.year + step * (_YEARS_TO_A_LEAP_DAY + 1), step)


def _place(word: str, names: tuple[str, ...]) -> int | None:
    if len(word) < _SHORTEST_WORD:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(word)), None)


def _moved(today: date, days: int) -> date:
    try:
        return _in_reach(today + timedelta(days=days))
    except OverflowError:
        raise _out_of_reach() from None


def _in_reach(day: date) -> date:
    earliest, latest = _REACH
    if not earliest <= day <= latest:
        raise _out_of_reach()
    return day


def _out_of_reach() -> InvalidInputError:
    return InvalidInputError("That day is out of reach.", "Write the day as 2026-03-12.")


def _spoken(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"
