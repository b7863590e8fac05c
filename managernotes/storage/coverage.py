"""SQL for what was seen of a person, and by which yardsticks.

A note is measured by what it was linked to, and a fact of a hard talk by what the talk is
measured by, as in storage/even_hand. What somebody said of me is no evidence of them (INV-11).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from managernotes.domain.identity import YardstickId
from managernotes.domain.look_back import Month
from managernotes.domain.observation import Kind
from managernotes.practice.coverage import MONTHS, Seen
from managernotes.storage.note_keys import first_key, last_key
from managernotes.storage.note_reading import share_state_of
from managernotes.vault.connection import Connection

_MEASURED: Final = """
    WITH mine (key, kind, share_state) AS MATERIALIZED (
        SELECT o.key, o.kind, o.share_state
          FROM observation_person AS l CROSS JOIN observation AS o ON o.key = l.observation_key
         WHERE l.person_key = :person AND l.observation_key BETWEEN :first AND :last
           AND o.binned_at IS NULL AND NOT o.unconfirmed AND o.kind <> 'their_feedback_to_me'
           AND (o.key >= :since
                OR o.kind = 'concern' AND o.share_state IN ('unsaid', 'planned'))
    ), measured (key, yardstick) AS MATERIALIZED (
        SELECT mine.key, l.yardstick_key
          FROM mine CROSS JOIN yardstick_note AS l ON l.observation_key = mine.key
         UNION
        SELECT mine.key, y.yardstick_key
          FROM mine CROSS JOIN conversation_note AS n
                       ON n.observation_key = mine.key AND n.role = 'fact'
               CROSS JOIN paper AS talk ON talk.key = n.conversation_key
               CROSS JOIN conversation_yardstick AS y ON y.conversation_key = n.conversation_key
         WHERE talk.binned_at IS NULL
    )
"""
# Months are numbered from 0; what lies before them is -1.
_MONTH = " + ".join(f"(mine.key >= :month{number})" for number in range(MONTHS))
_SEEN = f"""
    {_MEASURED}, counted AS MATERIALIZED (
        SELECT measured.yardstick, {_MONTH} - 1 AS month, mine.kind, mine.share_state,
               count(*) AS notes
          FROM mine LEFT JOIN measured ON measured.key = mine.key
         GROUP BY 1, 2, 3, 4
    )
    SELECT counted.*, paper.id FROM counted LEFT JOIN paper ON paper.key = counted.yardstick
"""
_BY_ONE = f"""
    {_MEASURED}
    SELECT mine.key FROM mine
           JOIN measured ON measured.key = mine.key
           JOIN paper ON paper.key = measured.yardstick
     WHERE paper.id = :yardstick ORDER BY mine.key DESC
"""
_BY_NONE = f"""
    {_MEASURED}
    SELECT key FROM mine WHERE key NOT IN (SELECT key FROM measured) ORDER BY key DESC
"""


def seen(db: Connection, person: int, months: Sequence[Month]) -> list[Seen]:
    """Return how many notes about somebody there are in twelve months, in no order.

    With them what was judged before and is not said yet.
    """
    span = {"first": 0, "since": first_key(months[0].first), "last": last_key(months[-1].last)}
    begins = {f"month{number}": first_key(month.first) for number, month in enumerate(months)}
    return [
        Seen(
            yardstick=YardstickId(UUID(bytes=row["id"])) if row["id"] else None,
            month=months[row["month"]] if row["month"] >= 0 else None,
            kind=Kind(row["kind"]),
            state=share_state_of(row["share_state"]),
            notes=row["notes"],
        )
        for row in db.execute(_SEEN, {"person": person, **span, **begins})
    ]


def note_keys(  # noqa: PLR0913  whose, by what, when, and what waits from before
    db: Connection,
    person: int,
    yardstick: YardstickId | None,
    since: date,
    until: date,
    *,
    unsaid: bool,
) -> list[int]:
    """Return the notes by a yardstick, None: by none, by their numbers, newest first.

    With `unsaid` also what was judged before these days and is not said yet.
    """
    first = 0 if unsaid else first_key(since)
    span = {"first": first, "since": first_key(since), "last": last_key(until)}
    if yardstick is None:
        rows = db.execute(_BY_NONE, {"person": person, **span})
    else:
        rows = db.execute(_BY_ONE, {"person": person, "yardstick": yardstick.bytes, **span})
    return [int(row[0]) for row in rows]
