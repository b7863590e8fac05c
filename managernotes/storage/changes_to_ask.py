"""SQL for concerns that were said and of which nobody has noted what changed (S30)."""

from __future__ import annotations

from datetime import date, timedelta

from managernotes.storage.note_keys import first_key
from managernotes.vault.connection import Connection

_LOOK_BACK = timedelta(days=180)
_WITHOUT_A_DAY = timedelta(days=28)
"""A follow-up is one to four weeks after (practice/7-open-points); without a day, the longest."""

_AT_MOST = 12
"""More cannot be asked in one talk."""

_ASK = """
    SELECT o.key
      FROM observation_person AS l
           CROSS JOIN observation AS o ON o.key = l.observation_key
           CROSS JOIN observation_record AS r ON r.key = o.key
           LEFT JOIN conversation AS c ON c.key = r.said_in
     WHERE l.person_key = :person AND l.observation_key >= :first
       AND o.kind = 'concern' AND o.share_state IN ('shared', 'responded')
       AND o.binned_at IS NULL AND NOT o.unconfirmed
       AND CASE WHEN c.follow_up_on IS NOT NULL THEN c.follow_up_on < :today
                ELSE r.shared_on <= :long_ago END
     ORDER BY l.observation_key DESC LIMIT :limit
"""


def of_person(db: Connection, person: int, today: date) -> list[int]:
    """Return their shared concerns whose day to follow up has passed without a change noted.

    The day is that of the talk it was said in; without one, four weeks after it was said. Concerns
    about the last 180 days, the latest twelve, the oldest of them first.
    """
    found = db.execute(
        _ASK,
        {
            "person": person,
            "first": first_key(today - _LOOK_BACK),
            "today": today.isoformat(),
            "limit": _AT_MOST,
            "long_ago": (today - _WITHOUT_A_DAY).isoformat(),
        },
    )
    return [row[0] for row in found][::-1]
