"""SQL for hand-overs: that one was made, for whom, and of what; never its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from managernotes.domain.handover import Handover, HandoverFormat, HandoverKept, HandoverSort
from managernotes.domain.identity import HandoverId, PersonId
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.people import person_keys
from managernotes.storage.stamps import day_text
from managernotes.vault.connection import Connection

_ALL = f"""
    SELECT {COLUMNS}, h.made_on, h.format
      FROM handover AS h JOIN paper USING (key)
     WHERE paper.binned_at IS NULL
     ORDER BY h.made_on DESC, h.key DESC
"""
_PEOPLE = """
    SELECT l.handover_key, who.id
      FROM handover_person AS l JOIN person AS who ON who.key = l.person_key
     ORDER BY l.handover_key, who.folded_name, who.id
"""
_INSERT = "INSERT INTO handover (key, made_on, format) VALUES (:key, :made_on, :format)"
_SOMEBODY = "INSERT INTO handover_person (person_key, handover_key) VALUES (:person, :key)"


def words_of(stored: Words) -> tuple[HandoverKept, ...]:
    """Return the lines that were handed over; what is missing is none."""
    return tuple(
        HandoverKept(
            sort=HandoverSort(line["sort"]),
            id=UUID(hex=line["id"]),
            person=PersonId(UUID(hex=line["person"])),
        )
        for line in stored.get("items", ())
    )


def to_json(items: Sequence[HandoverKept]) -> dict[str, Any]:
    """Return the lines as JSON can hold them: which they were, not what they said."""
    return {
        "items": [
            {"sort": one.sort.value, "id": one.id.hex, "person": one.person.hex} for one in items
        ]
    }


def insert(
    db: Connection, key: int, people: Sequence[PersonId], made_on: date, kind: HandoverFormat
) -> None:
    """Store a new hand-over beside its paper; PersonNotFoundError when somebody is unknown."""
    db.execute(_INSERT, {"key": key, "made_on": day_text(made_on), "format": kind.value})
    for who in person_keys(db, people).values():
        db.execute(_SOMEBODY, {"key": key, "person": who})


def handovers(db: Connection) -> tuple[Handover, ...]:
    """Return every hand-over, the newest first."""
    people: defaultdict[int, list[PersonId]] = defaultdict(list)
    for key, who in db.execute(_PEOPLE):
        people[key].append(PersonId(UUID(bytes=who)))
    found = []
    for row in db.execute(_ALL):
        paper = paper_of(row)
        found.append(
            Handover(
                id=HandoverId(paper.id),
                made_on=date.fromisoformat(row["made_on"]),
                format=HandoverFormat(row["format"]),
                people=tuple(people[paper.key]),
                items=words_of(paper.words),
                created_at=paper.created_at,
            )
        )
    return tuple(found)
