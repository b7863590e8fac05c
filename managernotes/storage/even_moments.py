"""SQL for what each expectation and value saw since a day, whoever it was (S24)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from managernotes.domain.even_moments import EvenMoment
from managernotes.domain.identity import ConversationId, NoteId, PersonId, YardstickId
from managernotes.domain.observation import Kind, NoteText, Sensitivity, ShareState
from managernotes.storage.lists import value_list
from managernotes.storage.note_keys import day_of_key, first_key
from managernotes.storage.note_reading import PLANNED_FOR
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

# What was judged and not said is here whatever its age: no choice of days hides it (S24).
_CHOSEN = """
    WITH wanted (kind) AS MATERIALIZED (SELECT value FROM json_each(:kinds)),
    chosen (key) AS MATERIALIZED (
        SELECT o.key FROM observation AS o
         WHERE o.key >= :first AND o.kind IN wanted AND o.share_state IS NOT NULL
           AND o.binned_at IS NULL AND NOT o.unconfirmed
         UNION
        SELECT o.key FROM observation AS o INDEXED BY observation_unsaid_of_kind
         WHERE o.kind = 'concern' AND o.share_state = 'unsaid' AND o.binned_at IS NULL
           AND NOT o.unconfirmed AND o.kind IN wanted
         UNION
        SELECT o.key FROM observation AS o INDEXED BY observation_planned
         WHERE o.kind = 'concern' AND o.share_state = 'planned' AND o.binned_at IS NULL
           AND NOT o.unconfirmed AND o.kind IN wanted
    )
"""
# A fact of a talk that is prepared is measured by what that talk is measured by.
_MEASURED = f"""
    {_CHOSEN}, measured (yardstick, key) AS MATERIALIZED (
        SELECT l.yardstick_key, chosen.key
          FROM chosen CROSS JOIN yardstick_note AS l ON l.observation_key = chosen.key
         UNION
        SELECT y.yardstick_key, chosen.key
          FROM chosen
               CROSS JOIN conversation_note AS n
                  ON n.observation_key = chosen.key AND n.role = 'fact'
               CROSS JOIN paper AS talk ON talk.key = n.conversation_key
               CROSS JOIN conversation_yardstick AS y ON y.conversation_key = n.conversation_key
         WHERE talk.binned_at IS NULL
    )
"""
_MOMENT = f"""
    {_MEASURED}
    SELECT {{yardstick}} AS yardstick, o.key, o.id, o.kind, o.share_state, r.shared_on,
           {PLANNED_FOR}, (SELECT id FROM paper WHERE key = r.planned_in) AS planned_in,
           p.id AS person, p.display_name AS name, r.sensitivity, r.title,
           substr(r.fact, 1, 600) AS fact, substr(r.effect, 1, 600) AS effect
      FROM {{source}} CROSS JOIN observation AS o ON o.key = {{source}}.key
           CROSS JOIN observation_record AS r ON r.key = o.key
           CROSS JOIN observation_person AS l INDEXED BY observation_person_reverse
                ON l.observation_key = o.key
           CROSS JOIN person AS p ON p.key = l.person_key
     WHERE p.binned_at IS NULL
"""
_BY_YARDSTICK = _MOMENT.format(
    yardstick="(SELECT id FROM paper WHERE key = measured.yardstick)", source="measured"
)
_BY_NONE = f"""
    {_MOMENT.format(yardstick="NULL", source="chosen")}
       AND o.key NOT IN (SELECT key FROM measured)
"""


class Measured(NamedTuple):
    """One moment, and what it is measured by."""

    yardstick: YardstickId | None
    moment: EvenMoment


def by_yardstick(db: Connection, kinds: Iterable[Kind], since: date, today: date) -> list[Measured]:
    """Return every moment of these kinds that is measured, one for each person, in no order."""
    return _moments(db, _BY_YARDSTICK, kinds, since, today)


def by_none(db: Connection, kinds: Iterable[Kind], since: date, today: date) -> list[Measured]:
    """Return the moments of these kinds that nothing measures."""
    return _moments(db, _BY_NONE, kinds, since, today)


def _moments(
    db: Connection, sql: str, kinds: Iterable[Kind], since: date, today: date
) -> list[Measured]:
    values = {"first": first_key(since), "kinds": value_list(kind.value for kind in kinds)}
    return [
        Measured(
            YardstickId(UUID(bytes=row["yardstick"])) if row["yardstick"] else None,
            _moment(row, today),
        )
        for row in db.execute(sql, values)
    ]


def _moment(row: Row, today: date) -> EvenMoment:
    restricted = row["sensitivity"] == Sensitivity.RESTRICTED.value
    text = NoteText(title=row["title"], fact=row["fact"], effect=row["effect"]).headline
    seen, state = day_of_key(row["key"]), ShareState(row["share_state"])
    said_on = day_of(row["shared_on"])
    is_planned = state is ShareState.PLANNED
    return EvenMoment(
        note=NoteId(UUID(bytes=row["id"])),
        person=PersonId(UUID(bytes=row["person"])),
        name=row["name"],
        occurred_on=seen,
        state=state,
        days=max(((said_on or today) - seen).days, 0),
        kind=Kind(row["kind"]),
        text="" if restricted else text,
        said_on=said_on,
        planned_for=day_of(row["planned_for"]) if is_planned else None,
        planned_in=(
            ConversationId(UUID(bytes=row["planned_in"]))
            if is_planned and row["planned_in"]
            else None
        ),
        is_restricted=restricted,
    )
