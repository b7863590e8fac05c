"""Dates as people say them (LOOK.md, "Behaviour people expect")."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12


class DateWords:
    """Says dates in one locale; the window's language is English, so the locale is too."""

    def __init__(self, locale: QLocale | None = None) -> None:
        system = locale or QLocale.system()
        english = system.language() == QLocale.Language.English
        self._locale = system if english else QLocale("en_GB")

    def weekday(self, day: date) -> str:
        """Return "Thu"."""
        return self._locale.toString(_qdate(day), "ddd")

    def month(self, day: date) -> str:
        """Return "Nov"; three letters each, also where the locale writes "Sept"."""
        return self._locale.toString(_qdate(day), "MMM")[:3]

    def month_and_year(self, day: date) -> str:
        """Return "November 2026"."""
        return self._locale.toString(_qdate(day), "MMMM yyyy")

    def day(self, day: date, today: date) -> str:
        """Return "12 Nov", with the year when it is not this year."""
        year = "" if day.year == today.year else f" {day.year}"
        return f"{day.day} {self.month(day)}{year}"

    def weekday_and_day(self, day: date, today: date) -> str:
        """Return "Mon 23 Nov", with the year when it is not this year."""
        return f"{self.weekday(day)} {self.day(day, today)}"

    def full(self, day: date) -> str:
        """Return "Thursday 19 November 2026", for tooltips and previews."""
        return self._locale.toString(_qdate(day), "dddd d MMMM yyyy")

    def near(self, day: date, today: date) -> str:
        """Return today, yesterday, tomorrow, a weekday within the week, else the day."""
        distance = (day - today).days
        words = {0: "today", -1: "yesterday", 1: "tomorrow"}
        if distance in words:
            return words[distance]
        if 0 < distance < DAYS_IN_WEEK:
            return self.weekday(day)
        return self.day(day, today)

    def time(self, moment: datetime) -> str:
        """Return the time of day, "10:42"."""
        clock = QTime(moment.hour, moment.minute)
        return self._locale.toString(clock, QLocale.FormatType.ShortFormat)

    def moment(self, moment: datetime, today: date) -> str:
        """Return "Today 10:42", "Yesterday 17:20" or "Sat 21 Nov 11:04"."""
        day = moment.date()
        distance = (day - today).days
        named = {0: "Today", -1: "Yesterday"}.get(distance) or self.weekday_and_day(day, today)
        return f"{named} {self.time(moment)}"


def days_ago(days: int) -> str:
    """Return "today", "1 day ago" or "5 days ago"."""
    if days == 0:
        return "today"
    return f"{count(days, 'day')} ago"


def days_later(days: int) -> str:
    """Return how long after the event a note was written: "2 days later" (INV-03)."""
    return "the same day" if days == 0 else f"{count(days, 'day')} later"


def count(number: int, noun: str) -> str:
    """Return "1 note" or "2 notes"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def time_in_role(started: date, today: date) -> str:
    """Return "2 y 3 m", "3 m" or "new", in whole months."""
    months = (today.year - started.year) * MONTHS_IN_YEAR + today.month - started.month
    months -= today.day < started.day
    years, rest = divmod(max(months, 0), MONTHS_IN_YEAR)
    parts = [f"{years} y" if years else "", f"{rest} m" if rest else ""]
    return " ".join(part for part in parts if part)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
