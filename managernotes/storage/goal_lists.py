"""SQL for which goals a list shows, and in which order."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from managernotes.domain.goal import Confidence, GoalState
from managernotes.domain.goal_lists import DOTS, GoalFilter, GoalRow
from managernotes.domain.identity import GoalId, NoteId, PersonId
from managernotes.storage.lists import value_list
from managernotes.storage.people import person_keys
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_OF_PERSON = """
    SELECT g.key FROM goal AS g JOIN paper USING (key)
     WHERE g.person_key = :person AND paper.binned_at IS NULL
     ORDER BY CASE WHEN g.state IN ('proposed', 'agreed', 'active') THEN 0
                   WHEN g.state = 'paused' THEN 1 ELSE 2 END,
              g.ended_on DESC, g.due_on IS NULL, g.due_on, g.key
"""
_OF_NOTE = """
    SELECT g.key FROM goal_note AS l JOIN goal AS g ON g.key = l.goal_key
           JOIN paper ON paper.key = g.key
     WHERE l.observation_key = (SELECT key FROM observation WHERE id = :note)
       AND paper.binned_at IS NULL
     ORDER BY g.due_on IS NULL, g.due_on, g.key
"""
_ROWS = """
    SELECT g.key, paper.id, json_extract(paper.words, '$.title') AS title, g.state, g.due_on,
           g.next_on, who.id AS person, who.display_name
      FROM goal AS g JOIN paper USING (key) JOIN person AS who ON who.key = g.person_key
     WHERE g.state IN (SELECT value FROM json_each(:states))
       AND (:person IS NULL OR g.person_key = :person)
       AND paper.binned_at IS NULL AND who.binned_at IS NULL
     ORDER BY who.folded_name, who.id, g.due_on IS NULL, g.due_on, g.key
"""
_SEEN = """
    SELECT c.goal_key, c.on_day, c.confidence FROM check_in AS c JOIN paper USING (key)
     WHERE c.goal_key IN (SELECT value FROM json_each(:keys)) AND paper.binned_at IS NULL
     ORDER BY c.goal_key, c.on_day, c.key
"""


def of_person(db: Connection, person: int) -> list[int]:
    """Return a person's goals: under way by due day, then paused, then the newest end first."""
    return [int(row[0]) for row in db.execute(_OF_PERSON, {"person": person})]


def of_note(db: Connection, note: NoteId) -> list[int]:
    """Return the goals a note bears on."""
    return [int(row[0]) for row in db.execute(_OF_NOTE, {"note": note.bytes})]


def keys(db: Connection, wanted: GoalFilter) -> list[int]:
    """Return the goals of a list, A-Z by person and then by due day (INV-13)."""
    return [int(row["key"]) for row in _found(db, wanted)]


def rows(db: Connection, wanted: GoalFilter) -> list[GoalRow]:
    """Return the same as lines, of the wanted confidence only."""
    found = _found(db, wanted)
    seen: defaultdict[int, list[tuple[str, Confidence]]] = defaultdict(list)
    for key, on, confidence in db.execute(_SEEN, {"keys": value_list(row["key"] for row in found)}):
        seen[key].append((on, Confidence(confidence)))
    lines = [_row(row, seen.get(row["key"], [])) for row in found]
    return [line for line in lines if wanted.confidence in {None, line.confidence}]


def _found(db: Connection, wanted: GoalFilter) -> list[Row]:
    states = wanted.standing.states if wanted.standing else GoalState
    person = person_keys(db, [wanted.person])[wanted.person] if wanted.person else None
    values = {"states": value_list(state.value for state in states), "person": person}
    return db.execute(_ROWS, values).fetchall()


def _row(row: Row, seen: list[tuple[str, Confidence]]) -> GoalRow:
    return GoalRow(
        id=GoalId(UUID(bytes=row["id"])),
        person=PersonId(UUID(bytes=row["person"])),
        name=row["display_name"],
        title=row["title"],
        state=GoalState(row["state"]),
        confidences=tuple(confidence for _, confidence in seen[-DOTS:]),
        checked_on=day_of(seen[-1][0]) if seen else None,
        due_on=day_of(row["due_on"]),
        next_on=day_of(row["next_on"]),
    )
