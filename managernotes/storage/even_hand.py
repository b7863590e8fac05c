"""SQL for the concerns of a standard, whoever they are about (S24)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from managernotes.domain.even_hand import EvenLine
from managernotes.domain.identity import NoteId, PersonId, YardstickId
from managernotes.domain.observation import ShareState
from managernotes.storage.lists import id_list
from managernotes.storage.note_keys import day_of_key
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection

# A fact of a talk that is prepared is measured by what that talk is measured by.
_CONCERNS = """
    WITH measured (key) AS MATERIALIZED (
        SELECT l.observation_key FROM paper
               CROSS JOIN yardstick_note AS l ON l.yardstick_key = paper.key
         WHERE paper.id IN (SELECT unhex(value) FROM json_each(:ids))
         UNION
        SELECT n.observation_key FROM paper
               CROSS JOIN conversation_yardstick AS y ON y.yardstick_key = paper.key
               CROSS JOIN conversation_note AS n
                  ON n.conversation_key = y.conversation_key AND n.role = 'fact'
         WHERE paper.id IN (SELECT unhex(value) FROM json_each(:ids))
    )
    SELECT o.key, o.id, o.share_state, r.shared_on, p.id AS person, p.display_name AS name
      FROM measured CROSS JOIN observation AS o ON o.key = measured.key
           CROSS JOIN observation_record AS r ON r.key = o.key
           CROSS JOIN observation_person AS l ON l.observation_key = o.key
           CROSS JOIN person AS p ON p.key = l.person_key
     WHERE o.kind = 'concern' AND o.share_state IS NOT NULL AND o.binned_at IS NULL
       AND p.binned_at IS NULL
"""


def concerns(db: Connection, yardsticks: Iterable[YardstickId], today: date) -> list[EvenLine]:
    """Return every concern that these yardsticks measure, one for each person, in no order."""
    return [
        EvenLine(
            note=NoteId(UUID(bytes=row["id"])),
            person=PersonId(UUID(bytes=row["person"])),
            name=row["name"],
            occurred_on=(seen := day_of_key(row["key"])),
            state=ShareState(row["share_state"]),
            days=max(((day_of(row["shared_on"]) or today) - seen).days, 0),
        )
        for row in db.execute(_CONCERNS, {"ids": id_list(yardsticks)})
    ]
