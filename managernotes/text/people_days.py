"""Starting days as people's lists have them: 12.8.2024, 12 Aug 2024, August 2024, 2024-08-12."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BEFORE = re.compile(r"^(?:since|from|started|start|joined|on)[:\s]+", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s*([a-z]{3,9})\.?\s*(\d{4})", re.IGNORECASE)
_MONTH_DAY = re.compile(
    r"([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[,\s]\s*(\d{4})", re.IGNORECASE
)
_MONTH = re.compile(r"([a-z]{3,9})\.?\s*(\d{4})", re.IGNORECASE)
_COMMA_IN_DAY = re.compile(r"\b([A-Za-z]{3,9}\.? \d{1,2}), ?(\d{4})\b")
_REACH = (1900, 2999)
_CENTURY = 2000
_MONTHS_IN_YEAR = 12


def day_of(words: str, *, month_first: bool = False) -> date | None:
    """Return the day that the words are, or None; a month alone means its first day.

    With `month_first` 3/4/2024 is the fourth of March; with points it never is.
    """
    words = _BEFORE.sub("", words.strip())
    if found := _ISO.fullmatch(words):
        return _date(found[1], found[2], found[3] or "1")
    if found := _FIGURES.fullmatch(words):
        return _from_figures(found, month_first=month_first)
    if found := _DAY_MONTH.fullmatch(words):
        return _date(found[3], _month(found[2]), found[1])
    if found := _MONTH_DAY.fullmatch(words):
        return _date(found[3], _month(found[1]), found[2])
    if found := _MONTH.fullmatch(words):
        return _date(found[2], _month(found[1]), "1")
    return None


def with_days_joined(text: str) -> str:
    """Return the text with "Aug 12, 2024" as "Aug 12 2024", so that commas only separate."""
    return _COMMA_IN_DAY.sub(r"\1 \2", text)


def _from_figures(found: re.Match[str], *, month_first: bool) -> date | None:
    day, month, year = found[1], found[3], found[4]
    american = month_first and found[2] == "/"
    if (american and int(day) <= _MONTHS_IN_YEAR) or int(month) > _MONTHS_IN_YEAR:
        day, month = month, day
    return _date(year, month, day)


def _month(word: str) -> str:
    """Return the month's number as figures, "0" for a word that is none."""
    beginning = word[:3].casefold()
    return str(_MONTHS.index(beginning) + 1) if beginning in _MONTHS else "0"


def _date(year: str, month: str, day: str) -> date | None:
    whole = int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004 - '24 is 2024
    if not _REACH[0] <= whole <= _REACH[1]:
        return None
    try:
        return date(whole, int(month), int(day))
    except ValueError:
        return None
