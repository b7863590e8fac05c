"""What the readiness checks look at, and what one of them says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import PersonId
from managernotes.domain.preparation import FactRow, Preparation
from managernotes.domain.yardstick import Yardstick


@dataclass(frozen=True, slots=True, kw_only=True)
class InHand:
    """A preparation with what it stands on, as of a day."""

    preparation: Preparation
    today: date
    person: PersonId
    called: str
    """What the person is called in a sentence."""
    facts: tuple[FactRow, ...] = ()
    """The oldest first."""
    yardsticks: tuple[Yardstick, ...] = ()
    planned_on: date | None = None
    follow_up_on: date | None = None
    last_thanked_on: date | None = None
    names: tuple[str, ...] = ()
    """Everybody's names, for the language checks."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a check found: the sentence for either case."""

    is_open: bool
    message: str
    done_message: str


_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_SHOWN = 36
"""Characters of the manager's own words in the sentence for what is in place."""


def in_words(number: int) -> str:
    """Return a small number as the first word of a sentence."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def shortened(text: str) -> str:
    """Return the first line of a text, cut at a word when it is long."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    line = lines[0].rstrip(" .;:,") if lines else ""
    if len(line) <= _SHOWN:
        return line
    return f"{line[:_SHOWN].rsplit(' ', 1)[0].rstrip(' .;:,')}…"
