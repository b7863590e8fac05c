"""SQL for where growth is alive: everybody's live step, last change and career talks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from managernotes.domain.away import AwayWindow
from managernotes.domain.identity import PersonId, ThreadId
from managernotes.domain.person import PersonStatus
from managernotes.storage import away
from managernotes.storage.growth_steps import LIVE_FIRST
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection

_STEPS = """
    FROM growth_step AS s JOIN paper USING (key)
   WHERE s.person_key = p.key AND paper.binned_at IS NULL
"""
_CAREER_TALKS = """
    FROM conversation_person AS l CROSS JOIN conversation AS c ON c.key = l.conversation_key
         CROSS JOIN paper ON paper.key = c.key
   WHERE l.person_key = p.key AND c.type = 'career' AND paper.binned_at IS NULL
"""
_TEAM = f"""
    SELECT p.key, p.id, p.display_name, p.status, p.aims,
           (SELECT json_extract(paper.words, '$.purpose') {_STEPS}
               AND s.state IN ('idea', 'agreed', 'doing')
             ORDER BY {LIVE_FIRST}, s.touched_on DESC, s.key DESC LIMIT 1) AS step,
           (SELECT max(s.ended_on) {_STEPS}) AS ended_on,
           (SELECT max(s.touched_on) {_STEPS}) AS touched_on,
           (SELECT json_extract(paper.words, '$.direction')
              FROM growth_plan AS g JOIN paper USING (key)
             WHERE g.person_key = p.key AND g.ended_on IS NULL) AS direction,
           (SELECT max(c.held_on) {_CAREER_TALKS}) AS last_talk,
           (SELECT min(c.planned_on) {_CAREER_TALKS} AND c.held_on IS NULL
               AND c.planned_on >= :today AND c.state NOT IN ('cancelled', 'dropped')) AS next_talk
      FROM person AS p
     WHERE p.binned_at IS NULL AND p.status NOT IN ('transferred', 'left')
       AND (:person IS NULL OR p.key = :person)
     ORDER BY p.folded_name, p.id
"""
_SETBACK = """
    SELECT paper.id, json_extract(paper.words, '$.title') AS title, t.opened_on
      FROM thread AS t JOIN paper USING (key)
     WHERE t.person_key = :person AND t.kind = 'setback' AND t.state IN ('open', 'steadying')
       AND paper.binned_at IS NULL
     ORDER BY t.opened_on DESC, t.key DESC LIMIT 1
"""
_HAS_PLAN = """
    SELECT 1 FROM growth_plan AS g
     WHERE g.person_key = :person AND g.state NOT IN ('done', 'paused')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grower:
    """What is known of one of the team for the question whether growth is alive."""

    key: int
    id: PersonId
    name: str
    status: PersonStatus
    away: tuple[AwayWindow, ...]
    direction: str
    step: str | None
    ended_on: date | None
    touched_on: date | None
    last_talk: date | None
    next_talk: date | None


@dataclass(frozen=True, slots=True)
class Setback:
    """An open setback of somebody."""

    id: ThreadId
    title: str
    since: date


def growers(db: Connection, today: date, person: int | None = None) -> list[Grower]:
    """Return everybody in the team now, or one of them, A-Z (INV-13)."""
    windows = away.windows_by_key(db)
    return [
        Grower(
            key=row["key"],
            id=PersonId(UUID(bytes=row["id"])),
            name=row["display_name"],
            status=PersonStatus(row["status"]),
            away=windows.get(row["key"], ()),
            direction=row["direction"] or row["aims"],
            step=row["step"],
            ended_on=day_of(row["ended_on"]),
            touched_on=day_of(row["touched_on"]),
            last_talk=day_of(row["last_talk"]),
            next_talk=day_of(row["next_talk"]),
        )
        for row in db.execute(_TEAM, {"today": today.isoformat(), "person": person})
    ]


def open_setback(db: Connection, person: int) -> Setback | None:
    """Return the newest setback of a person that is still open."""
    row = db.execute(_SETBACK, {"person": person}).fetchone()
    if row is None:
        return None
    since = date.fromisoformat(row["opened_on"])
    return Setback(ThreadId(UUID(bytes=row["id"])), row["title"], since)


def has_plan(db: Connection, person: int) -> bool:
    """Whether a person has a growth plan that is neither done nor paused."""
    return db.execute(_HAS_PLAN, {"person": person}).fetchone() is not None
