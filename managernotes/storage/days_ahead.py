"""SQL for the days on which something is to be looked at again."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from managernotes.vault.connection import Connection

_DAYS = """
    SELECT paper.id, c.follow_up_on AS day
      FROM conversation AS c JOIN paper USING (key)
     WHERE c.state = 'held' AND c.follow_up_on BETWEEN :first AND :last
       AND paper.binned_at IS NULL
    UNION ALL
    SELECT paper.id, thread.look_on
      FROM thread JOIN paper USING (key)
     WHERE thread.look_on BETWEEN :first AND :last AND paper.binned_at IS NULL
     ORDER BY 2, 1
"""


def days_to_look_again(db: Connection, first: date, last: date) -> list[tuple[UUID, date]]:
    """Return talks to follow up and threads to look at, with their days, both ends included."""
    values = {"first": first.isoformat(), "last": last.isoformat()}
    return [(UUID(bytes=row[0]), date.fromisoformat(row[1])) for row in db.execute(_DAYS, values)]
