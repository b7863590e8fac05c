"""Where growth is alive, and where a hard spell makes one ask after it (S14, S16, S42; M13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import PersonId, ThreadId


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthAlive:
    """One person's line; about my attention, never about the person."""

    person: PersonId
    name: str
    step: str | None
    """What their live step is for; None: they have none."""
    direction: str
    """In their own words; empty: not said yet."""
    last_step_ended: date | None
    touched_on: date | None
    """The last change of any of their steps; None: not yet."""
    last_career_talk: date | None
    next_career_talk: date | None
    is_quiet: bool
    """They are there, and no step of theirs changed in 60 days that they were there (S16)."""
    talk_is_due: bool
    """They are there, none is planned, and no career talk was held in 180 days (M13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HardSpell:
    """A setback that is still open, while nothing moved in their growth (S14)."""

    thread: ThreadId
    title: str
    since: date
    touched_on: date | None
    """The last change of any of their steps."""
