"""SQL for steps of growth: what is done to learn, and how far it has got."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from uuid import UUID

from managernotes.domain.growth import GrowthKind, GrowthStep, StepState, StepStep, StepWords
from managernotes.domain.identity import GrowthStepId, PersonId
from managernotes.errors import PaperNotFoundError
from managernotes.storage.lists import value_list
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_FIELDS = tuple(part.name for part in fields(StepWords))
_WANTED = "(SELECT value FROM json_each(:keys))"
_SELECT = f"""
    SELECT {COLUMNS}, s.kind, s.state, s.start_on, s.due_on, s.is_time_agreed, s.ended_on,
           s.applied_on, s.touched_on, who.id AS person
      FROM growth_step AS s JOIN paper USING (key) JOIN person AS who ON who.key = s.person_key
     WHERE s.key IN {_WANTED}
"""
_STATES = f"""
    SELECT step_key, state, on_day FROM growth_step_state
     WHERE step_key IN {_WANTED} ORDER BY step_key, position
"""
LIVE_FIRST = """
    CASE s.state WHEN 'doing' THEN 0 WHEN 'agreed' THEN 1 WHEN 'idea' THEN 2 ELSE 3 END
"""
"""Where a step `s` stands among the others: what is being done first, what is over last."""
_OF_PERSON = f"""
    SELECT s.key FROM growth_step AS s JOIN paper USING (key)
     WHERE s.person_key = :person AND paper.binned_at IS NULL
     ORDER BY {LIVE_FIRST} = 3, s.ended_on DESC, s.due_on IS NULL, s.due_on, s.key
"""
_KEY = "SELECT key FROM paper JOIN growth_step USING (key) WHERE paper.id = :id"
_INSERT = """
    INSERT INTO growth_step (
        key, person_key, kind, state, start_on, due_on, is_time_agreed, ended_on, applied_on,
        touched_on
    ) VALUES (
        :key, :person, :kind, :state, :start_on, :due_on, :is_time_agreed, :ended_on, :applied_on,
        :touched_on
    )
"""
_UPDATE = """
    UPDATE growth_step
       SET kind = :kind, state = :state, start_on = :start_on, due_on = :due_on,
           is_time_agreed = :is_time_agreed, ended_on = :ended_on, applied_on = :applied_on,
           touched_on = :touched_on
     WHERE key = :key
"""
_STATE = """
    INSERT INTO growth_step_state (step_key, position, state, on_day)
    VALUES (:key, :position, :state, :on)
    ON CONFLICT (step_key, position) DO UPDATE SET state = excluded.state, on_day = excluded.on_day
"""
_FEWER_STATES = "DELETE FROM growth_step_state WHERE step_key = :key AND position >= :count"


def words_of(stored: Words) -> StepWords:
    """Return the words that were stored; what is missing is empty."""
    return StepWords(**{name: str(stored.get(name, "")) for name in _FIELDS})


def to_json(words: StepWords) -> dict[str, str]:
    """Return the words as JSON can hold them."""
    return asdict(words)


def findable(words: StepWords) -> str:
    """Return what a search may find of a step."""
    return "\n".join(part for part in asdict(words).values() if part.strip())


def step_key(db: Connection, identity: GrowthStepId) -> int:
    """Return the number of a step; PaperNotFoundError when it was erased, or is none."""
    row = db.execute(_KEY, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return int(row[0])


def step(db: Connection, identity: GrowthStepId) -> GrowthStep:
    """Return one step, in the bin or not; PaperNotFoundError when it was erased."""
    [found] = steps(db, [step_key(db, identity)])
    return found


def of_person(db: Connection, person: int) -> list[int]:
    """Return a person's steps: live ones by due day, then the newest end first."""
    return [int(row[0]) for row in db.execute(_OF_PERSON, {"person": person})]


def steps(db: Connection, keys: Sequence[int]) -> tuple[GrowthStep, ...]:
    """Return these steps, by their numbers, in the same order."""
    wanted = {"keys": value_list(keys)}
    states: defaultdict[int, list[StepStep]] = defaultdict(list)
    for key, state, on in db.execute(_STATES, wanted):
        states[key].append(StepStep(state=StepState(state), on=date.fromisoformat(on)))
    found = {row["key"]: _step_from(row, states[row["key"]]) for row in db.execute(_SELECT, wanted)}
    return tuple(found[key] for key in keys if key in found)


def insert(db: Connection, key: int, person: int, one: GrowthStep) -> None:
    """Store a new step beside its paper."""
    db.execute(_INSERT, {"key": key, "person": person, **_facts(one)})
    _store_states(db, key, one)


def update(db: Connection, key: int, one: GrowthStep) -> None:
    """Store every fact of a step as the value says, its states included."""
    db.execute(_UPDATE, {"key": key, **_facts(one)})
    db.execute(_FEWER_STATES, {"key": key, "count": len(one.steps)})
    _store_states(db, key, one)


def _store_states(db: Connection, key: int, one: GrowthStep) -> None:
    for position, state in enumerate(one.steps):
        values = {"key": key, "position": position, "state": state.state.value}
        db.execute(_STATE, {**values, "on": day_text(state.on)})


def _facts(one: GrowthStep) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "state": one.state.value,
        "start_on": day_text(one.start_on),
        "due_on": day_text(one.due_on),
        "is_time_agreed": one.is_time_agreed,
        "ended_on": day_text(one.ended_on),
        "applied_on": day_text(one.applied_on),
        "touched_on": day_text(one.touched_on),
    }


def _step_from(row: Row, states: Sequence[StepStep]) -> GrowthStep:
    paper = paper_of(row)
    return GrowthStep(
        id=GrowthStepId(paper.id),
        person=PersonId(UUID(bytes=row["person"])),
        kind=GrowthKind(row["kind"]),
        words=words_of(paper.words),
        state=StepState(row["state"]),
        start_on=day_of(row["start_on"]),
        due_on=day_of(row["due_on"]),
        is_time_agreed=bool(row["is_time_agreed"]),
        ended_on=day_of(row["ended_on"]),
        applied_on=day_of(row["applied_on"]),
        touched_on=date.fromisoformat(row["touched_on"]),
        steps=tuple(states),
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
        binned_at=paper.binned_at,
    )
