"""The page of the even hand: what each expectation saw, one line a moment, nothing added up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from managernotes.domain.even_hand import EvenLine
from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import Kind
from managernotes.domain.yardstick import Yardstick


@dataclass(frozen=True, slots=True, kw_only=True)
class EvenMoment(EvenLine):
    """One thing seen in one person, its first line, and how long until it was said (S24)."""

    kind: Kind
    text: str
    """Empty for what is restricted until it is opened (INV-23)."""
    said_on: date | None
    planned_for: date | None
    """The day of the talk it will be said in; only for what is planned."""
    planned_in: ConversationId | None
    is_restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EvenGroup:
    """One expectation or value, and every moment by it; without any it still stands here."""

    yardstick: Yardstick
    lines: tuple[EvenMoment, ...]
    """By name and day, never by how long anybody waited (INV-13)."""
