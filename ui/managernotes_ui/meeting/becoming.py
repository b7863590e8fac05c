"""What lines become, as they are typed: promises with who, what and by when; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person
from managernotes.domain.promise import PromiseOwner
from managernotes.text.promise_lines import PromiseLine, Span, read_lines

_BY = "by {weekday} {day} {month}"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As the lines are read, in whatever language the system speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Becoming:
    """One line as the promise it will be."""

    field: str
    owner: PromiseOwner
    people: tuple[PersonId, ...]
    """Mine: to whom. Theirs: whose."""
    text: str
    due_on: date | None
    line: Span
    due: Span | None


def becoming(  # noqa: PLR0913 - whose lines they are and on which day, by keyword
    field: str,
    text: str,
    *,
    here: Sequence[PersonId],
    everybody: Sequence[Person],
    today: date,
    all_mine: bool = False,
) -> tuple[Becoming, ...]:
    """Read a field's lines; mine are to those who were there, theirs are of whom they name.

    `all_mine` is for the help that was promised: whoever begins the line, it is mine.
    """
    lines = read_lines(text, everybody, today)
    return tuple(_read(field, text, line, tuple(here), all_mine=all_mine) for line in lines)


def with_day(text: str, row: Becoming, day: date) -> str:
    """Return the text with another day in one line, where the old one stood or at its end."""
    weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    said = _BY.format(weekday=weekday, day=day.day, month=month)
    if row.due is not None:
        between = text[row.due.start : row.due.end]
        before = ", " if between.startswith(",") else ""
        return f"{text[: row.due.start]}{before}{said}{text[row.due.end :]}"
    line = text[row.line.start : row.line.end].rstrip(" .,;")
    return f"{text[: row.line.start]}{line} {said}{text[row.line.end :]}"


def names_in_lines(text: str, everybody: Sequence[Person], today: date) -> tuple[Span, ...]:
    """Return where the owners of the lines are named, to be coloured."""
    return tuple(line.name for line in read_lines(text, everybody, today) if line.name)


def _read(
    field: str, text: str, line: PromiseLine, here: tuple[PersonId, ...], *, all_mine: bool
) -> Becoming:
    mine = all_mine or line.owner is PromiseOwner.ME
    words = line.text.rstrip(".")
    if all_mine and line.owner is not PromiseOwner.ME and line.name is not None:
        words = f"{text[line.name.start : line.name.end]} {words[:1].lower()}{words[1:]}"
    people = here if mine or not line.people else line.people
    return Becoming(
        field=field,
        owner=PromiseOwner.ME if mine else PromiseOwner.THEM,
        people=people,
        text=words[:1].upper() + words[1:],
        due_on=line.due_on,
        line=line.line,
        due=line.due,
    )
