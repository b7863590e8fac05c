"""SQL that reads notes: one whole note, or the rows of a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import (
    KeptBack,
    Kind,
    NoteRevision,
    NoteText,
    Observation,
    Sensitivity,
    ShareState,
    Source,
    TimelineRow,
)
from managernotes.errors import NoteNotFoundError
from managernotes.storage.lists import id_list, value_list
from managernotes.storage.note_keys import day_of_key
from managernotes.storage.stamps import day_of, moment_of
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

PLANNED_FOR = """
    ifnull((SELECT planned_on FROM conversation WHERE key = r.planned_in), r.planned_for)
        AS planned_for
"""
"""The day a note is planned for: its talk's, wherever that was moved; `r` is its record."""

_WHOLE = f"""
    SELECT o.key, o.id, o.kind, o.share_state, o.come_back_on, o.binned_at, o.unconfirmed,
           r.created_at, r.created_offset, r.updated_at, r.updated_offset, r.revision,
           r.shared_on, {PLANNED_FOR}, r.source, r.sensitivity, r.kept_back, r.change_seen_on,
           r.is_for_team,
           (SELECT id FROM paper WHERE key = r.planned_in) AS planned_in,
           (SELECT id FROM paper WHERE key = r.said_in) AS said_in,
           r.title, r.fact, r.effect, r.my_reading, r.source_detail
      FROM observation AS o JOIN observation_record AS r USING (key)
"""
_NOTE = f"{_WHOLE} WHERE o.id = :id"
_BINNED = f"{_WHOLE} WHERE o.binned_at IS NOT NULL ORDER BY o.binned_at DESC, o.key DESC"

# A row shows two lines, so the rest of a long text stays in the database.
_ROWS = f"""
    SELECT o.key, o.id, o.kind, o.share_state, o.unconfirmed,
           r.created_at, r.created_offset, r.shared_on,
           {PLANNED_FOR}, r.sensitivity, r.title, substr(r.fact, 1, 600) AS fact,
           substr(r.effect, 1, 600) AS effect, r.is_for_team
      FROM observation AS o JOIN observation_record AS r USING (key)
"""
_ROWS_BY_ID = f"{_ROWS} WHERE o.id IN (SELECT unhex(value) FROM json_each(:ids))"
_ROWS_BY_KEY = f"{_ROWS} WHERE o.key IN (SELECT value FROM json_each(:keys))"

_PEOPLE = """
    SELECT l.observation_key, p.id
      FROM observation_person AS l JOIN person AS p ON p.key = l.person_key
     WHERE l.observation_key IN (SELECT value FROM json_each(:keys))
     ORDER BY l.observation_key, l.position
"""
_TAGS = """
    SELECT l.observation_key, tag.name
      FROM observation_tag AS l JOIN tag ON tag.key = l.tag_key
     WHERE l.observation_key IN (SELECT value FROM json_each(:keys))
     ORDER BY l.observation_key, l.position
"""
_LINKED = """
    SELECT id FROM observation
     WHERE key IN (
        SELECT to_key FROM note_link WHERE from_key = :key
        UNION ALL
        SELECT from_key FROM note_link WHERE to_key = :key
     )
     ORDER BY key DESC
"""
_PRESENT = """
    SELECT text_revision, text_saved_at, text_saved_offset,
           title, fact, effect, my_reading, source_detail
      FROM observation_record WHERE key = :key
"""
_EXCERPT = 240


def note(db: Connection, identity: NoteId) -> Observation:
    """Return one note; NoteNotFoundError when it was erased."""
    row = db.execute(_NOTE, {"id": identity.bytes}).fetchone()
    if row is None:
        raise NoteNotFoundError
    return _note_from(db, row)


def binned_notes(db: Connection) -> list[Observation]:
    """Return the notes in the bin, the latest thrown away first."""
    return [_note_from(db, row) for row in db.execute(_BINNED).fetchall()]


def present_version(db: Connection, key: int) -> NoteRevision:
    """Return a note's words as they are, with the revision and the moment they were saved.

    NoteNotFoundError when it was erased meanwhile.
    """
    row = db.execute(_PRESENT, {"key": key}).fetchone()
    if row is None:
        raise NoteNotFoundError
    return NoteRevision(
        revision=row["text_revision"],
        saved_at=moment_of(row["text_saved_at"], row["text_saved_offset"]),
        text=_text_from(row),
    )


def rows_by_id(db: Connection, identities: Sequence[NoteId]) -> list[TimelineRow]:
    """Return a list's rows for these notes, in their order; one that is gone is left out."""
    rows = _timeline_rows(db, db.execute(_ROWS_BY_ID, {"ids": id_list(identities)}).fetchall())
    by_id = {row.id: row for row in rows.values()}
    return [by_id[identity] for identity in identities if identity in by_id]


def rows_by_key(db: Connection, keys: Sequence[int]) -> list[TimelineRow]:
    """Return a list's rows for these numbers, in their order."""
    rows = rows_with_keys(db, keys)
    return [rows[key] for key in keys if key in rows]


def rows_with_keys(db: Connection, keys: Sequence[int]) -> dict[int, TimelineRow]:
    """Return a list's rows by their numbers; one that is gone is left out."""
    return _timeline_rows(db, db.execute(_ROWS_BY_KEY, {"keys": value_list(keys)}).fetchall())


def people_of(db: Connection, keys: Sequence[int]) -> dict[int, tuple[PersonId, ...]]:
    """Return the people each note is about, in the order they were named."""
    found: defaultdict[int, list[PersonId]] = defaultdict(list)
    for key, identity in db.execute(_PEOPLE, {"keys": value_list(keys)}):
        found[key].append(PersonId(UUID(bytes=identity)))
    return {key: tuple(people) for key, people in found.items()}


def tags_of(db: Connection, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the tags of each note, in the order they were written."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for key, name in db.execute(_TAGS, {"keys": value_list(keys)}):
        found[key].append(name)
    return {key: tuple(tags) for key, tags in found.items()}


def share_state_of(stored: str | None) -> ShareState | None:
    """Return the share state that was stored."""
    return ShareState(stored) if stored else None


def _timeline_rows(db: Connection, found: Sequence[Row]) -> dict[int, TimelineRow]:
    keys = [row["key"] for row in found]
    people, tags = people_of(db, keys), tags_of(db, keys)
    return {
        row["key"]: _row_from(row, people.get(row["key"], ()), tags.get(row["key"], ()))
        for row in found
    }


def _row_from(row: Row, people: tuple[PersonId, ...], tags: tuple[str, ...]) -> TimelineRow:
    restricted = row["sensitivity"] == Sensitivity.RESTRICTED.value
    headline, excerpt = "", ""
    if not restricted:
        headline, excerpt = _shown(row["title"], row["fact"], row["effect"])
    return TimelineRow(
        id=NoteId(UUID(bytes=row["id"])),
        kind=Kind(row["kind"]),
        occurred_on=day_of_key(row["key"]),
        created_at=moment_of(row["created_at"], row["created_offset"]),
        headline=headline,
        excerpt=excerpt,
        share_state=share_state_of(row["share_state"]),
        shared_on=day_of(row["shared_on"]),
        planned_for=day_of(row["planned_for"]),
        tags=tags,
        people=people,
        restricted=restricted,
        unconfirmed=bool(row["unconfirmed"]),
        is_for_team=bool(row["is_for_team"]),
    )


def _shown(title: str, fact: str, effect: str) -> tuple[str, str]:
    """Return the first line that says something, and the words after it as one line."""
    headline = NoteText(title=title, fact=fact, effect=effect).headline
    words = " ".join(f"{title}\n{fact}\n{effect}".split())
    rest = words[len(" ".join(headline.split())) :].strip()
    return headline, rest if len(rest) <= _EXCERPT else f"{rest[:_EXCERPT].rstrip()}…"


def _note_from(db: Connection, row: Row) -> Observation:
    key, binned_at = row["key"], row["binned_at"]
    linked = db.execute(_LINKED, {"key": key})
    return Observation(
        id=NoteId(UUID(bytes=row["id"])),
        kind=Kind(row["kind"]),
        people=people_of(db, [key]).get(key, ()),
        occurred_on=day_of_key(row["key"]),
        come_back_on=day_of(row["come_back_on"]),
        tags=tags_of(db, [key]).get(key, ()),
        share_state=share_state_of(row["share_state"]),
        shared_on=day_of(row["shared_on"]),
        planned_for=day_of(row["planned_for"]),
        source=Source(row["source"]),
        sensitivity=Sensitivity(row["sensitivity"]),
        created_at=moment_of(row["created_at"], row["created_offset"]),
        updated_at=moment_of(row["updated_at"], row["updated_offset"]),
        revision=row["revision"],
        binned_at=None if binned_at is None else moment_of(binned_at, row["updated_offset"]),
        text=_text_from(row),
        linked_notes=tuple(NoteId(UUID(bytes=found["id"])) for found in linked),
        unconfirmed=bool(row["unconfirmed"]),
        planned_in=_talk_of(row["planned_in"]),
        said_in=_talk_of(row["said_in"]),
        kept_back=KeptBack(row["kept_back"]) if row["kept_back"] else None,
        change_seen_on=day_of(row["change_seen_on"]),
        is_for_team=bool(row["is_for_team"]),
    )


def _talk_of(stored: bytes | None) -> ConversationId | None:
    return ConversationId(UUID(bytes=stored)) if stored else None


def _text_from(row: Row) -> NoteText:
    return NoteText(
        title=row["title"],
        fact=row["fact"],
        effect=row["effect"],
        my_reading=row["my_reading"],
        source_detail=row["source_detail"],
    )
