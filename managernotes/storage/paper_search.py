"""SQL for finding expectations, promises, goals, growth, talks, threads, lessons by their words."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from managernotes.domain.found_paper import FoundPaper, FoundSort
from managernotes.domain.found_text import CLOSES, OPENS, read_marked
from managernotes.domain.identity import PersonId
from managernotes.domain.search_query import SearchQuery
from managernotes.storage.lists import value_list
from managernotes.storage.search_index import match_expression
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection

_WORDS_AROUND = 12
_DAY = {
    FoundSort.YARDSTICK: "SELECT NULL FROM yardstick",
    FoundSort.PROMISE: "SELECT due_on FROM promise",
    FoundSort.GOAL: "SELECT due_on FROM goal",
    FoundSort.CHECK_IN: "SELECT on_day FROM check_in",
    FoundSort.GROWTH_PLAN: "SELECT said_on FROM growth_plan",
    FoundSort.GROWTH_STEP: "SELECT due_on FROM growth_step",
    FoundSort.MENTORING: "SELECT first_on FROM mentoring",
    FoundSort.CONVERSATION: "SELECT ifnull(held_on, planned_on) FROM conversation",
    FoundSort.THREAD: "SELECT opened_on FROM thread",
    FoundSort.LESSON: "SELECT happened_on FROM lesson",
}
_GOAL = """
    (SELECT goal.id FROM check_in AS c CROSS JOIN paper AS goal ON goal.key = c.goal_key
      WHERE c.key = paper.key AND goal.binned_at IS NULL)
"""
"""A check-in leads to its goal, and is out of sight with it."""
_FIND = {
    sort: f"""
    SELECT paper.key, {_GOAL if sort is FoundSort.CHECK_IN else "paper.id"} AS id,
           ({day} AS its WHERE its.key = paper.key) AS day,
           snippet(paper_search, 0, :opens, :closes, '…', {_WORDS_AROUND}) AS piece
      FROM paper_search CROSS JOIN paper ON paper.key = paper_search.rowid
     WHERE paper_search MATCH :match AND paper.sort = :sort AND paper.binned_at IS NULL
     ORDER BY paper_search.rowid DESC LIMIT :limit
"""
    for sort, day in _DAY.items()
}
_PEOPLE = """
    SELECT l.paper, person.id FROM (
        SELECT conversation_key AS paper, person_key, position FROM conversation_person
         WHERE conversation_key IN (SELECT value FROM json_each(:keys))
         UNION ALL
        SELECT promise_key, person_key, position FROM promise_person
         WHERE promise_key IN (SELECT value FROM json_each(:keys))
         UNION ALL
        SELECT yardstick_key, person_key, 0 FROM yardstick_person
         WHERE is_named = 1 AND yardstick_key IN (SELECT value FROM json_each(:keys))
         UNION ALL
        SELECT lesson_key, person_key, position FROM lesson_person
         WHERE lesson_key IN (SELECT value FROM json_each(:keys))
         UNION ALL
        SELECT key, person_key, 0 FROM goal
         WHERE key IN (SELECT value FROM json_each(:keys))
         UNION ALL
        SELECT c.key, g.person_key, 0 FROM check_in AS c CROSS JOIN goal AS g ON g.key = c.goal_key
         WHERE c.key IN (SELECT value FROM json_each(:keys))
         UNION ALL
        SELECT key, person_key, 0 FROM growth_plan
         WHERE key IN (SELECT value FROM json_each(:keys))
         UNION ALL
        SELECT key, person_key, 0 FROM mentoring
         WHERE key IN (SELECT value FROM json_each(:keys))
         UNION ALL
        SELECT key, person_key, 0 FROM growth_step
         WHERE key IN (SELECT value FROM json_each(:keys))
         UNION ALL
        SELECT key, person_key, 0 FROM thread
         WHERE key IN (SELECT value FROM json_each(:keys))
    ) AS l JOIN person ON person.key = l.person_key
    ORDER BY l.paper, l.position
"""


def found(db: Connection, query: SearchQuery, limit: int) -> list[FoundPaper]:
    """Return the newest of each sort that hold the words, `limit` of each; none without words."""
    match = match_expression(query)
    if not match:
        return []
    params = {"match": match, "opens": OPENS, "closes": CLOSES, "limit": limit}
    rows = [
        (sort, row)
        for sort, sql in _FIND.items()
        for row in db.execute(sql, {**params, "sort": sort.value}).fetchall()
        if row["id"] is not None
    ]
    people: defaultdict[int, list[PersonId]] = defaultdict(list)
    for key, who in db.execute(_PEOPLE, {"keys": value_list(row["key"] for _, row in rows)}):
        people[key].append(PersonId(UUID(bytes=who)))
    return [
        FoundPaper(
            id=UUID(bytes=row["id"]),
            sort=sort,
            people=tuple(people[row["key"]]),
            snippet=(piece := read_marked(row["piece"])).text,
            marks=piece.marks,
            on=day_of(row["day"]),
        )
        for sort, row in rows
    ]
