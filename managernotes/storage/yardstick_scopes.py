"""SQL for whose an expectation is: a role's on a level, or that of people named one by one."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from managernotes.domain.folding import folded
from managernotes.domain.identity import VisionLineId, YardstickId
from managernotes.domain.yardstick import Scope
from managernotes.domain.yardstick_rules import is_level
from managernotes.storage.lists import id_list
from managernotes.vault.connection import Connection

_SET = """
    UPDATE yardstick SET role_key = :role, level = :level, area = :area, vision_line = :line
     WHERE key = :key
"""
_HELD = """
    SELECT paper.id, y.level, p.level AS their_level, ifnull(l.is_named, 0) AS is_named
      FROM person AS p
           CROSS JOIN yardstick AS y
           CROSS JOIN paper ON paper.key = y.key
           LEFT JOIN yardstick_person AS l ON l.yardstick_key = y.key AND l.person_key = p.key
     WHERE p.key = :person AND y.kind = 'expectation' AND y.retired_on IS NULL
       AND paper.binned_at IS NULL AND (y.role_key = p.role_key OR l.is_named = 1)
"""
_OF_ROLE = """
    SELECT paper.id
      FROM role CROSS JOIN yardstick AS y ON y.role_key = role.key
           CROSS JOIN paper ON paper.key = y.key
     WHERE role.folded_title = :folded AND y.retired_on IS NULL AND paper.binned_at IS NULL
"""
_LOST = """
    SELECT paper.id
      FROM yardstick AS y CROSS JOIN paper ON paper.key = y.key
     WHERE y.vision_line IS NOT NULL AND y.retired_on IS NULL AND paper.binned_at IS NULL
       AND y.vision_line NOT IN (SELECT unhex(value) FROM json_each(:lines))
"""


def set_scope(db: Connection, key: int, scope: Scope, role: int | None) -> None:
    """Store whose it is, `role` the number of the scope's role, and what line it serves."""
    line = scope.vision_line.bytes if scope.vision_line else None
    area = scope.area.value if scope.area else None
    db.execute(_SET, {"key": key, "role": role, "level": scope.level, "area": area, "line": line})


def held_by(db: Connection, person: int) -> set[YardstickId]:
    """Return the expectations that count for somebody now, by their number."""
    return {
        YardstickId(UUID(bytes=row["id"]))
        for row in db.execute(_HELD, {"person": person})
        if row["is_named"] or is_level(row["level"], row["their_level"])
    }


def of_role(db: Connection, title: str) -> list[YardstickId]:
    """Return what counts in a role on any of its levels, in no order."""
    found = db.execute(_OF_ROLE, {"folded": folded(title)})
    return [YardstickId(UUID(bytes=row[0])) for row in found]


def without_line(db: Connection, lines: Iterable[VisionLineId]) -> list[YardstickId]:
    """Return what serves a line of the vision that is none of these, in no order (S09)."""
    found = db.execute(_LOST, {"lines": id_list(lines)})
    return [YardstickId(UUID(bytes=row[0])) for row in found]
