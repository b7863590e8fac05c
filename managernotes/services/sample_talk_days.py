"""When the talks of the sample's year take place: by each person's rhythm, on working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from managernotes.practice.rhythm import CADENCE_DAYS
from managernotes.services.sample_calendar import YEAR
from managernotes.services.sample_people import Member

_NOTES_FOR_A_TALK = 20
"""Where so many notes are written about somebody between two talks, they talk more often."""

_SATURDAY = 5
_FALLS_OUT = 0.08
_HALF_HOURS = 4
_MINUTES = 30


@dataclass(frozen=True, slots=True)
class TalkDays:
    """The days of one person's talks, held and to come, and the usual hour."""

    held: tuple[date, ...]
    coming: date
    weekday: int
    at: time
    every: float
    """Days between two talks."""


def talk_days(member: Member, notes: float, today: date, chance: Random) -> TalkDays:
    """Return a year of talks with somebody about whom so many notes are written."""
    every = float(CADENCE_DAYS[member.person.cadence])
    if notes:
        every = max(min(every, YEAR * _NOTES_FOR_A_TALK / notes), 1.0)
    weekday = int(chance.random() * _SATURDAY)
    since = max(member.started_on, today - timedelta(days=YEAR))
    days: dict[date, None] = {}
    back = chance.random() * every + 1
    while (day := working_day(today - timedelta(days=int(back)))) >= since:
        if day < today and chance.random() >= _FALLS_OUT:
            days[day] = None
        back += every
    ahead = working_day(today + timedelta(days=int(chance.random() * min(every, 7))))
    return TalkDays(tuple(sorted(days)), ahead, weekday, _hour(member, chance), every)


def working_day(day: date) -> date:
    """Return the day, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def moment(day: date, at: time, minutes: int = 0) -> datetime:
    """Return a moment of a day, so many minutes after an hour."""
    return datetime.combine(day, at, UTC) + timedelta(minutes=minutes)


def _hour(member: Member, chance: Random) -> time:
    first = member.trade.first_hour + 1 + int(chance.random() * _HALF_HOURS)
    return time(first, _MINUTES * int(chance.random() * 2))
