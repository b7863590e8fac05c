"""Where something came from and what it led to: notes, talks, promises, threads, lessons (S26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class LinkSort(StrEnum):
    """What stands at the other end."""

    NOTE = "note"
    TALK = "talk"
    PROMISE = "promise"
    THREAD = "thread"
    LESSON = "lesson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One end of a link, as a line of a list."""

    sort: LinkSort
    id: UUID
    on: date | None
    """The day of a note, of a talk, on which a promise was made or a thread began.

    Of a lesson, the day it happened.
    """
    kind: str
    """Kind of a note, type of a talk, owner of a promise, kind of a thread, state of a lesson."""
    text: str
    """Its first line; empty when the note is restricted (INV-23)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Both ways from one item, each in the order of the days."""

    came_from: tuple[Link, ...] = ()
    led_to: tuple[Link, ...] = ()
