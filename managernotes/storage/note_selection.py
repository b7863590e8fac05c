"""Which notes a list walks through, and in which order: by the narrow tables alone.

The words of notes are not touched before the LIMIT (PERFORMANCE, what makes it fast, 1): joining
them in was forty times slower on an encrypted vault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from managernotes.domain.folding import folded
from managernotes.domain.timeline import NoteFilter
from managernotes.storage.lists import value_list
from managernotes.storage.note_keys import first_key, last_key
from managernotes.storage.note_tags import tag_keys
from managernotes.storage.people import person_keys
from managernotes.vault.connection import Connection

_EVERY_NOTE = "observation AS o"
_OF_ONE_PERSON = """
    observation_person AS l CROSS JOIN observation AS o ON o.key = l.observation_key
"""
_FOUND = "observation_search CROSS JOIN observation AS o ON o.key = observation_search.rowid"


@dataclass(frozen=True, slots=True)
class Selection:
    """The middle of a SELECT: where rows come from, the column of their number, conditions."""

    source: str
    key: str
    where: str
    params: dict[str, object]


def select_notes(db: Connection, wanted: NoteFilter, match: str = "") -> Selection | None:
    """Return how to walk the wanted notes; None when there can be none.

    With `match`, an expression of the search index, only those that it finds.
    PersonNotFoundError for a person who is not in the vault.
    """
    people = list(person_keys(db, wanted.people).values())
    words = {folded(tag) for tag in wanted.tags}
    tags = tag_keys(db, words)
    if len(tags) < len(words):
        return None
    source, key = _start(people, match)
    params: dict[str, object] = {
        "match": match,
        "people": value_list(people),
        "kinds": value_list(kind.value for kind in wanted.kinds),
        "since": first_key(wanted.since) if wanted.since else None,
        "until": last_key(wanted.until) if wanted.until else None,
    }
    params |= {f"tag{place}": tag for place, tag in enumerate(tags.values())}
    conditions = _conditions(source, key, wanted, len(people), len(tags))
    return Selection(source, key, " AND ".join(conditions), params)


def _start(people: list[int], match: str) -> tuple[str, str]:
    if match:
        return _FOUND, "observation_search.rowid"
    if len(people) == 1:
        return _OF_ONE_PERSON, "l.observation_key"
    return _EVERY_NOTE, "o.key"


def _conditions(source: str, key: str, wanted: NoteFilter, people: int, tags: int) -> Iterator[str]:
    # The plus keeps the index from being asked once for every note of a person or a tag.
    tested = f"+{key}" if source is _FOUND else key
    if source is _FOUND:
        yield "observation_search MATCH :match"
    if source is _OF_ONE_PERSON:
        yield "l.person_key = (SELECT value FROM json_each(:people))"
    elif people:
        yield f"""{tested} IN (SELECT observation_key FROM observation_person
            WHERE person_key IN (SELECT value FROM json_each(:people)))"""
    for place in range(tags):
        yield f"""{tested} IN (SELECT observation_key FROM observation_tag
            WHERE tag_key = :tag{place})"""
    if wanted.since:
        yield f"{key} >= :since"
    if wanted.until:
        yield f"{key} <= :until"
    if wanted.kinds:
        yield "o.kind IN (SELECT value FROM json_each(:kinds))"
    yield "o.binned_at IS NULL"
