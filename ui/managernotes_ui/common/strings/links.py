"""What the chain says: where something came from and what it led to (S26)."""

from __future__ import annotations

from managernotes.domain.links import LinkSort

CAME_FROM = "came from"
LED_TO = "led to"
COVERED = "a note that is kept apart"
SORTS = {
    LinkSort.NOTE: "note",
    LinkSort.TALK: "talk",
    LinkSort.PROMISE: "promise",
    LinkSort.THREAD: "thread",
    LinkSort.LESSON: "lesson",
}
