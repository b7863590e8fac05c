"""A day and a time as they are typed: "thu", "26 Nov", "+7"; "9:30", "930", "14"."""

from __future__ import annotations

import re
from datetime import date, time

from managernotes.domain.days import coming_day
from managernotes.errors import InvalidInputError
from managernotes_ui.common.strings import plan_talk as strings

_BEFORE = re.compile(r"^(?:on|by|next)\s+|^[a-z]{3,9},?\s+(?=\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<=[a-z]),?(20\d\d)$", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?")
_DAY = 1440
"""Minutes."""


def typed_day(words: str, today: date) -> date | None:
    """Return the day to come that the words are, None for none; InvalidInputError otherwise."""
    words = words.strip()
    if not words:
        return None
    bare = _BEFORE.sub("", words).replace(" ", "")
    year = _YEAR.search(bare)
    day = coming_day(_YEAR.sub("", bare), today)
    if day is None or (year is not None and day.year != int(year[1])):
        raise InvalidInputError(strings.BAD_DAY)
    return day


def typed_time(words: str) -> time | None:
    """Return the time of day that the words are, None for none; InvalidInputError otherwise."""
    words = words.strip()
    if not words:
        return None
    found = _TIME.fullmatch(words)
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else _refuse()
    except ValueError:
        return _refuse()


def typed_minutes(words: str) -> int | None:
    """Return how many minutes the words are, None for none; InvalidInputError otherwise."""
    words = words.strip()
    if not words:
        return None
    if not words.isdecimal() or not 1 <= int(words) <= _DAY:
        raise InvalidInputError(strings.BAD_MINUTES)
    return int(words)


def _refuse() -> time:
    raise InvalidInputError(strings.BAD_TIME)
