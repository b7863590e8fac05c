"""Goals, check-ins and growth steps put straight into a vault, for tests of what reads them."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from managernotes.domain.identity import PersonId
from managernotes.storage.papers import Sort
from managernotes.storage.people import person_keys
from tests.core.office import Office


def goal(  # noqa: PLR0913  what a test may want to be other than usual
    office: Office,
    who: PersonId,
    title: str,
    *,
    state: str = "active",
    started: date,
    next_on: date | None = None,
) -> tuple[UUID, int]:
    """Store a goal under way; return its id and number."""
    with office.db.transaction():
        identity, key = office.papers.add(Sort.GOAL, {"title": title}, title)
        office.db.execute(
            "INSERT INTO goal (key, person_key, state, started_on, next_on) VALUES (?, ?, ?, ?, ?)",
            (
                key,
                person_keys(office.db, [who])[who],
                state,
                started.isoformat(),
                next_on and next_on.isoformat(),
            ),
        )
    return identity, key


def check_in(office: Office, goal_key: int, on: date, fact: str = "") -> UUID:
    """Store a look at a goal."""
    with office.db.transaction():
        identity, key = office.papers.add(Sort.CHECK_IN, {"fact": fact}, fact)
        office.db.execute(
            "INSERT INTO check_in (key, goal_key, on_day, confidence) VALUES (?, ?, ?, ?)",
            (key, goal_key, on.isoformat(), "on_course"),
        )
    return identity


def growth_step(
    office: Office, who: PersonId, purpose: str, *, state: str = "doing", on: date
) -> UUID:
    """Store a growth step that was touched on a day."""
    with office.db.transaction():
        words = json.loads(json.dumps({"purpose": purpose}))
        identity, key = office.papers.add(Sort.GROWTH_STEP, words, purpose)
        office.db.execute(
            "INSERT INTO growth_step (key, person_key, kind, state, touched_on)"
            " VALUES (?, ?, 'stretch_work', ?, ?)",
            (key, person_keys(office.db, [who])[who], state, on.isoformat()),
        )
        office.db.execute(
            "INSERT INTO growth_step_state (step_key, position, state, on_day) VALUES (?, 0, ?, ?)",
            (key, state, on.isoformat()),
        )
    return identity
