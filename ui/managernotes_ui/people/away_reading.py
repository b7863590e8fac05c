"""Reads what is typed about times: "10:30", and the two days of a time away."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time

from managernotes.domain.days import coming_day, past_day
from managernotes.errors import InvalidInputError
from managernotes_ui.common.strings import person_away as strings

_TIME = re.compile(r"([0-9]{1,2})(?:[:.h]?([0-9]{2}))?")
_Reader = Callable[[str, date], date | None]
_WEEKDAY_BEFORE = re.compile(r"^[a-z]{3,9}\.?,?\s+(?=[0-9])", re.IGNORECASE)


def read_time(words: str) -> time | None:
    """Return the time of day, None for no words; InvalidInputError for what is none."""
    words = words.strip()
    if not words:
        return None
    found = _TIME.fullmatch(words)
    try:
        if found is not None:
            return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        pass
    raise InvalidInputError(strings.BAD_TIME)


def read_window(first_words: str, last_words: str, today: date) -> tuple[date, date]:
    """Return the first and the last day; an empty last one is the first.

    The first day may be past: it is the nearest that the words can mean. InvalidInputError for
    words that are no day, and for an end before the beginning.
    """
    first = _nearest(first_words, today)
    if not last_words.strip():
        return first, first
    last = _read(coming_day, last_words, first)
    if last is None:
        is_day = _read(past_day, last_words, first) is not None
        raise InvalidInputError(strings.ENDS_EARLY if is_day else strings.BAD_DAY)
    return first, last


def _nearest(words: str, today: date) -> date:
    days = [_read(reader, words, today) for reader in (coming_day, past_day)]
    known = [day for day in days if day is not None]
    if not known:
        raise InvalidInputError(strings.BAD_DAY)
    return min(known, key=lambda day: abs((day - today).days))


def _read(reader: _Reader, words: str, today: date) -> date | None:
    """Return the day that one of the core's readers finds, or None."""
    bare = _WEEKDAY_BEFORE.sub("", words.strip()).replace(" ", "")
    try:
        return reader(bare, today)
    except InvalidInputError:
        return None
