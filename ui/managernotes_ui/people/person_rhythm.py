"""The third line of a person's page: when you met and meet next, what you owe (SPEC §3)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from managernotes_ui.common.dates import DateWords, count, days_ago
from managernotes_ui.common.strings import person as strings
from managernotes_ui.style.fonts import MEDIUM
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import Run

if TYPE_CHECKING:
    from managernotes_ui.people.person_vm import PersonSummary

SEPARATOR = " · "
RECENT_DAYS = 7


def rhythm_runs(summary: PersonSummary, dates: DateWords, today: date) -> list[Run]:
    """Return the line: about the talks once there is one, else about the notes."""
    parts: list[list[Run]] = []
    if summary.last_met is not None:
        parts.append([Run(strings.LAST_MET), _strong(_ago(summary.last_met, dates, today))])
    elif summary.next_talk is None:
        if summary.last_on is None:
            return [Run(strings.NO_NOTES)]
        parts.append([Run(strings.LAST_NOTE), _strong(_ago(summary.last_on, dates, today))])
    if summary.next_talk is not None:
        parts.append([Run(strings.NEXT), _strong(_ahead(summary.next_talk, dates, today))])
    parts.append(_waiting(summary, dates, today))
    runs: list[Run] = []
    for part in parts:
        runs += [*([Run(SEPARATOR)] if runs else []), *part]
    return runs


def _waiting(summary: PersonSummary, dates: DateWords, today: date) -> list[Run]:
    """Return the promise of mine that is due first, else what is unsaid."""
    if summary.owed and summary.owed_on is not None:
        due = strings.IS_DUE if summary.owed == 1 else strings.ARE_DUE
        when = due.format(day=_ahead(summary.owed_on, dates, today))
        words = strings.OF_YOURS.format(promises=count(summary.owed, "promise"))
        return [_strong(words), Run(when)]
    if summary.unsaid:
        return [_strong(strings.UNSAID.format(count=summary.unsaid))]
    return [Run(strings.NOTHING_UNSAID)]


def _ago(day: date, dates: DateWords, today: date) -> str:
    distance = (today - day).days
    if distance <= 0:
        return days_ago(0)
    near = distance < RECENT_DAYS
    words = dates.weekday(day) if near else dates.weekday_and_day(day, today)
    return f"{words}, {days_ago(distance)}"


def _ahead(day: date, dates: DateWords, today: date) -> str:
    near = abs((day - today).days) <= 1
    return dates.near(day, today) if near else dates.weekday_and_day(day, today)


def _strong(words: str) -> Run:
    return Run(words, MEDIUM, Role.TEXT2)
