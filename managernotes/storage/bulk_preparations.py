"""SQL that stores many preparations, threads and yardsticks at once, and links notes to talks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from managernotes.domain.conversation import NoteRole
from managernotes.domain.identity import ConversationId, NoteId
from managernotes.domain.preparation import Preparation
from managernotes.domain.thread import Thread
from managernotes.domain.yardstick import Yardstick
from managernotes.storage.bulk_talks import Numbers, People
from managernotes.storage.stamps import day_text, stamp
from managernotes.vault.connection import Connection

_PREPARATION = """
    INSERT INTO preparation (
        key, conversation_key, about, path, step, is_grave, told_before, is_calm, policy_check,
        no_part, same_for_all, ready_at, ready_offset
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_THREAD = """
    INSERT INTO thread (key, person_key, kind, state, opened_on, closed_on, look_on)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_STEP = "INSERT INTO thread_step (thread_key, position, state, on_day) VALUES (?, ?, ?, ?)"
_IN_THREAD = """
    INSERT INTO thread_note (thread_key, observation_key)
    VALUES (?, (SELECT key FROM observation WHERE id = ?))
"""
_YARDSTICK = "INSERT INTO yardstick (key, kind) VALUES (?, ?)"
_TALKED = """
    INSERT INTO yardstick_person (yardstick_key, person_key, discussed_on) VALUES (?, ?, ?)
"""
_MEASURED = """
    INSERT INTO conversation_yardstick (conversation_key, yardstick_key) VALUES (?, ?)
"""
_NOTE = """
    INSERT INTO conversation_note (conversation_key, observation_key, role)
    VALUES (?, (SELECT key FROM observation WHERE id = ?), ?)
"""
_PLAN = """
    UPDATE observation SET share_state = 'planned' WHERE id = ? AND share_state = 'unsaid'
"""
_PLAN_RECORD = """
    UPDATE observation_record SET planned_in = ?, planned_for = ?
     WHERE key = (SELECT key FROM observation WHERE id = ? AND share_state = 'planned')
"""
_SAID = """
    UPDATE observation_record SET said_in = ?
     WHERE key = (SELECT key FROM observation WHERE id = ?)
"""


def insert_preparations(db: Connection, new: Sequence[Preparation], numbers: Numbers) -> None:
    """Store what preparations are beside their words, with their facts and yardsticks."""
    db.executemany(_PREPARATION, [_preparation(one, numbers) for one in new])
    db.executemany(
        _NOTE,
        [
            (numbers[one.conversation], note.bytes, NoteRole.FACT.value)
            for one in new
            for note in one.facts
        ],
    )
    db.executemany(
        _MEASURED,
        [
            (numbers[one.conversation], numbers[yardstick])
            for one in new
            for yardstick in one.yardsticks
        ],
    )


def insert_threads(
    db: Connection, threads: Sequence[Thread], numbers: Numbers, people: People
) -> None:
    """Store what threads are beside their words, with their steps and notes."""
    db.executemany(
        _THREAD,
        [
            (
                numbers[one.id],
                people[one.person],
                one.kind.value,
                one.state.value,
                one.opened_on.isoformat(),
                day_text(one.closed_on),
                day_text(one.look_on),
            )
            for one in threads
        ],
    )
    db.executemany(
        _STEP,
        [
            (numbers[one.id], place, step.state.value, step.on.isoformat())
            for one in threads
            for place, step in enumerate(one.steps)
        ],
    )
    db.executemany(
        _IN_THREAD, [(numbers[one.id], note.bytes) for one in threads for note in one.notes]
    )


def insert_yardsticks(
    db: Connection, yardsticks: Sequence[Yardstick], numbers: Numbers, people: People
) -> None:
    """Store what yardsticks are beside their words, and with whom each was talked through."""
    db.executemany(_YARDSTICK, [(numbers[one.id], one.kind.value) for one in yardsticks])
    db.executemany(
        _TALKED,
        [
            (numbers[one.id], people[entry.person], day_text(entry.on))
            for one in yardsticks
            for entry in one.people
        ],
    )


def plan_notes(
    db: Connection, plans: Iterable[tuple[NoteId, ConversationId, str | None]], numbers: Numbers
) -> None:
    """Plan unsaid notes for talks, each with the day of its talk as text."""
    plans = list(plans)
    db.executemany(_PLAN, [(note.bytes,) for note, _, _ in plans])
    db.executemany(_PLAN_RECORD, [(numbers[talk], day, note.bytes) for note, talk, day in plans])
    db.executemany(
        _NOTE, [(numbers[talk], note.bytes, NoteRole.TO_SAY.value) for note, talk, _ in plans]
    )


def say_notes(
    db: Connection, said: Iterable[tuple[NoteId, ConversationId]], numbers: Numbers
) -> None:
    """Store in which talks notes were said."""
    db.executemany(_SAID, [(numbers[talk], note.bytes) for note, talk in said])


def _preparation(one: Preparation, numbers: Numbers) -> tuple[object, ...]:
    ready = stamp(one.ready_at) if one.ready_at else (None, None)
    return (
        numbers[one.id],
        numbers[one.conversation],
        one.about.value,
        one.path.value,
        int(one.step),
        one.is_grave,
        one.told_before,
        one.is_calm,
        one.policy_check.value,
        one.no_part,
        one.same_for_all,
        *ready,
    )
