"""SQL for what a prepared talk stands on: its facts, its yardsticks, and what is near to them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from managernotes.domain.identity import ConversationId, NoteId, YardstickId
from managernotes.domain.observation import Kind, Source
from managernotes.domain.preparation import FactRow
from managernotes.storage.note_keys import day_of_key, first_key
from managernotes.storage.note_reading import share_state_of
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection

_FACTS = """
    SELECT o.key, o.id, o.kind, o.share_state, r.source, r.shared_on, r.title, r.fact
      FROM conversation_note AS l
           JOIN observation AS o ON o.key = l.observation_key
           JOIN observation_record AS r ON r.key = o.key
     WHERE l.conversation_key = :talk AND l.role = 'fact' AND o.binned_at IS NULL
     ORDER BY o.key
"""
_YARDSTICKS = """
    SELECT paper.id FROM conversation_yardstick AS l JOIN paper ON paper.key = l.yardstick_key
     WHERE l.conversation_key = :talk AND paper.binned_at IS NULL ORDER BY paper.key
"""
_ADD_FACT = """
    INSERT INTO conversation_note (conversation_key, observation_key, role)
    VALUES (:talk, :note, 'fact') ON CONFLICT DO NOTHING
"""
_REMOVE_FACT = """
    DELETE FROM conversation_note
     WHERE conversation_key = :talk AND observation_key = :note AND role = 'fact'
"""
_LINK_YARDSTICK = """
    INSERT INTO conversation_yardstick (conversation_key, yardstick_key)
    VALUES (:talk, :yardstick) ON CONFLICT DO NOTHING
"""
_UNLINK_YARDSTICK = """
    DELETE FROM conversation_yardstick
     WHERE conversation_key = :talk AND yardstick_key = :yardstick
"""
_MEASURE_FACTS = """
    INSERT INTO yardstick_note (yardstick_key, observation_key)
    SELECT y.yardstick_key, n.observation_key
      FROM conversation_yardstick AS y
           JOIN conversation_note AS n ON n.conversation_key = y.conversation_key
     WHERE y.conversation_key = :talk AND n.role = 'fact'
        ON CONFLICT DO NOTHING
"""
_TAKE_MEASURES = """
    INSERT INTO conversation_yardstick (conversation_key, yardstick_key)
    SELECT :talk, l.yardstick_key
      FROM yardstick_note AS l JOIN yardstick AS y ON y.key = l.yardstick_key
     WHERE l.observation_key = :note AND y.retired_on IS NULL
        ON CONFLICT DO NOTHING
"""
_KINDRED = """
    SELECT o.key FROM observation AS o
     WHERE o.kind = 'concern' AND o.share_state = 'unsaid' AND o.binned_at IS NULL
       AND NOT o.unconfirmed AND o.key <> :note
       AND EXISTS (SELECT 1 FROM observation_person AS l
                    WHERE l.person_key = :person AND l.observation_key = o.key)
       AND (
            EXISTS (SELECT 1 FROM note_link WHERE from_key = o.key AND to_key = :note)
         OR EXISTS (SELECT 1 FROM note_link WHERE from_key = :note AND to_key = o.key)
         OR EXISTS (SELECT 1 FROM observation_tag AS mine
                           JOIN observation_tag AS theirs ON theirs.tag_key = mine.tag_key
                     WHERE mine.observation_key = :note AND theirs.observation_key = o.key)
       )
     ORDER BY o.key
"""
_EFFECTS = """
    SELECT r.effect FROM conversation_note AS l
           JOIN observation_record AS r ON r.key = l.observation_key
     WHERE l.conversation_key = :talk AND l.role = 'fact' ORDER BY l.observation_key
"""
_IN_PREPARATION = """
    SELECT paper.id FROM conversation_note AS l
           JOIN conversation AS t ON t.key = l.conversation_key
           JOIN paper ON paper.key = t.key
           JOIN preparation AS p ON p.conversation_key = t.key
           JOIN conversation_person AS who ON who.conversation_key = t.key
     WHERE l.observation_key = :note AND l.role = 'fact' AND paper.binned_at IS NULL
       AND t.state IN ('drafting', 'prepared', 'postponed') AND who.person_key = :person
     ORDER BY t.key DESC LIMIT 1
"""
_STANDING_ON = """
    SELECT l.conversation_key FROM conversation_note AS l
           JOIN conversation AS t ON t.key = l.conversation_key
     WHERE l.observation_key = :note AND l.role = 'fact' AND t.state IN ('prepared', 'postponed')
"""
# Each of the three stops at the first it finds, so that ten thousand notes cost no more than ten.
_THANKED = """
    SELECT (SELECT r.shared_on
              FROM observation_record AS r INDEXED BY observation_record_shared
                   CROSS JOIN observation AS o ON o.key = r.key
                   CROSS JOIN observation_person AS l
                        ON l.observation_key = r.key AND l.person_key = :person
             WHERE r.shared_on >= :since_day AND o.kind = 'win' AND o.binned_at IS NULL
               AND NOT o.unconfirmed
             ORDER BY r.shared_on DESC LIMIT 1) AS said,
           (SELECT o.key
              FROM observation_person AS l CROSS JOIN observation AS o ON o.key = l.observation_key
             WHERE l.person_key = :person AND l.observation_key >= :since
               AND o.kind = 'praise_given' AND o.binned_at IS NULL AND NOT o.unconfirmed
             ORDER BY l.observation_key DESC LIMIT 1) AS given,
           (SELECT o.key FROM observation AS o INDEXED BY observation_unsaid_of_kind
             WHERE o.kind = 'win' AND o.share_state = 'unsaid' AND o.binned_at IS NULL
               AND NOT o.unconfirmed AND o.key >= :since
               AND EXISTS (SELECT 1 FROM observation_person AS l
                            WHERE l.observation_key = o.key AND l.person_key = :person)
             ORDER BY o.key DESC LIMIT 1) AS unsaid
"""
_LOOKED_BACK = timedelta(days=400)
"""Thanks from longer ago are not looked for: a person may have ten thousand notes."""

_HEARD = "('shared', 'responded', 'change_seen')"
_SAID_BEFORE = f"""
    SELECT EXISTS (
        SELECT 1 FROM conversation_yardstick AS y
               JOIN yardstick_note AS said ON said.yardstick_key = y.yardstick_key
               JOIN observation AS o ON o.key = said.observation_key
               JOIN observation_record AS r ON r.key = o.key
               JOIN yardstick_note AS helped ON helped.yardstick_key = y.yardstick_key
               JOIN observation AS h ON h.key = helped.observation_key
               JOIN conversation_person AS who ON who.conversation_key = y.conversation_key
               JOIN observation_person AS a
                 ON a.person_key = who.person_key AND a.observation_key = o.key
               JOIN observation_person AS b
                 ON b.person_key = who.person_key AND b.observation_key = h.key
         WHERE y.conversation_key = :talk
           AND o.kind = 'concern' AND o.share_state IN {_HEARD} AND o.binned_at IS NULL
           AND r.shared_on <= :today
           AND h.kind = 'support_given' AND h.binned_at IS NULL
    )
"""


def facts(db: Connection, talk: int) -> tuple[FactRow, ...]:
    """Return the facts of a talk, the oldest first; one in the bin is left out."""
    return tuple(
        FactRow(
            id=NoteId(UUID(bytes=row["id"])),
            occurred_on=day_of_key(row["key"]),
            text=row["fact"] or row["title"],
            source=Source(row["source"]),
            kind=Kind(row["kind"]),
            share_state=share_state_of(row["share_state"]),
            shared_on=day_of(row["shared_on"]),
        )
        for row in db.execute(_FACTS, {"talk": talk}).fetchall()
    )


def yardsticks(db: Connection, talk: int) -> tuple[YardstickId, ...]:
    """Return what a talk is measured by."""
    found = db.execute(_YARDSTICKS, {"talk": talk})
    return tuple(YardstickId(UUID(bytes=row[0])) for row in found)


def add_fact(db: Connection, talk: int, note: int) -> None:
    """Make a note a fact of a talk."""
    db.execute(_ADD_FACT, {"talk": talk, "note": note})


def remove_fact(db: Connection, talk: int, note: int) -> None:
    """Take a note out of the facts of a talk."""
    db.execute(_REMOVE_FACT, {"talk": talk, "note": note})


def link_yardstick(db: Connection, talk: int, yardstick: int) -> None:
    """Say that a talk is measured by this."""
    db.execute(_LINK_YARDSTICK, {"talk": talk, "yardstick": yardstick})


def unlink_yardstick(db: Connection, talk: int, yardstick: int) -> None:
    """Take that back."""
    db.execute(_UNLINK_YARDSTICK, {"talk": talk, "yardstick": yardstick})


def take_measures(db: Connection, talk: int, note: int) -> None:
    """Let a talk be measured by what one of its notes is measured by."""
    db.execute(_TAKE_MEASURES, {"talk": talk, "note": note})


def measure_facts(db: Connection, talk: int) -> None:
    """Link the facts of a talk to what it was measured by, so that a later plan finds them."""
    db.execute(_MEASURE_FACTS, {"talk": talk})


def kindred_concerns(db: Connection, note: int, person: int) -> list[int]:
    """Return a person's unsaid concerns that are linked to a note or have a tag of it (S04)."""
    return [row[0] for row in db.execute(_KINDRED, {"note": note, "person": person})]


def effects(db: Connection, talk: int) -> list[str]:
    """Return what the facts of a talk caused, in the order of their days."""
    return [row[0] for row in db.execute(_EFFECTS, {"talk": talk})]


def talk_in_preparation(db: Connection, note: int, person: int) -> ConversationId | None:
    """Return the talk with a person that is being prepared from a note already, if there is one."""
    row = db.execute(_IN_PREPARATION, {"note": note, "person": person}).fetchone()
    return None if row is None else ConversationId(UUID(bytes=row[0]))


def talks_standing_on(db: Connection, note: int) -> list[int]:
    """Return the numbers of the talks still to come that may be prepared and use a note."""
    return [row[0] for row in db.execute(_STANDING_ON, {"note": note}).fetchall()]


def thanked(db: Connection, person: int, today: date) -> tuple[date | None, date | None]:
    """Return when a person was last thanked, and the day of the newest thanks not yet said."""
    since = today - _LOOKED_BACK
    row = db.execute(
        _THANKED,
        {"person": person, "since": first_key(since), "since_day": since.isoformat()},
    ).fetchone()
    days = [day_of(row["said"]), day_of_key(row["given"]) if row["given"] else None]
    thanked_on = max((day for day in days if day is not None), default=None)
    return thanked_on, day_of_key(row["unsaid"]) if row["unsaid"] else None


def said_and_helped(db: Connection, talk: int, today: date) -> bool:
    """Whether a concern was said and support was given before, on the same yardstick (INV-21)."""
    row = db.execute(_SAID_BEFORE, {"talk": talk, "today": today.isoformat()}).fetchone()
    return bool(row[0])
