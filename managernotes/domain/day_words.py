"""Days in words, in English as the templates are: "Thu 19 Nov"."""

from __future__ import annotations

from datetime import date, time

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = 3


def short_day(day: date, today: date) -> str:
    """Return a day as it is said, with the year when it is not this year's."""
    words = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1][:_SHORT]}"
    return words if day.year == today.year else f"{words} {day.year}"


def full_day(day: date) -> str:
    """Return a day with its month in full and its year."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def year_day(day: date) -> str:
    """Return a day as it stands in what leaves the vault: "24 November 2026" (INV-24)."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_and_time(day: date, at: time | None, today: date) -> str:
    """Return a day, and the time of day when it is known."""
    words = short_day(day, today)
    return words if at is None else f"{words}, {at:%H:%M}"
