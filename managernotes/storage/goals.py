"""SQL for goals: one by one, with their steps, check-ins and notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from uuid import UUID

from managernotes.domain.goal import (
    CheckIn,
    Goal,
    GoalState,
    GoalStep,
    GoalWords,
    Measure,
    SetBy,
)
from managernotes.domain.identity import GoalId, NoteId, PersonId, VisionLineId
from managernotes.errors import PaperNotFoundError
from managernotes.storage import check_ins
from managernotes.storage.lists import value_list
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_FIELDS = tuple(part.name for part in fields(GoalWords))
_WANTED = "(SELECT value FROM json_each(:keys))"
_SELECT = f"""
    SELECT {COLUMNS}, g.state, g.measured_by, g.start_value, g.target_value, g.started_on,
           g.due_on, g.original_due_on, g.set_by, g.vision_line, g.next_on, g.outcome, g.ended_on,
           who.id AS person
      FROM goal AS g JOIN paper USING (key) JOIN person AS who ON who.key = g.person_key
     WHERE g.key IN {_WANTED}
"""
_STEPS = f"""
    SELECT goal_key, state, on_day FROM goal_state_step
     WHERE goal_key IN {_WANTED} ORDER BY goal_key, position
"""
_NOTES = f"""
    SELECT l.goal_key, o.id
      FROM goal_note AS l JOIN observation AS o ON o.key = l.observation_key
     WHERE l.goal_key IN {_WANTED} AND o.binned_at IS NULL ORDER BY l.goal_key, o.key
"""
_KEY = "SELECT key FROM paper JOIN goal USING (key) WHERE paper.id = :id"
_FACTS = """
    state, measured_by, start_value, target_value, started_on, due_on, original_due_on, set_by,
    vision_line, next_on, outcome, ended_on
"""
_INSERT = f"""
    INSERT INTO goal (key, person_key, {_FACTS})
    VALUES (:key, :person, :state, :measured_by, :start_value, :target_value, :started_on,
            :due_on, :original_due_on, :set_by, :vision_line, :next_on, :outcome, :ended_on)
"""
_UPDATE = f"""
    UPDATE goal SET ({_FACTS}) = (
        :state, :measured_by, :start_value, :target_value, :started_on, :due_on, :original_due_on,
        :set_by, :vision_line, :next_on, :outcome, :ended_on
    ) WHERE key = :key
"""
_STEP = """
    INSERT INTO goal_state_step (goal_key, position, state, on_day)
    VALUES (:key, :position, :state, :on)
    ON CONFLICT (goal_key, position) DO UPDATE SET state = excluded.state, on_day = excluded.on_day
"""
_FEWER_STEPS = "DELETE FROM goal_state_step WHERE goal_key = :key AND position >= :count"
_LINK = """
    INSERT INTO goal_note (goal_key, observation_key) VALUES (:key, :note) ON CONFLICT DO NOTHING
"""
_UNLINK = "DELETE FROM goal_note WHERE goal_key = :key AND observation_key = :note"


def words_of(stored: Words) -> GoalWords:
    """Return the words that were stored; what is missing is empty."""
    return GoalWords(**{name: str(stored.get(name, "")) for name in _FIELDS})


def to_json(words: GoalWords) -> dict[str, str]:
    """Return the words as JSON can hold them."""
    return asdict(words)


def findable(words: GoalWords) -> str:
    """Return what a search may find of a goal; its unit is no word to look for."""
    found = (words.title, words.why, words.measure, words.support_needed, words.learned)
    return "\n".join(part for part in found if part.strip())


def goal_key(db: Connection, identity: GoalId) -> int:
    """Return the number of a goal; PaperNotFoundError when it was erased, or is none."""
    row = db.execute(_KEY, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return int(row[0])


def goal(db: Connection, identity: GoalId) -> Goal:
    """Return one goal, in the bin or not; PaperNotFoundError when it was erased."""
    [found] = goals(db, [goal_key(db, identity)])
    return found


def goals(db: Connection, keys: Sequence[int]) -> tuple[Goal, ...]:
    """Return these goals, by their numbers, in the same order."""
    wanted = {"keys": value_list(keys)}
    steps: defaultdict[int, list[GoalStep]] = defaultdict(list)
    for key, state, on in db.execute(_STEPS, wanted):
        steps[key].append(GoalStep(state=GoalState(state), on=date.fromisoformat(on)))
    notes: defaultdict[int, list[NoteId]] = defaultdict(list)
    for key, note in db.execute(_NOTES, wanted):
        notes[key].append(NoteId(UUID(bytes=note)))
    seen = check_ins.of_goals(db, keys)
    found = {
        row["key"]: _goal_from(
            row, steps[row["key"]], seen.get(row["key"], ()), notes.get(row["key"], ())
        )
        for row in db.execute(_SELECT, wanted)
    }
    return tuple(found[key] for key in keys if key in found)


def insert(db: Connection, key: int, person: int, one: Goal) -> None:
    """Store a new goal beside its paper."""
    db.execute(_INSERT, {"key": key, "person": person, **_facts(one)})
    _store_steps(db, key, one)


def update(db: Connection, key: int, one: Goal) -> None:
    """Store every fact of a goal as the value says, its steps included."""
    db.execute(_UPDATE, {"key": key, **_facts(one)})
    db.execute(_FEWER_STEPS, {"key": key, "count": len(one.steps)})
    _store_steps(db, key, one)


def link_note(db: Connection, key: int, note: int) -> None:
    """Say that a note bears on a goal."""
    db.execute(_LINK, {"key": key, "note": note})


def unlink_note(db: Connection, key: int, note: int) -> None:
    """Take that back."""
    db.execute(_UNLINK, {"key": key, "note": note})


def _store_steps(db: Connection, key: int, one: Goal) -> None:
    for position, step in enumerate(one.steps):
        db.execute(
            _STEP,
            {
                "key": key,
                "position": position,
                "state": step.state.value,
                "on": day_text(step.on),
            },
        )


def _facts(one: Goal) -> dict[str, object]:
    return {
        "state": one.state.value,
        "measured_by": one.measured_by and one.measured_by.value,
        "start_value": one.start_value,
        "target_value": one.target_value,
        "started_on": day_text(one.started_on),
        "due_on": day_text(one.due_on),
        "original_due_on": day_text(one.original_due_on),
        "set_by": one.set_by and one.set_by.value,
        "vision_line": one.vision_line and one.vision_line.bytes,
        "next_on": day_text(one.next_on),
        "outcome": one.outcome and one.outcome.value,
        "ended_on": day_text(one.ended_on),
    }


def _goal_from(
    row: Row, steps: Sequence[GoalStep], seen: Sequence[CheckIn], notes: Sequence[NoteId]
) -> Goal:
    paper = paper_of(row)
    line = row["vision_line"]
    return Goal(
        id=GoalId(paper.id),
        person=PersonId(UUID(bytes=row["person"])),
        words=words_of(paper.words),
        state=GoalState(row["state"]),
        measured_by=Measure(row["measured_by"]) if row["measured_by"] else None,
        start_value=row["start_value"],
        target_value=row["target_value"],
        started_on=date.fromisoformat(row["started_on"]),
        due_on=day_of(row["due_on"]),
        original_due_on=day_of(row["original_due_on"]),
        set_by=SetBy(row["set_by"]) if row["set_by"] else None,
        vision_line=VisionLineId(UUID(bytes=line)) if line else None,
        next_on=day_of(row["next_on"]),
        outcome=GoalState(row["outcome"]) if row["outcome"] else None,
        ended_on=day_of(row["ended_on"]),
        steps=tuple(steps),
        check_ins=tuple(seen),
        notes=tuple(notes),
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
        binned_at=paper.binned_at,
    )
