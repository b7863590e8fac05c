"""What belongs on the start page: Thank, Help, Raise (S41), and in which order.

Cards of one column stand oldest first; people are never put in an order by what waits (INV-13).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.today import Ask, NoteToSay
from managernotes.practice.rhythm import monday_of

MOST: Final = 5
"""Cards of one column; the rest is "n more", never a scold (S41)."""

ASKED_WITHIN: Final = timedelta(days=60)
"""Older wishes are the next one-to-one's matter: its brief names topics not touched for long."""

LOOSE_AFTER: Final = timedelta(days=7)
"""A jot may wait so long for its kind."""

_THANKS_WAIT, _CONCERN_WAITS = timedelta(days=5), timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Raise:
    """Concerns that will be raised at once: the newest, and others planned for the same talk."""

    note: NoteToSay
    also: tuple[NoteToSay, ...] = ()


def to_thank(notes: Iterable[NoteToSay], today: date) -> list[NoteToSay]:
    """Return the wins nobody has heard, the oldest first.

    One that is planned waits for its talk, and is back once that day has passed without it.
    """
    wins = (note for note in notes if note.kind is Kind.WIN and not _waits(note, today))
    return sorted(wins, key=lambda note: (note.on, note.id))


def to_raise(notes: Iterable[NoteToSay]) -> list[Raise]:
    """Return the concerns nobody has heard, planned or not, the oldest first (S19).

    What is planned for one talk with the same people is one card: it will be one talk.
    """
    alone: list[Raise] = []
    together: defaultdict[object, list[NoteToSay]] = defaultdict(list)
    for note in notes:
        if note.kind is not Kind.CONCERN:
            continue
        if note.state is ShareState.PLANNED and note.is_planned_ahead:
            together[note.planned_in or note.planned_for, note.people].append(note)
        else:
            alone.append(Raise(note))
    for group in together.values():
        newest, *others = sorted(group, key=lambda note: (note.on, note.id), reverse=True)
        alone.append(Raise(newest, tuple(others)))
    return sorted(alone, key=lambda entry: (entry.note.on, entry.note.id))


def to_help(asks: Iterable[Ask], helped_on: Mapping[PersonId, date]) -> list[Ask]:
    """Return the asks that somebody is still waiting for.

    What they told me about me, and what they want to grow into, waits until I have done something
    for them: a note of support given on that day or later, or a promise made to them since and
    kept. A promise that is only open changes nothing, they wait for it. Feedback to me comes
    first, then wishes, each the oldest first.
    """
    waiting = [
        ask
        for ask in asks
        if any(helped_on.get(person, date.min) < ask.on for person in ask.people)
    ]
    return sorted(waiting, key=lambda ask: (ask.kind is Kind.GROWTH, ask.on, ask.id))


def is_old(kind: Kind, on: date, today: date) -> bool:
    """Whether a win or a concern has waited so long that a nudge is fair (M03)."""
    return today - on >= (_THANKS_WAIT if kind is Kind.WIN else _CONCERN_WAITS)


def end_of_week(today: date) -> date:
    """Return the Sunday of the week: "due this week" reaches so far."""
    return monday_of(today) + timedelta(days=6)


def _waits(note: NoteToSay, today: date) -> bool:
    """Whether a note's talk is still ahead, or has no day yet."""
    if note.state is not ShareState.PLANNED or not note.is_planned_ahead:
        return False
    return note.planned_for is None or note.planned_for >= today
