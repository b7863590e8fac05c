"""SQL for check-ins: what was seen of a goal on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from uuid import UUID

from managernotes.domain.goal import CheckIn, CheckInWords, Confidence
from managernotes.domain.identity import CheckInId, ConversationId, GoalId
from managernotes.errors import PaperNotFoundError
from managernotes.storage.lists import value_list
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.stamps import day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_FIELDS = tuple(part.name for part in fields(CheckInWords))
_SELECT = f"""
    SELECT {COLUMNS}, c.goal_key, c.on_day, c.confidence, c.value, goal_paper.id AS goal,
           (SELECT id FROM paper WHERE key = c.conversation_key) AS conversation
      FROM check_in AS c JOIN paper USING (key)
           JOIN paper AS goal_paper ON goal_paper.key = c.goal_key
"""
_ONE = f"{_SELECT} WHERE c.key = (SELECT key FROM paper WHERE id = :id)"
_OF_GOALS = f"""
    {_SELECT}
     WHERE c.goal_key IN (SELECT value FROM json_each(:goals)) AND paper.binned_at IS NULL
     ORDER BY c.goal_key, c.on_day, c.key
"""
_INSERT = """
    INSERT INTO check_in (key, goal_key, on_day, confidence, value, conversation_key)
    VALUES (:key, :goal, :on, :confidence, :value, :talk)
"""
_UPDATE = """
    UPDATE check_in SET on_day = :on, confidence = :confidence, value = :value WHERE key = :key
"""


def words_of(stored: Words) -> CheckInWords:
    """Return the words that were stored; what is missing is empty."""
    return CheckInWords(**{name: str(stored.get(name, "")) for name in _FIELDS})


def to_json(words: CheckInWords) -> dict[str, str]:
    """Return the words as JSON can hold them."""
    return asdict(words)


def findable(words: CheckInWords) -> str:
    """Return what a search may find of a check-in."""
    return "\n".join(part for part in asdict(words).values() if part.strip())


def check_in(db: Connection, identity: CheckInId) -> CheckIn:
    """Return one check-in, in the bin or not; PaperNotFoundError when it was erased."""
    row = db.execute(_ONE, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return _check_in_from(row)


def of_goals(db: Connection, goals: Sequence[int]) -> dict[int, list[CheckIn]]:
    """Return the check-ins of each of these goals, by their numbers, the oldest first."""
    found: defaultdict[int, list[CheckIn]] = defaultdict(list)
    for row in db.execute(_OF_GOALS, {"goals": value_list(goals)}):
        found[row["goal_key"]].append(_check_in_from(row))
    return found


def insert(db: Connection, key: int, goal: int, one: CheckIn, *, talk: int | None) -> None:
    """Store a new check-in beside its paper."""
    db.execute(_INSERT, {"key": key, "goal": goal, "talk": talk, **_facts(one)})


def update(db: Connection, key: int, one: CheckIn) -> None:
    """Store the day, the confidence and the value of a check-in as the value says."""
    db.execute(_UPDATE, {"key": key, **_facts(one)})


def _facts(one: CheckIn) -> dict[str, object]:
    return {"on": day_text(one.on), "confidence": one.confidence.value, "value": one.value}


def _check_in_from(row: Row) -> CheckIn:
    paper = paper_of(row)
    talk = row["conversation"]
    return CheckIn(
        id=CheckInId(paper.id),
        goal=GoalId(UUID(bytes=row["goal"])),
        on=date.fromisoformat(row["on_day"]),
        confidence=Confidence(row["confidence"]),
        value=row["value"],
        words=words_of(paper.words),
        conversation=ConversationId(UUID(bytes=talk)) if talk else None,
        created_at=paper.created_at,
        revision=paper.revision,
    )
