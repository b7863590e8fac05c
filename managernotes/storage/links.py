"""SQL for the chain from a note to the talk, promise, thread and lesson it led to (S26).

Every query yields the numbers of one sort; what stands there is read the same way for all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from managernotes.domain.links import Link, LinkSort
from managernotes.storage import note_reading
from managernotes.storage.lists import value_list
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection

_SAID_IN: Final = "SELECT said_in AS key FROM observation_record WHERE key = :key"
_TALKS_OF_NOTE: Final = f"""
    SELECT conversation_key AS key FROM conversation_note
     WHERE observation_key = :key AND role IN ('fact', 'to_say')
    UNION
    SELECT planned_in FROM observation_record WHERE key = :key
    UNION
    {_SAID_IN}
"""
_TALKS_IT_CAME_OF: Final = """
    SELECT conversation_key AS key FROM conversation_note
     WHERE observation_key = :key AND role = 'came_of'
"""
_THREADS_OF_NOTE: Final = """
    SELECT thread_key AS key FROM thread_note WHERE observation_key = :key
"""
_LESSONS_OF_NOTE: Final = """
    SELECT lesson_key AS key FROM lesson_note WHERE observation_key = :key
"""
_PROMISES_OF_NOTE: Final = f"""
    SELECT promise.key FROM promise WHERE made_in IN ({_SAID_IN})
"""
_NOTES_OF_TALK: Final = """
    SELECT observation_key AS key FROM conversation_note
     WHERE conversation_key = :key AND role IN ('fact', 'to_say')
    UNION
    SELECT key FROM observation_record WHERE said_in = :key
    UNION
    SELECT key FROM observation_record WHERE planned_in = :key
"""
_NOTES_THAT_CAME_OF: Final = """
    SELECT observation_key AS key FROM conversation_note
     WHERE conversation_key = :key AND role = 'came_of'
"""
_PROMISES_OF_TALK: Final = "SELECT key FROM promise WHERE made_in = :key"
_PARENT: Final = "SELECT parent_key AS key FROM conversation WHERE key = :key"
_FOLLOWING: Final = "SELECT key FROM conversation WHERE parent_key = :key"
_TALK_OF_PROMISE: Final = "SELECT made_in AS key FROM promise WHERE key = :key"
_NOTES_BEHIND_PROMISE: Final = f"""
    SELECT key FROM observation_record WHERE said_in IN ({_TALK_OF_PROMISE})
"""
_NOTES_OF_THREAD: Final = """
    SELECT observation_key AS key FROM thread_note WHERE thread_key = :key
"""

_NOTES_OF_LESSON: Final = """
    SELECT observation_key AS key FROM lesson_note WHERE lesson_key = :key
"""

_TALKS = """
    SELECT paper.id, paper.words, c.type AS kind, ifnull(c.held_on, c.planned_on) AS day
      FROM conversation AS c JOIN paper USING (key)
     WHERE c.key IN (SELECT value FROM json_each(:keys)) AND paper.binned_at IS NULL
"""
_PROMISES = """
    SELECT paper.id, paper.words, promise.owner AS kind, promise.made_on AS day
      FROM promise JOIN paper USING (key)
     WHERE promise.key IN (SELECT value FROM json_each(:keys)) AND paper.binned_at IS NULL
"""
_THREADS = """
    SELECT paper.id, paper.words, thread.kind, thread.opened_on AS day
      FROM thread JOIN paper USING (key)
     WHERE thread.key IN (SELECT value FROM json_each(:keys)) AND paper.binned_at IS NULL
"""
_LESSONS = """
    SELECT paper.id, paper.words, lesson.state AS kind, lesson.happened_on AS day
      FROM lesson JOIN paper USING (key)
     WHERE lesson.key IN (SELECT value FROM json_each(:keys)) AND paper.binned_at IS NULL
"""
_PAPERS: Final = {
    LinkSort.TALK: (_TALKS, "title"),
    LinkSort.PROMISE: (_PROMISES, "text"),
    LinkSort.THREAD: (_THREADS, "title"),
    LinkSort.LESSON: (_LESSONS, "title"),
}
_NOT_BINNED = """
    SELECT key FROM observation
     WHERE key IN (SELECT value FROM json_each(:keys)) AND binned_at IS NULL
"""

_CAME_FROM: Final = {
    LinkSort.NOTE: ((LinkSort.TALK, _TALKS_IT_CAME_OF),),
    LinkSort.TALK: ((LinkSort.NOTE, _NOTES_OF_TALK), (LinkSort.TALK, _PARENT)),
    LinkSort.PROMISE: (
        (LinkSort.TALK, _TALK_OF_PROMISE),
        (LinkSort.NOTE, _NOTES_BEHIND_PROMISE),
    ),
    LinkSort.THREAD: ((LinkSort.NOTE, _NOTES_OF_THREAD),),
    LinkSort.LESSON: ((LinkSort.NOTE, _NOTES_OF_LESSON),),
}
_LED_TO: Final = {
    LinkSort.NOTE: (
        (LinkSort.TALK, _TALKS_OF_NOTE),
        (LinkSort.PROMISE, _PROMISES_OF_NOTE),
        (LinkSort.THREAD, _THREADS_OF_NOTE),
        (LinkSort.LESSON, _LESSONS_OF_NOTE),
    ),
    LinkSort.TALK: (
        (LinkSort.PROMISE, _PROMISES_OF_TALK),
        (LinkSort.NOTE, _NOTES_THAT_CAME_OF),
        (LinkSort.TALK, _FOLLOWING),
    ),
    LinkSort.PROMISE: (),
    LinkSort.THREAD: (),
    LinkSort.LESSON: (),
}


def came_from(db: Connection, sort: LinkSort, key: int) -> list[Link]:
    """Return where an item came from, by day."""
    return _found(db, _CAME_FROM[sort], key)


def led_to(db: Connection, sort: LinkSort, key: int) -> list[Link]:
    """Return what an item led to, by day."""
    return _found(db, _LED_TO[sort], key)


def _found(db: Connection, queries: Iterable[tuple[LinkSort, str]], key: int) -> list[Link]:
    found: list[Link] = []
    for sort, query in queries:
        keys = [row[0] for row in db.execute(query, {"key": key}) if row[0] is not None]
        found += _notes(db, keys) if sort is LinkSort.NOTE else _papers(db, sort, keys)
    return sorted(found, key=lambda link: link.on or date.max)


def _notes(db: Connection, keys: list[int]) -> list[Link]:
    present = [row[0] for row in db.execute(_NOT_BINNED, {"keys": value_list(keys)})]
    return [
        Link(
            sort=LinkSort.NOTE,
            id=row.id,
            on=row.occurred_on,
            kind=row.kind.value,
            text=row.headline,
        )
        for row in note_reading.rows_by_key(db, present)
    ]


def _papers(db: Connection, sort: LinkSort, keys: list[int]) -> list[Link]:
    statement, text = _PAPERS[sort]
    return [
        Link(
            sort=sort,
            id=UUID(bytes=row["id"]),
            on=day_of(row["day"]),
            kind=row["kind"],
            text=json.loads(row["words"]).get(text, ""),
        )
        for row in db.execute(statement, {"keys": value_list(keys)})
    ]
