"""SQL for the lines of a thread: its notes, the talks they came up in, the promises made there."""

from __future__ import annotations

import json
from datetime import date
from typing import Final
from uuid import UUID

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import ConversationId, NoteId, PromiseId
from managernotes.domain.observation import Kind, NoteText, Sensitivity
from managernotes.domain.promise import PromiseOwner
from managernotes.domain.thread import ThreadItem, ThreadItemSort
from managernotes.storage.note_keys import day_of_key
from managernotes.storage.note_reading import share_state_of
from managernotes.storage.stamps import day_of
from managernotes.text.plain_words import without_marks
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_NOTES = """
    SELECT o.key, o.id, o.kind, o.share_state, r.shared_on, r.sensitivity, r.title,
           substr(r.fact, 1, 600) AS fact, substr(r.effect, 1, 600) AS effect,
           (SELECT json_extract(paper.words, '$.text')
              FROM answer JOIN paper ON paper.key = answer.key
             WHERE answer.observation_key = o.key) AS answer
      FROM thread_note AS l
           JOIN observation AS o ON o.key = l.observation_key
           JOIN observation_record AS r ON r.key = o.key
     WHERE l.thread_key = :key AND o.binned_at IS NULL
     ORDER BY o.key
"""
_TALK_KEYS = """
    SELECT r.said_in AS talk
      FROM thread_note AS l JOIN observation_record AS r ON r.key = l.observation_key
     WHERE l.thread_key = :key AND r.said_in IS NOT NULL
    UNION
    SELECT c.conversation_key
      FROM thread_note AS l JOIN conversation_note AS c ON c.observation_key = l.observation_key
     WHERE l.thread_key = :key
"""
_TALKS = f"""
    SELECT c.key, paper.id, paper.words, c.type, c.held_on
      FROM conversation AS c JOIN paper USING (key)
     WHERE c.key IN ({_TALK_KEYS}) AND c.held_on IS NOT NULL AND paper.binned_at IS NULL
"""
_PROMISES = f"""
    SELECT paper.id, paper.words, promise.owner, promise.made_on, promise.due_on
      FROM promise JOIN paper USING (key)
     WHERE promise.made_in IN ({_TALK_KEYS}) AND paper.binned_at IS NULL
       AND promise.state <> 'dropped'
"""

_EVENTS: Final = frozenset({Kind.CONCERN, Kind.CONTEXT})
"""The issue or setback itself; other kinds are what followed."""


def of_thread(db: Connection, key: int) -> list[ThreadItem]:
    """Return the lines of a thread, the oldest first; what is ahead is not among them."""
    found = [
        *(_note(row) for row in db.execute(_NOTES, {"key": key})),
        *(_talk(row) for row in db.execute(_TALKS, {"key": key})),
        *(_promise(row) for row in db.execute(_PROMISES, {"key": key})),
    ]
    return sorted(found, key=lambda item: (item.on, list(ThreadItemSort).index(item.sort)))


def _note(row: Row) -> ThreadItem:
    kind = Kind(row["kind"])
    restricted = row["sensitivity"] == Sensitivity.RESTRICTED.value
    text = NoteText(title=row["title"], fact=row["fact"], effect=row["effect"])
    return ThreadItem(
        sort=ThreadItemSort.NOTE,
        on=day_of_key(row["key"]),
        text="" if restricted else without_marks(text.headline),
        detail="" if restricted else _first_line(row["effect"]),
        note=NoteId(UUID(bytes=row["id"])),
        kind=kind,
        share_state=share_state_of(row["share_state"]),
        shared_on=day_of(row["shared_on"]),
        answer="" if restricted else _first_line(row["answer"] or ""),
        restricted=restricted,
        is_event=kind in _EVENTS,
    )


def _talk(row: Row) -> ThreadItem:
    words = json.loads(row["words"])
    said = _first_line(words.get("their_words", ""))
    return ThreadItem(
        sort=ThreadItemSort.TALK,
        on=date.fromisoformat(row["held_on"]),
        text=said or _first_line(words.get("title", "")),
        detail=_first_line(words.get("agreed", "")),
        talk=ConversationId(UUID(bytes=row["id"])),
        talk_type=ConversationType(row["type"]),
        has_their_words=bool(said),
    )


def _promise(row: Row) -> ThreadItem:
    return ThreadItem(
        sort=ThreadItemSort.PROMISE,
        on=date.fromisoformat(row["made_on"]),
        text=_first_line(json.loads(row["words"]).get("text", "")),
        promise=PromiseId(UUID(bytes=row["id"])),
        promise_owner=PromiseOwner(row["owner"]),
        due_on=day_of(row["due_on"]),
    )


def _first_line(text: str) -> str:
    return next((without_marks(line.strip()) for line in text.splitlines() if line.strip()), "")
