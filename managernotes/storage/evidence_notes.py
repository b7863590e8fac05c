"""SQL for evidence: the notes that an expectation or a value measures, and how I know of them.

A note is measured by what it was linked to, and a fact of a hard talk by what the talk is
measured by, as in storage/coverage. What somebody told me about me is never evidence (INV-11).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from managernotes.domain.observation import Source
from managernotes.storage.month_notes import DatedNote
from managernotes.storage.note_keys import day_of_key, first_key, last_key
from managernotes.vault.connection import Connection

_EVIDENCE = """
    WITH measured (key) AS MATERIALIZED (
        SELECT y.observation_key FROM yardstick_note AS y
         WHERE y.observation_key BETWEEN :first AND :last
         UNION
        SELECT n.observation_key
          FROM conversation_yardstick AS y
               CROSS JOIN paper AS talk ON talk.key = y.conversation_key
               CROSS JOIN conversation_note AS n
                  ON n.conversation_key = y.conversation_key AND n.role = 'fact'
         WHERE n.observation_key BETWEEN :first AND :last AND talk.binned_at IS NULL
    )
    SELECT l.person_key, o.key
      FROM measured CROSS JOIN observation AS o ON o.key = measured.key
           CROSS JOIN observation_person AS l INDEXED BY observation_person_reverse
                ON l.observation_key = o.key
     WHERE o.binned_at IS NULL AND NOT o.unconfirmed AND o.kind <> 'their_feedback_to_me'
     ORDER BY o.key DESC
"""
_SECOND_HAND = """
    SELECT key, source FROM observation_record INDEXED BY observation_record_second_hand
     WHERE source <> 'first_hand'
"""


def evidence(db: Connection, first: date, last: date) -> dict[int, list[DatedNote]]:
    """Return the measured notes about each person, by their number, newest first."""
    found: defaultdict[int, list[DatedNote]] = defaultdict(list)
    values = {"first": first_key(first), "last": last_key(last)}
    for person, key in db.execute(_EVIDENCE, values):
        found[person].append(DatedNote(key, day_of_key(key)))
    return dict(found)


def second_hand(db: Connection) -> dict[int, Source]:
    """Return how each note is known that was not seen at first hand."""
    return {row[0]: Source(row[1]) for row in db.execute(_SECOND_HAND)}
