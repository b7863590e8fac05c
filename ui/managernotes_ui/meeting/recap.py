"""The recap: purpose, agreed, help and the day, as plain text to be pasted; facts only (3.6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import PersonId
from managernotes.domain.promise import PromiseOwner
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.becoming import Becoming

_LINE = "– {text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapOf:
    """What a recap is built from; nothing private is among it."""

    held_on: date
    today: date
    title: str
    names: Mapping[PersonId, str]
    rows: Sequence[Becoming]
    follow_up_on: date | None


def recap(of: RecapOf, dates: DateWords) -> str:
    """Return the recap; what is not there is left out, and an empty talk says thanks only."""
    near = of.held_on == of.today
    on = strings.RECAP_ON.format(day=dates.weekday_and_day(of.held_on, of.today))
    parts = [strings.RECAP_THANKS.format(when=strings.RECAP_TODAY if near else on)]
    if of.title:
        parts.append(strings.RECAP_ABOUT.format(title=of.title.rstrip(".")))
    agreed = [row for row in of.rows if row.field != "help"]
    helps = [row for row in of.rows if row.field == "help"]
    for head, rows in ((strings.RECAP_AGREED, agreed), (strings.RECAP_HELP, helps)):
        if rows:
            parts.append("\n".join([head, *(_line(row, of, dates) for row in rows)]))
    if of.follow_up_on is not None:
        day = dates.weekday_and_day(of.follow_up_on, of.today)
        parts.append(strings.RECAP_AGAIN.format(day=day))
    return "\n".join(parts)


def _line(row: Becoming, of: RecapOf, dates: DateWords) -> str:
    theirs = ", ".join(of.names[one] for one in row.people if one in of.names)
    who = "I" if row.owner is PromiseOwner.ME else theirs
    what = row.text[:1].lower() + row.text[1:]
    said = f"{who}: {what}".rstrip(".") if who else row.text.rstrip(".")
    if row.due_on is not None:
        day = dates.weekday_and_day(row.due_on, of.today)
        said = strings.RECAP_BY.format(text=said, day=day)
    return _LINE.format(text=said)
