"""SQL for searching: newest first while typing, ranked within the newest thousand on demand.

Ranking every hit of a common word was seventy times slower than stopping at the newest fifty
(PERFORMANCE, what makes it fast, 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from managernotes.domain.found_text import CLOSES, OPENS, FoundText, best_piece
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, SearchHit, Sensitivity, ShareState
from managernotes.domain.search_facets import SearchFacets
from managernotes.domain.search_query import SearchQuery
from managernotes.domain.timeline import NoteFilter
from managernotes.storage.lists import value_list
from managernotes.storage.note_keys import day_of_key
from managernotes.storage.note_reading import PLANNED_FOR, people_of, share_state_of, tags_of
from managernotes.storage.note_selection import Selection, select_notes
from managernotes.storage.people import person_ids
from managernotes.storage.search_index import match_expression, unwanted_expression
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

RANKED_WITHIN = 1_000
"""Ranking looks at so many of the newest hits."""

_WORDS_AROUND = 16
_NARROW = "o.key, o.id, o.kind, o.share_state, o.unconfirmed"
_PIECES = ", ".join(
    f"snippet(observation_search, {column}, :opens, :closes, '…', {_WORDS_AROUND}) AS {name}"
    for column, name in enumerate(("title", "fact", "effect"))
)
# What is read of the hits that are returned, once they are chosen.
_RECORDS = f"""
    SELECT r.key, r.shared_on, {PLANNED_FOR}, r.sensitivity, substr(r.title, 1, 200) AS title,
           substr(r.fact, 1, 200) AS fact, substr(r.effect, 1, 200) AS effect
      FROM observation_record AS r WHERE r.key IN (SELECT value FROM json_each(:keys))
"""
# Weights in the order of the columns: title, fact, effect, my_reading, tags.
_RANKING = "bm25(observation_search, 3.0, 1.0, 1.0, 0.5, 2.0)"


def newest(db: Connection, query: SearchQuery, wanted: NoteFilter, limit: int) -> list[SearchHit]:
    """Return the newest hits."""
    selection = _select(db, query, wanted)
    if selection is None:
        return []
    params = {**selection.params, "limit": limit, "opens": OPENS, "closes": CLOSES}
    return _hits(db, db.execute(newest_sql(selection), params).fetchall())


def ranked(db: Connection, query: SearchQuery, wanted: NoteFilter, limit: int) -> list[SearchHit]:
    """Return the best of the newest hits, best first; the newest when no words are wanted."""
    selection = _select(db, query, wanted)
    if selection is None or not selection.params["match"]:
        return newest(db, query, wanted, limit)
    params = {**selection.params, "limit": limit, "within": RANKED_WITHIN}
    keys = [row[0] for row in db.execute(_ranked_sql(selection), params)]
    if not keys:
        return []
    chosen = Selection(
        selection.source,
        selection.key,
        f"""{selection.where}
            AND {selection.key} BETWEEN :oldest AND :latest
            AND +{selection.key} IN (SELECT value FROM json_each(:keys))""",
        {
            **selection.params,
            "oldest": min(keys),
            "latest": max(keys),
            "keys": value_list(keys),
            "limit": limit,
            "opens": OPENS,
            "closes": CLOSES,
        },
    )
    rows = {row["key"]: row for row in db.execute(newest_sql(chosen), chosen.params)}
    return _hits(db, [rows[key] for key in keys if key in rows])


def facets(db: Connection, query: SearchQuery, wanted: NoteFilter) -> SearchFacets:
    """Return how many notes are found in all, by kind, by person and by share state."""
    selection = _select(db, query, wanted)
    if selection is None:
        return SearchFacets(0, {}, {}, {})
    sql = f"""
        WITH hit AS MATERIALIZED (
            SELECT o.key, o.kind, o.share_state FROM {selection.source} WHERE {selection.where}
        )
        SELECT 'kind', kind, count(*) FROM hit GROUP BY kind
        UNION ALL
        SELECT 'state', share_state, count(*) FROM hit
         WHERE share_state IS NOT NULL GROUP BY share_state
        UNION ALL
        SELECT 'person', l.person_key, count(*)
          FROM hit CROSS JOIN observation_person AS l ON l.observation_key = hit.key
         GROUP BY l.person_key
    """
    found = db.execute(sql, selection.params).fetchall()
    kinds = {Kind(value): notes for facet, value, notes in found if facet == "kind"}
    states = {ShareState(value): notes for facet, value, notes in found if facet == "state"}
    ids = person_ids(db)
    people = {ids[value]: notes for facet, value, notes in found if facet == "person"}
    return SearchFacets(sum(kinds.values()), kinds, people, states)


def newest_sql(selection: Selection) -> str:
    """Return the statement behind a list of hits; the index reads words only of rows it returns."""
    pieces = _PIECES if selection.params["match"] else "NULL AS title, NULL AS fact, NULL AS effect"
    return f"""
        SELECT {_NARROW}, {pieces} FROM {selection.source}
         WHERE {selection.where}
         ORDER BY {selection.key} DESC LIMIT :limit
    """


def _ranked_sql(selection: Selection) -> str:
    return f"""
        SELECT key FROM (
            SELECT {selection.key} AS key, {_RANKING} AS likeness FROM {selection.source}
             WHERE {selection.where}
             ORDER BY {selection.key} DESC LIMIT :within
        )
        ORDER BY likeness, key DESC LIMIT :limit
    """


def _select(db: Connection, query: SearchQuery, wanted: NoteFilter) -> Selection | None:
    """Return how to walk the hits; None when there can be none.

    A query without a word that the index knows lists by its filters alone; with nothing left at
    all it finds nothing.
    """
    match, unwanted = match_expression(query), unwanted_expression(query)
    if not match and wanted == NoteFilter():
        return None
    selection = select_notes(db, wanted, match)
    if selection is None or match or not unwanted:
        return selection
    others = "SELECT rowid FROM observation_search WHERE observation_search MATCH :unwanted"
    return Selection(
        selection.source,
        selection.key,
        f"{selection.where} AND {selection.key} NOT IN ({others})",
        {**selection.params, "unwanted": unwanted},
    )


def _hits(db: Connection, rows: Sequence[Row]) -> list[SearchHit]:
    keys = [row["key"] for row in rows]
    people, tags = people_of(db, keys), tags_of(db, keys)
    records = {row["key"]: row for row in db.execute(_RECORDS, {"keys": value_list(keys)})}
    return [
        _hit(row, records[row["key"]], people.get(row["key"], ()), tags.get(row["key"], ()))
        for row in rows
        if row["key"] in records
    ]


def _hit(row: Row, record: Row, people: tuple[PersonId, ...], tags: tuple[str, ...]) -> SearchHit:
    restricted = record["sensitivity"] == Sensitivity.RESTRICTED.value
    shown = FoundText("") if restricted else _piece(row, record)
    return SearchHit(
        id=NoteId(UUID(bytes=row["id"])),
        kind=Kind(row["kind"]),
        people=people,
        occurred_on=day_of_key(row["key"]),
        share_state=share_state_of(row["share_state"]),
        shared_on=day_of(record["shared_on"]),
        planned_for=day_of(record["planned_for"]),
        tags=tags,
        snippet=shown.text,
        marks=shown.marks,
        restricted=restricted,
        unconfirmed=bool(row["unconfirmed"]),
    )


def _piece(row: Row, record: Row) -> FoundText:
    """Return what the index marked, or how the note begins in a list made without words."""
    chosen = record if row["fact"] is None else row
    return best_piece(chosen["title"], chosen["fact"], chosen["effect"])
