"""Who is there and when it is: the slots of a note that are worked out instead of drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from managernotes.services.sample_calendar import times_of_day
from managernotes.services.sample_grammar import Sentences

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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
_FRIDAY = 4
_EARLIER = (("d1", 17), ("d2", 10), ("d3", 2))
"""Three days before it, in order: at least so many days ago, and up to three more."""


@dataclass(frozen=True, slots=True)
class NoteSetting:
    """The person, the colleagues and the day of one note, and the hours that are worked."""

    name: str
    mates: Sequence[str]
    day: date
    hours: tuple[int, int]
    chance: Random

    def bind(self, slot: str, sentences: Sentences) -> bool:
        """Bind a slot that depends on who or when; False for any other."""
        work_out = _WORKED_OUT.get(slot)
        if work_out is None:
            return False
        sentences.bound.update(work_out(self, sentences))
        return True

    def earlier(self, days: int) -> NoteSetting:
        """Return the same setting on a working day about so many days before."""
        return replace(self, day=_working_day(self.day, -days))

    def upto(self, count: int) -> int:
        """Return a number below `count`."""
        return int(self.chance.random() * count)


def _name(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {"name": setting.name}


def _peer(setting: NoteSetting, sentences: Sentences) -> dict[str, str]:
    """Return two colleagues by name, or by what they do where nobody else is known."""
    mates = list(setting.mates)
    peer = mates.pop(setting.upto(len(mates))) if mates else sentences.value("colleague2")
    other = mates[setting.upto(len(mates))] if mates else sentences.value("colleague3")
    return {"peer": peer, "other": other}


def _time(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {"time": times_of_day(setting.hours, 1, setting.chance)[0]}


def _times(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return dict(
        zip(("t1", "t2", "t3"), times_of_day(setting.hours, 3, setting.chance), strict=True)
    )


def _weekday(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {"weekday": _DAYS[_working_day(setting.day, -1 - setting.upto(5)).weekday()]}


def _nextday(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {"nextday": _DAYS[_working_day(setting.day, 1 + setting.upto(5)).weekday()]}


def _day(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {"day": _day_text(setting.day)}


def _date(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {"date": _day_text(_working_day(setting.day, -5 - setting.upto(21)))}


def _earlier(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {
        slot: _day_text(_working_day(setting.day, -least - setting.upto(4)))
        for slot, least in _EARLIER
    }


def _nextdate(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {"nextdate": _day_text(_working_day(setting.day, 7 + setting.upto(34)))}


def _month(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {"month": _MONTHS[(setting.day.month - 2 - setting.upto(4)) % 12]}


def _nextmonth(setting: NoteSetting, _sentences: Sentences) -> dict[str, str]:
    return {"nextmonth": _MONTHS[(setting.day.month + setting.upto(2)) % 12]}


_WORKED_OUT: dict[str, Callable[[NoteSetting, Sentences], dict[str, str]]] = {
    "name": _name,
    "peer": _peer,
    "other": _peer,
    "time": _time,
    "t1": _times,
    "t2": _times,
    "t3": _times,
    "weekday": _weekday,
    "nextday": _nextday,
    "day": _day,
    "date": _date,
    "d1": _earlier,
    "d2": _earlier,
    "d3": _earlier,
    "nextdate": _nextdate,
    "month": _month,
    "nextmonth": _nextmonth,
}


def _working_day(day: date, distance: int) -> date:
    """Return the day so far away; from a weekend, on to the next working day in that direction."""
    found = day + timedelta(days=distance)
    while found.weekday() > _FRIDAY:
        found += timedelta(days=1 if distance > 0 else -1)
    return found


def _day_text(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"
