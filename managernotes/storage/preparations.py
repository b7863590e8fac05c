"""SQL for preparations: one for a talk. Functions take a connection; callers own the transaction.

A talk's facts and yardsticks are links of the talk itself (storage/preparation_links).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import ConversationId, PreparationId
from managernotes.domain.preparation import (
    About,
    Path,
    PolicyCheck,
    Preparation,
    Rehearsal,
    RehearsalSort,
    Stale,
    Step,
)
from managernotes.errors import PaperNotFoundError
from managernotes.storage import preparation_links
from managernotes.storage.papers import COLUMNS, paper_of
from managernotes.storage.preparation_words import words_of
from managernotes.storage.stamps import milliseconds, moment_of, offset_minutes
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_INSERT = """
    INSERT INTO preparation (key, conversation_key, about, path, policy_check)
    VALUES (:key, :talk, :about, :path, 'not_needed')
"""
_SELECT = f"""
    SELECT {COLUMNS}, c.id AS conversation, p.conversation_key, p.about, p.path, p.step,
           p.is_grave, p.told_before, p.is_calm, p.policy_check, p.single_event, p.no_part,
           p.same_for_all, p.would_be_glad, p.ready_at, p.ready_offset, p.stale
      FROM preparation AS p JOIN paper USING (key)
           JOIN paper AS c ON c.key = p.conversation_key
"""
_ONE = f"{_SELECT} WHERE paper.id = :id"
_OF_TALK = f"{_SELECT} WHERE p.conversation_key = :talk"
_REHEARSALS = """
    SELECT at, at_offset, sort, seconds FROM rehearsal
     WHERE preparation_key = :key ORDER BY at, sort
"""
_UPDATE = """
    UPDATE preparation
       SET about = :about, path = :path, step = :step, is_grave = :is_grave,
           told_before = :told_before, is_calm = :is_calm, policy_check = :policy_check,
           single_event = :single_event, no_part = :no_part, same_for_all = :same_for_all,
           would_be_glad = :would_be_glad, ready_at = :ready_at, ready_offset = :ready_offset,
           stale = :stale
     WHERE key = :key
"""
_SET_TYPE = "UPDATE conversation SET type = :type WHERE key = :talk"
_REHEARSED = """
    INSERT INTO rehearsal (preparation_key, at, at_offset, sort, seconds)
    VALUES (:key, :at, :offset, :sort, :seconds) ON CONFLICT DO NOTHING
"""
_READY_BEFORE = """
    SELECT c.id FROM preparation AS p
           JOIN conversation AS t ON t.key = p.conversation_key
           JOIN paper AS c ON c.key = t.key
     WHERE t.state IN ('prepared', 'postponed') AND p.ready_at < :limit
"""
_PREPARED_PLANS = """
    SELECT paper.id FROM conversation AS t JOIN paper USING (key)
     WHERE t.held_on IS NULL AND t.type = 'pip' AND t.state IN ('prepared', 'postponed')
"""
_LAST_CONDUCT = """
    SELECT json_extract(paper.words, '$.conduct') AS conduct
      FROM preparation AS p
           JOIN conversation AS t ON t.key = p.conversation_key
           JOIN paper ON paper.key = t.key
     WHERE p.about = :about AND t.key <> :talk AND t.held_on IS NOT NULL
       AND paper.binned_at IS NULL
       AND trim(ifnull(json_extract(paper.words, '$.conduct'), '')) <> ''
     ORDER BY t.held_on DESC, t.key DESC LIMIT 1
"""


def insert(db: Connection, key: int, talk: int, about: About, path: Path) -> None:
    """Store what a preparation is beside its words, for a talk by its number."""
    db.execute(_INSERT, {"key": key, "talk": talk, "about": about.value, "path": path.value})


def preparation(db: Connection, identity: PreparationId) -> Preparation:
    """Return one preparation; PaperNotFoundError when it was erased."""
    row = db.execute(_ONE, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return _preparation_from(db, row)


def of_talk(db: Connection, talk: int) -> Preparation | None:
    """Return the preparation of a talk, by the talk's number, if it has one."""
    row = db.execute(_OF_TALK, {"talk": talk}).fetchone()
    return None if row is None else _preparation_from(db, row)


def update(db: Connection, key: int, new: Preparation) -> None:
    """Store everything about a preparation but its words, facts, yardsticks and rehearsals."""
    ready = new.ready_at
    db.execute(
        _UPDATE,
        {
            "key": key,
            "about": new.about.value,
            "path": new.path.value,
            "step": int(new.step),
            "is_grave": new.is_grave,
            "told_before": new.told_before,
            "is_calm": new.is_calm,
            "policy_check": new.policy_check.value,
            "single_event": new.single_event,
            "no_part": new.no_part,
            "same_for_all": new.same_for_all,
            "would_be_glad": new.would_be_glad,
            "ready_at": None if ready is None else milliseconds(ready),
            "ready_offset": None if ready is None else offset_minutes(ready),
            "stale": new.stale.value if new.stale else None,
        },
    )


def set_talk_type(db: Connection, talk: int, kind: ConversationType) -> None:
    """Make a talk, by its number, one of another sort that is prepared in steps."""
    db.execute(_SET_TYPE, {"talk": talk, "type": kind.value})


def rehearsed(db: Connection, key: int, done: Rehearsal) -> None:
    """Note that it was practised; nothing of it is kept but when, how, and for how long."""
    db.execute(
        _REHEARSED,
        {
            "key": key,
            "at": milliseconds(done.at),
            "offset": offset_minutes(done.at),
            "sort": done.sort.value,
            "seconds": done.seconds,
        },
    )


def talks_ready_before(db: Connection, limit: datetime) -> list[ConversationId]:
    """Return the talks that have been prepared since before a moment, and are not held yet."""
    found = db.execute(_READY_BEFORE, {"limit": milliseconds(limit)})
    return [ConversationId(UUID(bytes=row[0])) for row in found]


def prepared_plans(db: Connection) -> list[ConversationId]:
    """Return the plans for improvement that may be prepared, and are not held yet."""
    found = db.execute(_PREPARED_PLANS).fetchall()
    return [ConversationId(UUID(bytes=row[0])) for row in found]


def last_conduct(db: Connection, about: About, but: int) -> str:
    """Return what I noted for myself after the last held talk of this sort, but this one (S36)."""
    row = db.execute(_LAST_CONDUCT, {"about": about.value, "talk": but}).fetchone()
    return "" if row is None else str(row[0])


def _preparation_from(db: Connection, row: Row) -> Preparation:
    paper, talk = paper_of(row), row["conversation_key"]
    ready_at = row["ready_at"]
    return Preparation(
        id=PreparationId(paper.id),
        conversation=ConversationId(UUID(bytes=row["conversation"])),
        about=About(row["about"]),
        path=Path(row["path"]),
        step=Step(row["step"]),
        is_grave=_truth(row["is_grave"]),
        told_before=_truth(row["told_before"]),
        is_calm=_truth(row["is_calm"]),
        policy_check=PolicyCheck(row["policy_check"]),
        single_event=bool(row["single_event"]),
        no_part=row["no_part"],
        same_for_all=bool(row["same_for_all"]),
        would_be_glad=bool(row["would_be_glad"]),
        ready_at=None if ready_at is None else moment_of(ready_at, row["ready_offset"]),
        stale=Stale(row["stale"]) if row["stale"] else None,
        words=words_of(paper.words),
        facts=tuple(fact.id for fact in preparation_links.facts(db, talk)),
        yardsticks=preparation_links.yardsticks(db, talk),
        rehearsals=tuple(
            Rehearsal(moment_of(at, offset), RehearsalSort(sort), seconds)
            for at, offset, sort, seconds in db.execute(_REHEARSALS, {"key": paper.key})
        ),
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
    )


def _truth(stored: int | None) -> bool | None:
    return None if stored is None else bool(stored)
