"""SQL for growth plans: where a person wants to go, and which expectations that aims at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from uuid import UUID

from managernotes.domain.growth import GrowthPlan, PlanState, PlanWords
from managernotes.domain.identity import ConversationId, GrowthPlanId, PersonId, YardstickId
from managernotes.errors import PaperNotFoundError
from managernotes.storage.papers import COLUMNS, Words, key_of, paper_of
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_FIELDS = tuple(part.name for part in fields(PlanWords))
_SELECT = f"""
    SELECT {COLUMNS}, g.state, g.said_on, g.ended_on, who.id AS person,
           (SELECT id FROM paper WHERE key = g.said_in) AS said_in
      FROM growth_plan AS g JOIN paper USING (key) JOIN person AS who ON who.key = g.person_key
"""
_ONE = f"{_SELECT} WHERE paper.id = :id"
_PRESENT = f"{_SELECT} WHERE g.person_key = :person AND g.ended_on IS NULL"
_LAST_DONE = f"""
    {_SELECT} WHERE g.person_key = :person AND g.ended_on IS NOT NULL
     ORDER BY g.ended_on DESC, g.key DESC LIMIT 1
"""
_YARDSTICKS = """
    SELECT paper.id FROM growth_plan_yardstick AS l JOIN paper ON paper.key = l.yardstick_key
     WHERE l.plan_key = :key AND paper.binned_at IS NULL
     ORDER BY json_extract(paper.words, '$.title'), paper.key
"""
_INSERT = """
    INSERT INTO growth_plan (key, person_key, state, said_on, said_in, ended_on)
    VALUES (:key, :person, :state, :said_on, :said_in, :ended_on)
"""
_UPDATE = """
    UPDATE growth_plan
       SET state = :state, said_on = :said_on, said_in = :said_in,
           ended_on = :ended_on
     WHERE key = :key
"""
_NO_YARDSTICKS = "DELETE FROM growth_plan_yardstick WHERE plan_key = :key"
_YARDSTICK = """
    INSERT INTO growth_plan_yardstick (plan_key, yardstick_key) VALUES (:key, :yardstick)
        ON CONFLICT DO NOTHING
"""


def words_of(stored: Words) -> PlanWords:
    """Return the words that were stored; what is missing is empty."""
    return PlanWords(**{name: str(stored.get(name, "")) for name in _FIELDS})


def to_json(words: PlanWords) -> dict[str, str]:
    """Return the words as JSON can hold them."""
    return asdict(words)


def findable(words: PlanWords) -> str:
    """Return what a search may find of a plan."""
    return "\n".join(part for part in asdict(words).values() if part.strip())


def plan(db: Connection, identity: GrowthPlanId) -> GrowthPlan:
    """Return one plan; PaperNotFoundError when it was erased."""
    row = db.execute(_ONE, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return _plan_from(db, row)


def present(db: Connection, person: int) -> GrowthPlan | None:
    """Return a person's plan that is not done; None: there is none."""
    row = db.execute(_PRESENT, {"person": person}).fetchone()
    return None if row is None else _plan_from(db, row)


def last_done(db: Connection, person: int) -> GrowthPlan | None:
    """Return the plan of a person that was done last."""
    row = db.execute(_LAST_DONE, {"person": person}).fetchone()
    return None if row is None else _plan_from(db, row)


def insert(db: Connection, key: int, person: int, one: GrowthPlan) -> None:
    """Store a new plan beside its paper."""
    db.execute(_INSERT, {"key": key, "person": person, **_facts(db, one)})


def update(db: Connection, key: int, one: GrowthPlan) -> None:
    """Store every fact of a plan as the value says, but for its expectations."""
    db.execute(_UPDATE, {"key": key, **_facts(db, one)})


def set_yardsticks(db: Connection, key: int, yardsticks: Sequence[YardstickId]) -> None:
    """Say which expectations a plan aims at; PaperNotFoundError when one was erased."""
    db.execute(_NO_YARDSTICKS, {"key": key})
    for one in yardsticks:
        db.execute(_YARDSTICK, {"key": key, "yardstick": key_of(db, one)})


def _facts(db: Connection, one: GrowthPlan) -> dict[str, object]:
    return {
        "state": one.state.value,
        "said_on": day_text(one.said_on),
        "said_in": key_of(db, one.said_in) if one.said_in else None,
        "ended_on": day_text(one.ended_on),
    }


def _plan_from(db: Connection, row: Row) -> GrowthPlan:
    paper = paper_of(row)
    aims = db.execute(_YARDSTICKS, {"key": paper.key})
    said_in = row["said_in"]
    return GrowthPlan(
        id=GrowthPlanId(paper.id),
        person=PersonId(UUID(bytes=row["person"])),
        words=words_of(paper.words),
        state=PlanState(row["state"]),
        said_on=day_of(row["said_on"]),
        said_in=ConversationId(UUID(bytes=said_in)) if said_in else None,
        ended_on=day_of(row["ended_on"]),
        yardsticks=tuple(YardstickId(UUID(bytes=aim[0])) for aim in aims),
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
    )
