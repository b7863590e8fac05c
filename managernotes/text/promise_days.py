"""The day in a promise: “… by Fri”, “… from Mon 30 Nov”, “… until 4 December 2026”.

A day counts after a word that leads to it, or after a comma at the very end; the last one wins.
“by 17:30” and “on Thursdays” are no days, and nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from managernotes.domain.days import coming_day
from managernotes.errors import InvalidInputError

_LEADING = r"(?:by|until|till|before|from|on|due)"
_DAY = r"""
    (?: \d{4}-\d{1,2}-\d{1,2}
      | (?: [a-z]{3,9}\.?,?\s+ )? \d{1,2}\.?\s* [a-z]{3,9} \.? (?: \s+ \d{4} )?
      | [a-z]{3,9} )
"""
_PHRASE = re.compile(
    rf"""(?P<lead> \b{_LEADING}\s+(?:the\s+)? | ,\s* (?={_DAY}\W*$) )
         (?P<day> {_DAY} ) (?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_DAY_AND_MONTH = re.compile(
    r"(?:(?P<weekday>[a-z]+)\.?,?\s+)?(?P<day>\d{1,2})\.?\s*(?P<month>[a-z]+)\.?(?:\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day in a line, and from where to where it is spoken of, its leading word included."""

    on: date
    start: int
    end: int


def find_day(line: str, today: date) -> FoundDay | None:
    """Return the last day that a line names as ahead of a day, or None."""
    found = None
    at = 0
    while match := _PHRASE.search(line, at):
        on = _read(match["day"], today)
        if on is not None:
            found = FoundDay(on, match.start(), match.end())
        at = match.end() if on is not None else match.end("lead")
    return found


def _read(words: str, today: date) -> date | None:
    parts = _DAY_AND_MONTH.fullmatch(words)
    try:
        if parts is None:
            return coming_day(words.rstrip("."), today)
        if parts["weekday"] and coming_day(parts["weekday"], today) is None:
            return None
        on = coming_day(parts["day"] + parts["month"], today)
    except InvalidInputError:
        return None
    if on is None or parts["year"] is None:
        return on
    try:
        on = on.replace(year=int(parts["year"]))
    except ValueError:  # 29 February in a year without one
        return None
    return on if on >= today else None
