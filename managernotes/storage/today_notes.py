"""SQL for the notes of the start page: what waits to be said, asked, sorted or looked at again.

Each walks a partial index of the narrow table; words are read of the chosen ones only. Notes that
were sealed while the vault was locked count nowhere before they are confirmed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.today import Ask, NoteToSay
from managernotes.storage.lists import value_list
from managernotes.storage.note_keys import day_of_key, first_key, last_key
from managernotes.storage.stamps import day_of, milliseconds
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_IN_TEAM = """
    EXISTS (SELECT 1 FROM observation_person AS l JOIN person AS p ON p.key = l.person_key
             WHERE l.observation_key = o.key AND p.binned_at IS NULL
               AND p.status NOT IN ('transferred', 'left'))
"""
_UNSAID = f"""
    FROM observation AS o INDEXED BY observation_unsaid_of_kind
     WHERE o.kind = :kind AND o.share_state = 'unsaid' AND o.binned_at IS NULL
       AND NOT o.unconfirmed AND {_IN_TEAM}
"""
_OLDEST_UNSAID = f"SELECT o.key, o.id, o.kind {_UNSAID} ORDER BY o.key LIMIT :limit"
_UNSAID_COUNT = f"SELECT count(*) {_UNSAID}"
_PEOPLE = """
    SELECT l.observation_key, l.person_key FROM observation_person AS l
     WHERE l.observation_key IN (SELECT value FROM json_each(:keys))
     ORDER BY l.observation_key, l.position
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
# Only what was asked after the day on which somebody was last helped: `after` holds for each of the
# team their number and the last number of that day.
_ASKED = """
    SELECT o.key, o.id, o.kind, l.person_key
      FROM json_each(:after) AS member
           CROSS JOIN observation_person AS l
                ON l.person_key = member.value ->> 0 AND l.observation_key > member.value ->> 1
           CROSS JOIN observation AS o ON o.key = l.observation_key
     WHERE o.kind IN ('their_feedback_to_me', 'growth') AND o.binned_at IS NULL
       AND NOT o.unconfirmed
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
      FROM observation AS o INDEXED BY observation_to_come_back
     WHERE o.come_back_on IS NOT NULL AND o.come_back_on <= :until AND o.binned_at IS NULL
       AND NOT o.unconfirmed
"""
# The first six bytes of an id are the moment it was made, in milliseconds (RFC 9562).
_LOOSE = """
      FROM observation AS o INDEXED BY observation_loose
     WHERE o.kind = 'loose' AND o.binned_at IS NULL AND NOT o.unconfirmed
       AND o.id < :until
"""
_DAYS_TO_COME_BACK = """
    SELECT id, come_back_on FROM observation WHERE id IN (SELECT unhex(value) FROM json_each(:ids))
"""


@dataclass(frozen=True, slots=True)
class _Narrow:
    """One note of a walk, and whom of the team it is about."""

    row: Row
    people: tuple[PersonId, ...]


def unsaid(
    db: Connection, kind: Kind, team: dict[int, PersonId], limit: int
) -> tuple[list[NoteToSay], int]:
    """Return the oldest notes of a kind about the team that nobody plans to say, and how many."""
    rows = db.execute(_OLDEST_UNSAID, {"kind": kind.value, "limit": limit}).fetchall()
    total = int(db.execute(_UNSAID_COUNT, {"kind": kind.value}).fetchone()[0])
    people = _people(db, [row["key"] for row in rows], team)
    shown = [_to_say(_Narrow(row, people[row["key"]]), ShareState.UNSAID) for row in rows]
    return shown, total


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


def asked(
    db: Connection, team: dict[int, PersonId], since: date, helped_on: Mapping[PersonId, date]
) -> list[Ask]:
    """Return what the team told me about me or wishes for itself since a day, the oldest first.

    Each with those of the team only who have not been helped on that day or later.
    """
    day_before = since - timedelta(days=1)
    after = [
        (key, last_key(max(helped_on.get(person, day_before), day_before)))
        for key, person in team.items()
    ]
    return [
        Ask(
            id=NoteId(UUID(bytes=found.row["id"])),
            kind=Kind(found.row["kind"]),
            people=found.people,
            on=day_of_key(found.row["key"]),
        )
        for found in _walk(db.execute(_ASKED, {"after": json.dumps(after)}), team)
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


def to_come_back(db: Connection, today: date, limit: int) -> tuple[list[NoteId], int]:
    """Return the notes whose day to come back to has come, the earliest first, and how many."""
    return _first(db, _COME_BACK, "o.come_back_on, o.key", today.isoformat(), limit)


def days_to_come_back(db: Connection, ids: str) -> dict[NoteId, date]:
    """Return the days of an id list's notes."""
    rows = db.execute(_DAYS_TO_COME_BACK, {"ids": ids})
    return {NoteId(UUID(bytes=row[0])): date.fromisoformat(row[1]) for row in rows if row[1]}


def loose(db: Connection, before: datetime, limit: int) -> tuple[list[NoteId], int]:
    """Return the jots written before a moment that have no kind yet, and how many there are."""
    until = milliseconds(before).to_bytes(6, "big") + bytes(10)
    return _first(db, _LOOSE, "o.id", until, limit)


def _first(
    db: Connection, chosen: str, order: str, until: str | bytes, limit: int
) -> tuple[list[NoteId], int]:
    """Return the first ids of a list, and how long it is."""
    shown = f"SELECT o.id {chosen} ORDER BY {order} LIMIT :limit"
    rows = db.execute(shown, {"until": until, "limit": limit}).fetchall()
    total = db.execute(f"SELECT count(*) {chosen}", {"until": until}).fetchone()[0]
    return [NoteId(UUID(bytes=row[0])) for row in rows], int(total)


def _people(
    db: Connection, keys: Sequence[int], team: dict[int, PersonId]
) -> dict[int, tuple[PersonId, ...]]:
    found: defaultdict[int, list[PersonId]] = defaultdict(list)
    for key, person in db.execute(_PEOPLE, {"keys": value_list(keys)}):
        if person in team:
            found[key].append(team[person])
    return {key: tuple(people) for key, people in found.items()}


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
