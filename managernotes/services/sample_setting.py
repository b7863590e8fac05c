"""Who is there and when it is: the slots of a note that are worked out instead of drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


class NoteSetting:
    """The person, the colleagues and the day of one note."""

    def __init__(
        self, name: str, mates: Sequence[str], day: date, hours: tuple[int, int], chance: Random
    ) -> None:
        self._name = name
        self._mates = mates
        self._day = day
        self._hours = hours
        self._random = chance.random
        self._chance = chance

    def bind(self, slot: str, sentences: Sentences) -> bool:
        """Bind a slot that depends on who or when; False for any other."""
        work_out = _WORKED_OUT.get(slot)
        if work_out is None:
            return False
        sentences.bound.update(work_out(self, sentences))
        return True

    def _called(self, _sentences: Sentences) -> dict[str, str]:
        return {"name": self._name}

    def _peer(self, sentences: Sentences) -> dict[str, str]:
        """Two colleagues by name, or by what they do where nobody else is known."""
        mates = list(self._mates)
        peer = mates.pop(self._upto(len(mates))) if mates else sentences.value("colleague2")
        other = mates[self._upto(len(mates))] if mates else sentences.value("colleague3")
        return {"peer": peer, "other": other}

    def _time(self, _sentences: Sentences) -> dict[str, str]:
        return {"time": times_of_day(self._hours, 1, self._chance)[0]}

    def _times(self, _sentences: Sentences) -> dict[str, str]:
        return dict(
            zip(("t1", "t2", "t3"), times_of_day(self._hours, 3, self._chance), strict=True)
        )

    def _weekday(self, _sentences: Sentences) -> dict[str, str]:
        return {"weekday": _DAYS[_working_day(self._day, -1 - self._upto(5)).weekday()]}

    def _nextday(self, _sentences: Sentences) -> dict[str, str]:
        return {"nextday": _DAYS[_working_day(self._day, 1 + self._upto(5)).weekday()]}

    def _date(self, _sentences: Sentences) -> dict[str, str]:
        return {"date": _day_text(_working_day(self._day, -5 - self._upto(21)))}

    def _earlier(self, _sentences: Sentences) -> dict[str, str]:
        return {
            slot: _day_text(_working_day(self._day, -least - self._upto(4)))
            for slot, least in _EARLIER
        }

    def _nextdate(self, _sentences: Sentences) -> dict[str, str]:
        return {"nextdate": _day_text(_working_day(self._day, 7 + self._upto(34)))}

    def _month(self, _sentences: Sentences) -> dict[str, str]:
        return {"month": _MONTHS[(self._day.month - 2 - self._upto(4)) % 12]}

    def _nextmonth(self, _sentences: Sentences) -> dict[str, str]:
        return {"nextmonth": _MONTHS[(self._day.month + self._upto(2)) % 12]}

    def _upto(self, count: int) -> int:
        return int(self._random() * count)


_WORKED_OUT: dict[str, Callable[[NoteSetting, Sentences], dict[str, str]]] = {
    "name": NoteSetting._called,
    "peer": NoteSetting._peer,
    "other": NoteSetting._peer,
    "time": NoteSetting._time,
    "t1": NoteSetting._times,
    "t2": NoteSetting._times,
    "t3": NoteSetting._times,
    "weekday": NoteSetting._weekday,
    "nextday": NoteSetting._nextday,
    "date": NoteSetting._date,
    "d1": NoteSetting._earlier,
    "d2": NoteSetting._earlier,
    "d3": NoteSetting._earlier,
    "nextdate": NoteSetting._nextdate,
    "month": NoteSetting._month,
    "nextmonth": NoteSetting._nextmonth,
}


def _working_day(day: date, distance: int) -> date:
    """Return the day so far away; from a weekend, on to the next working day in that direction."""
    found = day + timedelta(days=distance)
    while found.weekday() > _FRIDAY:
        found += timedelta(days=1 if distance > 0 else -1)
    return found


def _day_text(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"
