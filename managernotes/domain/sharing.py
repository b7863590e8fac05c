"""How far one note has got on its way to the person, with all that belongs to that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import ConversationId, NoteId
from managernotes.domain.observation import KeptBack, ShareState


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person said to it, in their words (S30)."""

    text: str
    heard_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """The share state of a note and what it rests on."""

    note: NoteId
    state: ShareState | None
    """None: a note of a kind that waits for nobody."""
    planned_in: ConversationId | None
    planned_for: date | None
    said_in: ConversationId | None
    shared_on: date | None
    kept_back: KeptBack | None
    answer: Answer | None
    change_seen_on: date | None
