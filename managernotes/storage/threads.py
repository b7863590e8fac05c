"""SQL for threads: what one is beside its words, its notes and its steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from managernotes.domain.identity import NoteId, PersonId, ThreadId
from managernotes.domain.thread import (
    Thread,
    ThreadKind,
    ThreadRow,
    ThreadState,
    ThreadStep,
    ThreadWords,
)
from managernotes.errors import PaperNotFoundError
from managernotes.storage import papers
from managernotes.storage.note_keys import day_of_key
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_COLUMNS = """
    thread.kind, thread.state, thread.opened_on, thread.closed_on, thread.look_on, thread.ahead_on,
    person.id AS person_id,
    (SELECT max(observation_key) FROM thread_note WHERE thread_key = thread.key) AS last_note,
    (SELECT max(on_day) FROM thread_step WHERE thread_key = thread.key) AS last_step
"""
_FROM = """
      FROM thread JOIN paper ON paper.key = thread.key
           JOIN person ON person.key = thread.person_key
"""
_ONE = f"SELECT {papers.COLUMNS}, {_COLUMNS} {_FROM} WHERE paper.id = :id"
_ROWS = f"""
    SELECT paper.id, json_extract(paper.words, '$.title') AS title, {_COLUMNS} {_FROM}
     WHERE paper.binned_at IS NULL AND person.binned_at IS NULL
       AND (:person IS NULL OR thread.person_key = :person)
     ORDER BY thread.opened_on DESC, thread.key DESC
"""
_OF_NOTE = f"""
    SELECT paper.id, json_extract(paper.words, '$.title') AS title, {_COLUMNS} {_FROM}
      JOIN thread_note AS l ON l.thread_key = thread.key
      JOIN observation AS o ON o.key = l.observation_key
     WHERE o.id = :note AND paper.binned_at IS NULL
     ORDER BY thread.opened_on DESC, thread.key DESC
"""
_NOTES = """
    SELECT o.id FROM thread_note AS l JOIN observation AS o ON o.key = l.observation_key
     WHERE l.thread_key = :key AND o.binned_at IS NULL ORDER BY o.key
"""
_STEPS = "SELECT state, on_day FROM thread_step WHERE thread_key = :key ORDER BY position"
_INSERT = """
    INSERT INTO thread (key, person_key, kind, state, opened_on, closed_on, look_on, ahead_on)
    VALUES (:key, :person, :kind, :state, :opened_on, :closed_on, :look_on, :ahead_on)
"""
_UPDATE = """
    UPDATE thread
       SET state = :state, closed_on = :closed_on, look_on = :look_on, ahead_on = :ahead_on
     WHERE key = :key
"""
_STEP = """
    INSERT INTO thread_step (thread_key, position, state, on_day)
    VALUES (:key, :position, :state, :on)
"""
_LINK = """
    INSERT INTO thread_note (thread_key, observation_key)
    SELECT :key, key FROM observation WHERE id = :note
        ON CONFLICT DO NOTHING
"""
_UNLINK = """
    DELETE FROM thread_note
     WHERE thread_key = :key
       AND observation_key = (SELECT key FROM observation WHERE id = :note)
"""
_HEARD_CONCERNS = """
    SELECT count(*) FROM thread_note AS l JOIN observation AS o ON o.key = l.observation_key
     WHERE l.thread_key = :key AND o.kind = 'concern' AND o.binned_at IS NULL
       AND o.share_state IN ('shared', 'responded', 'change_seen')
"""


def words_of(stored: Mapping[str, Any]) -> ThreadWords:
    """Return the words that were stored; what an older version did not have is empty."""
    return ThreadWords(
        title=stored.get("title", ""),
        better_now=stored.get("better_now", ""),
        ahead=stored.get("ahead", ""),
    )


def to_json(words: ThreadWords) -> dict[str, str]:
    """Return the words as they are stored."""
    return {"title": words.title, "better_now": words.better_now, "ahead": words.ahead}


def plain_of(words: ThreadWords) -> str:
    """Return what a search may find of them."""
    return "\n".join(part for part in (words.title, words.better_now, words.ahead) if part)


def thread(db: Connection, identity: ThreadId) -> Thread:
    """Return one thread, in the bin or not; PaperNotFoundError when it was erased."""
    row = db.execute(_ONE, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    paper = papers.paper_of(row)
    steps = db.execute(_STEPS, {"key": paper.key})
    return Thread(
        id=identity,
        person=PersonId(UUID(bytes=row["person_id"])),
        kind=ThreadKind(row["kind"]),
        state=ThreadState(row["state"]),
        words=words_of(paper.words),
        opened_on=_opened(row),
        closed_on=day_of(row["closed_on"]),
        look_on=day_of(row["look_on"]),
        ahead_on=day_of(row["ahead_on"]),
        notes=tuple(
            NoteId(UUID(bytes=found["id"])) for found in db.execute(_NOTES, {"key": paper.key})
        ),
        steps=tuple(_step(step) for step in steps),
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
        binned_at=paper.binned_at,
    )


def rows(db: Connection, person: int | None = None) -> list[ThreadRow]:
    """Return every thread outside the bin, or of one person: open ones first, newest first.

    The newest is the one to which something happened last.
    """
    found = [_row(row) for row in db.execute(_ROWS, {"person": person})]
    found.sort(key=lambda row: row.last_on, reverse=True)
    return sorted(found, key=lambda row: row.closed_on is not None)


def of_note(db: Connection, note: NoteId) -> list[ThreadRow]:
    """Return the threads a note belongs to."""
    return [_row(row) for row in db.execute(_OF_NOTE, {"note": note.bytes})]


def insert(db: Connection, key: int, person: int, new: Thread) -> None:
    """Store what a new paper is as a thread, with the state it begins in."""
    db.execute(
        _INSERT,
        {
            "person": person,
            "kind": new.kind.value,
            "opened_on": new.opened_on.isoformat(),
            **_standing(key, new),
        },
    )
    _add_steps(db, key, new.steps, known=0)


def update(db: Connection, key: int, before: Thread, after: Thread) -> None:
    """Store how far a thread has got, and the steps that came since."""
    db.execute(_UPDATE, _standing(key, after))
    _add_steps(db, key, after.steps[len(before.steps) :], known=len(before.steps))


def link(db: Connection, key: int, note: NoteId) -> None:
    """Link a note to a thread, if it is not yet."""
    db.execute(_LINK, {"key": key, "note": note.bytes})


def unlink(db: Connection, key: int, note: NoteId) -> None:
    """Undo the link of a note to a thread, if there is one."""
    db.execute(_UNLINK, {"key": key, "note": note.bytes})


def heard_concerns(db: Connection, key: int) -> int:
    """Return how many concerns of a thread the person has heard."""
    return int(db.execute(_HEARD_CONCERNS, {"key": key}).fetchone()[0])


def _standing(key: int, thread: Thread) -> dict[str, object]:
    return {
        "key": key,
        "state": thread.state.value,
        "closed_on": day_text(thread.closed_on),
        "look_on": day_text(thread.look_on),
        "ahead_on": day_text(thread.ahead_on),
    }


def _add_steps(db: Connection, key: int, steps: Iterable[ThreadStep], known: int) -> None:
    for position, step in enumerate(steps, start=known):
        values = {"key": key, "position": position, "state": step.state.value}
        db.execute(_STEP, {**values, "on": step.on.isoformat()})


def _row(row: Row) -> ThreadRow:
    return ThreadRow(
        id=ThreadId(UUID(bytes=row["id"])),
        person=PersonId(UUID(bytes=row["person_id"])),
        kind=ThreadKind(row["kind"]),
        state=ThreadState(row["state"]),
        title=row["title"] or "",
        opened_on=_opened(row),
        closed_on=day_of(row["closed_on"]),
        look_on=day_of(row["look_on"]),
        last_on=max([_opened(row), *_last_days(row)]),
    )


def _last_days(row: Row) -> list[date]:
    days = [day_of_key(row["last_note"])] if row["last_note"] else []
    return days + ([date.fromisoformat(row["last_step"])] if row["last_step"] else [])


def _step(row: Row) -> ThreadStep:
    return ThreadStep(state=ThreadState(row["state"]), on=date.fromisoformat(row["on_day"]))


def _opened(row: Row) -> date:
    return date.fromisoformat(row["opened_on"])
