"""SQL for the notes of the start page: what waits to be said, asked, sorted or looked at again.

Each walks a partial index of the narrow table; words are read of the chosen ones only. Notes that
were sealed while the vault was locked count nowhere before they are confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.today import Ask, NoteToSay
from managernotes.storage.note_keys import day_of_key, first_key
from managernotes.storage.stamps import day_of, milliseconds
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_UNSAID = """
    SELECT o.key, o.id, o.kind, l.person_key
      FROM observation AS o INDEXED BY observation_unsaid
           CROSS JOIN observation_person AS l ON l.observation_key = o.key
     WHERE o.share_state = 'unsaid' AND o.binned_at IS NULL AND NOT o.unconfirmed
     ORDER BY o.key, l.position
"""
_PLANNED = """
    SELECT o.key, o.id, o.kind, l.person_key, paper.id AS talk, r.planned_for, c.planned_on,
           r.planned_in IS NULL AS has_no_talk,
           (c.held_on IS NULL AND c.state NOT IN ('cancelled', 'dropped')
            AND paper.binned_at IS NULL) AS is_ahead
      FROM observation AS o INDEXED BY observation_planned
           CROSS JOIN observation_person AS l ON l.observation_key = o.key
           CROSS JOIN observation_record AS r ON r.key = o.key
           LEFT JOIN conversation AS c ON c.key = r.planned_in
           LEFT JOIN paper ON paper.key = r.planned_in
     WHERE o.share_state = 'planned' AND o.binned_at IS NULL AND NOT o.unconfirmed
     ORDER BY o.key, l.position
"""
_ASKED = """
    SELECT o.key, o.id, o.kind, l.person_key
      FROM observation AS o INDEXED BY observation_asked
           CROSS JOIN observation_person AS l ON l.observation_key = o.key
     WHERE o.kind IN ('their_feedback_to_me', 'growth') AND o.binned_at IS NULL
       AND NOT o.unconfirmed AND o.key >= :first
     ORDER BY o.key, l.position
"""
_HELPED = """
    SELECT p.key,
           (SELECT l.observation_key
              FROM observation_person AS l CROSS JOIN observation AS o ON o.key = l.observation_key
             WHERE l.person_key = p.key AND l.observation_key >= :first
               AND o.kind = 'support_given' AND o.binned_at IS NULL AND NOT o.unconfirmed
             ORDER BY l.observation_key DESC LIMIT 1) AS support,
           (SELECT max(m.made_on)
              FROM promise_person AS l CROSS JOIN promise AS m ON m.key = l.promise_key
                   CROSS JOIN paper ON paper.key = m.key
             WHERE l.person_key = p.key AND m.owner = 'me' AND m.state IN ('kept', 'kept_late')
               AND paper.binned_at IS NULL) AS kept
      FROM person AS p WHERE p.binned_at IS NULL
"""
_COME_BACK = """
    SELECT o.id FROM observation AS o
     WHERE o.come_back_on IS NOT NULL AND o.come_back_on <= :today AND o.binned_at IS NULL
       AND NOT o.unconfirmed
     ORDER BY o.come_back_on, o.key
"""
_LOOSE = """
    SELECT o.id FROM observation AS o JOIN observation_record AS r USING (key)
     WHERE o.kind = 'loose' AND o.binned_at IS NULL AND NOT o.unconfirmed
       AND r.created_at < :before
     ORDER BY o.key
"""
_DAYS_TO_COME_BACK = """
    SELECT id, come_back_on FROM observation WHERE id IN (SELECT unhex(value) FROM json_each(:ids))
"""


@dataclass(frozen=True, slots=True)
class _Narrow:
    """One note of a walk, and whom of the team it is about."""

    row: Row
    people: tuple[PersonId, ...]


def unsaid(db: Connection, team: dict[int, PersonId]) -> list[NoteToSay]:
    """Return the wins and concerns about the team that nobody plans to say, the oldest first."""
    return [_to_say(found, ShareState.UNSAID) for found in _walk(db.execute(_UNSAID), team)]


def planned(db: Connection, team: dict[int, PersonId], today: date) -> list[NoteToSay]:
    """Return those that are planned, with the talk and whether it can still be held."""
    notes = []
    for found in _walk(db.execute(_PLANNED), team):
        row, talk = found.row, found.row["talk"]
        day = day_of(row["planned_on"] or row["planned_for"])
        ahead = day is not None and day >= today if row["has_no_talk"] else bool(row["is_ahead"])
        notes.append(
            _to_say(
                found,
                ShareState.PLANNED,
                planned_in=ConversationId(UUID(bytes=talk)) if talk else None,
                planned_for=day,
                is_ahead=ahead,
            )
        )
    return notes


def asked(db: Connection, team: dict[int, PersonId], since: date) -> list[Ask]:
    """Return what the team told me about me, or wishes for itself, since a day, oldest first."""
    return [
        Ask(
            id=NoteId(UUID(bytes=found.row["id"])),
            kind=Kind(found.row["kind"]),
            people=found.people,
            on=day_of_key(found.row["key"]),
        )
        for found in _walk(db.execute(_ASKED, {"first": first_key(since)}), team)
    ]


def helped(db: Connection, team: dict[int, PersonId], since: date) -> dict[PersonId, date]:
    """Return when I last did something for each of the team: support, or a promise since kept.

    A kept promise counts for the day it was made. Whoever has had nothing since `since` is left
    out, unless a promise is older.
    """
    days: dict[PersonId, date] = {}
    for key, support, kept in db.execute(_HELPED, {"first": first_key(since)}):
        known = [day_of_key(support)] if support else []
        known += [date.fromisoformat(kept)] if kept else []
        if key in team and known:
            days[team[key]] = max(known)
    return days


def to_come_back(db: Connection, today: date) -> list[NoteId]:
    """Return the notes whose day to come back to has come, the earliest first."""
    return [NoteId(UUID(bytes=row[0])) for row in db.execute(_COME_BACK, {"today": str(today)})]


def days_to_come_back(db: Connection, ids: str) -> dict[NoteId, date]:
    """Return the days of an id list's notes."""
    rows = db.execute(_DAYS_TO_COME_BACK, {"ids": ids})
    return {NoteId(UUID(bytes=row[0])): date.fromisoformat(row[1]) for row in rows if row[1]}


def loose(db: Connection, written_before: datetime) -> list[NoteId]:
    """Return the jots written before a moment that have no kind yet, the oldest first."""
    rows = db.execute(_LOOSE, {"before": milliseconds(written_before)})
    return [NoteId(UUID(bytes=row[0])) for row in rows]


def _walk(rows: Iterable[Row], team: dict[int, PersonId]) -> Iterable[_Narrow]:
    """Yield each note once, those about nobody of the team left out."""
    for _, group in groupby(rows, key=itemgetter("key")):
        of_one = list(group)
        people = tuple(team[row["person_key"]] for row in of_one if row["person_key"] in team)
        if people:
            yield _Narrow(of_one[0], people)


def _to_say(
    found: _Narrow,
    state: ShareState,
    *,
    planned_in: ConversationId | None = None,
    planned_for: date | None = None,
    is_ahead: bool = False,
) -> NoteToSay:
    return NoteToSay(
        id=NoteId(UUID(bytes=found.row["id"])),
        kind=Kind(found.row["kind"]),
        state=state,
        people=found.people,
        on=day_of_key(found.row["key"]),
        planned_in=planned_in,
        planned_for=planned_for,
        is_planned_ahead=is_ahead,
    )
