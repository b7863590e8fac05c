"""SQL for the papers of a person: what goes to the bin with them, and what is erased with them.

Whatever is with them and nobody else is theirs alone: talks and their preparations, promises,
topics, threads, expectations, goals and growth, lessons and hand-overs. A talk or a lesson with
others stays, and so do a value and what is expected of a role; their copy of it is theirs.
Answers go with the notes they are to.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from managernotes.domain.identity import DeviceId
from managernotes.storage import papers
from managernotes.storage.stamps import milliseconds, offset_minutes
from managernotes.vault.connection import Connection

_ALONE = """NOT EXISTS (
    SELECT 1 FROM {0}_person AS o WHERE o.{0}_key = l.{0}_key AND o.person_key <> :person
)"""
_TALKS_ALONE = f"""
    SELECT l.conversation_key FROM conversation_person AS l
     WHERE l.person_key = :person AND {_ALONE.format("conversation")}
"""
_THEIRS_ALONE = f"""
    {_TALKS_ALONE}
    UNION ALL SELECT key FROM preparation WHERE conversation_key IN ({_TALKS_ALONE})
    UNION ALL SELECT l.promise_key FROM promise_person AS l
     WHERE l.person_key = :person AND {_ALONE.format("promise")}
    UNION ALL SELECT l.yardstick_key
      FROM yardstick_person AS l JOIN yardstick AS y ON y.key = l.yardstick_key
     WHERE l.person_key = :person AND {_ALONE.format("yardstick")}
       AND l.is_named = 1 AND y.kind = 'expectation' AND y.role_key IS NULL
       AND NOT EXISTS (SELECT 1 FROM expectation_copy AS o
                        WHERE o.yardstick_key = y.key AND o.person_key <> :person)
    UNION ALL SELECT key FROM expectation_copy WHERE person_key = :person
    UNION ALL SELECT l.lesson_key FROM lesson_person AS l
     WHERE l.person_key = :person AND {_ALONE.format("lesson")}
    UNION ALL SELECT l.handover_key FROM handover_person AS l
     WHERE l.person_key = :person AND {_ALONE.format("handover")}
    UNION ALL SELECT key FROM topic WHERE person_key = :person
    UNION ALL SELECT key FROM thread WHERE person_key = :person
    UNION ALL SELECT key FROM goal WHERE person_key = :person
    UNION ALL SELECT key FROM check_in
     WHERE goal_key IN (SELECT key FROM goal WHERE person_key = :person)
    UNION ALL SELECT key FROM growth_plan WHERE person_key = :person
    UNION ALL SELECT key FROM growth_step WHERE person_key = :person
    UNION ALL SELECT key FROM mentoring WHERE person_key = :person
"""
_FIND = f"SELECT key, id FROM paper WHERE key IN ({_THEIRS_ALONE}) AND binned_at IS :was"
_FIND_ALL = f"SELECT id FROM paper WHERE key IN ({_THEIRS_ALONE})"
_MOVE = """
    UPDATE paper
       SET binned_at = :becomes, updated_at = :at, updated_offset = :offset,
           revision = revision + 1, origin = :origin
     WHERE key = :key
"""
_PREPARATION = "SELECT key FROM preparation WHERE conversation_key = :talk"
_HOLD = """
    NOT EXISTS (SELECT 1 FROM person AS p WHERE p.hold = 1 AND p.key IN (
        SELECT person_key FROM conversation_person WHERE conversation_key IN (
            paper.key, (SELECT conversation_key FROM preparation WHERE key = paper.key))
        UNION ALL SELECT person_key FROM promise_person WHERE promise_key = paper.key
        UNION ALL SELECT person_key FROM yardstick_person WHERE yardstick_key = paper.key
        UNION ALL SELECT person_key FROM expectation_copy WHERE key = paper.key
        UNION ALL SELECT person_key FROM expectation_copy WHERE yardstick_key = paper.key
        UNION ALL SELECT person_key FROM lesson_person WHERE lesson_key = paper.key
        UNION ALL SELECT person_key FROM handover_person WHERE handover_key = paper.key
        UNION ALL SELECT person_key FROM topic WHERE key = paper.key
        UNION ALL SELECT person_key FROM thread WHERE key = paper.key
        UNION ALL SELECT person_key FROM goal WHERE key IN (
            paper.key, (SELECT goal_key FROM check_in WHERE key = paper.key))
        UNION ALL SELECT person_key FROM growth_plan WHERE key = paper.key
        UNION ALL SELECT person_key FROM growth_step WHERE key = paper.key
        UNION ALL SELECT person_key FROM mentoring WHERE key = paper.key
    ))
"""
_OLD = f"SELECT paper.id FROM paper WHERE paper.binned_at < :before AND {_HOLD}"
_GOES_ALONG = """
    SELECT its.id FROM preparation AS p
      JOIN paper AS talk ON talk.key = p.conversation_key
      JOIN paper AS its ON its.key = p.key
     WHERE talk.id = :id
     UNION ALL
    SELECT its.id FROM check_in AS c
      JOIN paper AS goal ON goal.key = c.goal_key
      JOIN paper AS its ON its.key = c.key
     WHERE goal.id = :id
     UNION ALL
    SELECT its.id FROM paper AS yardstick
      CROSS JOIN expectation_copy AS c ON c.yardstick_key = yardstick.key
      CROSS JOIN paper AS its ON its.key = c.key
     WHERE yardstick.id = :id
"""


def move(  # noqa: PLR0913  whose, who signs, when, and both moments
    db: Connection,
    person: int,
    device: DeviceId,
    at: datetime,
    *,
    was: int | None,
    becomes: int | None,
) -> list[int]:
    """Move to the bin, or out of it, what is a person's alone; return the numbers of the papers."""
    found = db.execute(_FIND, {"person": person, "was": was}).fetchall()
    keys = [int(row[0]) for row in found]
    _set_binned(db, keys, becomes, device, at)
    return keys


def bin_talk(db: Connection, talk: int, device: DeviceId, at: datetime) -> None:
    """Move a talk to the bin, by its number, with what was prepared for it."""
    _set_binned(db, _with_preparation(db, talk), milliseconds(at), device, at)


def restore_talk(db: Connection, talk: int, device: DeviceId, at: datetime) -> None:
    """Take a talk out of the bin, with what was prepared for it."""
    _set_binned(db, _with_preparation(db, talk), None, device, at)


def old(db: Connection, before: datetime) -> list[UUID]:
    """Return the papers that were thrown away before a moment and may go: a hold stops it."""
    return [UUID(bytes=row[0]) for row in db.execute(_OLD, {"before": milliseconds(before)})]


def erase_with(db: Connection, person: int, at: datetime) -> None:
    """Remove for good what is a person's alone, in the bin or not; before the person goes."""
    found = db.execute(_FIND_ALL, {"person": person}).fetchall()
    papers.erase(db, [UUID(bytes=row[0]) for row in found], at)


def erase(db: Connection, identities: list[UUID], at: datetime) -> None:
    """Remove papers for good, what hangs on another with it: preparations, check-ins, copies."""
    going = dict.fromkeys(identities)
    for identity in identities:
        for row in db.execute(_GOES_ALONG, {"id": identity.bytes}):
            going[UUID(bytes=row[0])] = None
    papers.erase(db, going, at)


def _with_preparation(db: Connection, talk: int) -> list[int]:
    return [talk, *(int(row[0]) for row in db.execute(_PREPARATION, {"talk": talk}))]


def _set_binned(
    db: Connection, keys: list[int], becomes: int | None, device: DeviceId, at: datetime
) -> None:
    signed = {"at": milliseconds(at), "offset": offset_minutes(at), "origin": device.bytes}
    for key in keys:
        db.execute(_MOVE, {"key": key, "becomes": becomes, **signed})
