"""SQL for quiet questions: when each was shown or put away, for each person."""

from __future__ import annotations

from datetime import date

from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection

_OF_PERSON = "SELECT name, shown_on, put_away_on FROM nudge WHERE person_key = :person"
_SHOWN = """
    INSERT INTO nudge (name, person_key, shown_on) VALUES (:name, :person, :on)
        ON CONFLICT (person_key, name) DO UPDATE SET shown_on = :on, put_away_on = NULL
     WHERE shown_on <> :on
"""
_PUT_AWAY = """
    INSERT INTO nudge (name, person_key, shown_on, put_away_on) VALUES (:name, :person, :on, :on)
        ON CONFLICT (person_key, name) DO UPDATE SET put_away_on = :on
"""


def of_person(db: Connection, person: int) -> dict[str, tuple[date, date | None]]:
    """Return each question's last day and the day it was put away since."""
    return {
        row["name"]: (date.fromisoformat(row["shown_on"]), day_of(row["put_away_on"]))
        for row in db.execute(_OF_PERSON, {"person": person})
    }


def shown(db: Connection, person: int, name: str, on: date) -> None:
    """Note that a question was shown on a day; a second time on that day changes nothing."""
    db.execute(_SHOWN, {"name": name, "person": person, "on": day_text(on)})


def put_away(db: Connection, person: int, name: str, on: date) -> None:
    """Note that a question was put away."""
    db.execute(_PUT_AWAY, {"name": name, "person": person, "on": day_text(on)})
