"""The select "When": some beginnings to choose from, written into the line as a filter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from managernotes.domain.search_query import SearchQuery
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.query_tokens import without_filters

MONTHS_BACK = (0, 2, 5, 11)
"""Months before this one that the choices begin with."""


class WhenChoice(NamedTuple):
    """What a choice is called, the day it begins with, and the filter that says so."""

    words: str
    after: date | None
    letters: str


def when_choices(today: date, dates: DateWords) -> list[WhenChoice]:
    """Return the choices of a day: any time, and since some months."""
    choices = [WhenChoice(strings.ANY_TIME, None, "")]
    for back in MONTHS_BACK:
        number = today.year * 12 + today.month - 1 - back
        first = date(number // 12, number % 12 + 1, 1)
        words = strings.SINCE.format(when=dates.month_and_year(first))
        choices.append(WhenChoice(words, first, f"after:{first:%Y-%m}"))
    return choices


def when_words(query: SearchQuery, today: date, dates: DateWords) -> str:
    """Return how a query's days are said: "Since June 2026", "1 Jun – 3 Sep", "Any time"."""
    after, before = query.after, query.before
    last = before - timedelta(days=1) if before else None
    if after and last:
        words = strings.BETWEEN
        return words.format(first=dates.day(after, today), last=dates.day(last, today))
    if after:
        whole = dates.month_and_year(after) if after.day == 1 else dates.day(after, today)
        return strings.SINCE.format(when=whole)
    if last:
        return strings.UNTIL.format(when=dates.day(last, today))
    return strings.ANY_TIME


def with_choice(text: str, letters: str) -> str:
    """Return a line with its days replaced by a choice, which stands first."""
    rest = without_filters(text, ("after", "before"))
    return f"{letters} {rest}" if letters else rest
