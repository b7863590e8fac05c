"""SQL for the lines of a list of talks: what each one shows beside its facts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from managernotes.domain.conversation import (
    RECAP_TYPES,
    ConversationRow,
    ConversationState,
    ConversationType,
    ConversationWords,
    Outcome,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.storage.conversation_words import words_of
from managernotes.storage.conversations import time_of
from managernotes.storage.lists import value_list
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_WANTED = "(SELECT value FROM json_each(:keys))"
_ROWS = f"""
    SELECT c.key, paper.id, c.type, c.state, paper.words, c.planned_on, c.planned_at, c.minutes,
           c.moved_from, c.held_on, c.began_at, c.follow_up_on, c.outcome, c.brief_read_on,
           c.logged_on, c.recap_sent_on,
           (SELECT id FROM paper WHERE key = c.within_key) AS within
      FROM conversation AS c JOIN paper USING (key)
     WHERE c.key IN {_WANTED}
"""
_PEOPLE = f"""
    SELECT l.conversation_key, p.id
      FROM conversation_person AS l JOIN person AS p ON p.key = l.person_key
     WHERE l.conversation_key IN {_WANTED}
     ORDER BY l.conversation_key, l.position
"""
# What is open with somebody comes to their next one-to-one, unless another talk to come has it.
_TOPICS = f"""
    SELECT c.key, sum(t.owner = 'theirs'), sum(t.carried > 0)
      FROM conversation AS c
           CROSS JOIN conversation_person AS l ON l.conversation_key = c.key
           CROSS JOIN topic AS t ON t.person_key = l.person_key AND t.state = 'open'
           CROSS JOIN paper ON paper.key = t.key
     WHERE c.key IN {_WANTED} AND paper.binned_at IS NULL
       AND (t.conversation_key = c.key OR (
               c.held_on IS NULL AND c.type IN ('one_on_one', 'first_1on1')
               AND (t.wait_until IS NULL OR c.planned_on IS NULL OR t.wait_until <= c.planned_on)
               AND NOT EXISTS (SELECT 1 FROM conversation AS other
                                WHERE other.key = t.conversation_key AND other.held_on IS NULL
                                  AND other.state NOT IN ('cancelled', 'dropped'))))
     GROUP BY c.key
"""
# Those of a hard talk are that talk's title, not concerns beside it.
_CONCERNS = f"""
    SELECT n.planned_in, count(*)
      FROM observation_record AS n JOIN observation AS o USING (key)
     WHERE n.planned_in IN {_WANTED} AND o.kind = 'concern' AND o.share_state = 'planned'
       AND o.binned_at IS NULL
     GROUP BY n.planned_in
"""
_PROMISES = f"""
    SELECT p.made_in, count(*) FROM promise AS p JOIN paper USING (key)
     WHERE p.made_in IN {_WANTED} AND p.state = 'open' AND paper.binned_at IS NULL
     GROUP BY p.made_in
"""
_INNER = f"""
    SELECT c.within_key, paper.words ->> '$.title'
      FROM conversation AS c JOIN paper USING (key)
     WHERE c.within_key IN {_WANTED} AND c.state NOT IN ('cancelled', 'dropped')
       AND paper.binned_at IS NULL
"""


def rows(db: Connection, keys: Sequence[int]) -> tuple[ConversationRow, ...]:
    """Return the lines of these talks, in the same order."""
    wanted = {"keys": value_list(keys)}
    people: defaultdict[int, list[PersonId]] = defaultdict(list)
    for key, who in db.execute(_PEOPLE, wanted):
        people[key].append(PersonId(UUID(bytes=who)))
    topics = {key: (theirs, carried) for key, theirs, carried in db.execute(_TOPICS, wanted)}
    concerns = {row[0]: int(row[1]) for row in db.execute(_CONCERNS, wanted)}
    promises = {row[0]: int(row[1]) for row in db.execute(_PROMISES, wanted)}
    inner = {row[0]: str(row[1] or "") for row in db.execute(_INNER, wanted)}
    found = {}
    for row in db.execute(_ROWS, wanted):
        key = row["key"]
        theirs, carried = topics.get(key, (0, 0))
        found[key] = _row_from(
            row,
            tuple(people[key]),
            theirs=theirs,
            carried=carried,
            concerns=concerns.get(key, 0),
            promises=promises.get(key, 0),
            inner=inner.get(key, ""),
        )
    return tuple(found[key] for key in keys if key in found)


def _row_from(  # noqa: PLR0913  the line, and what was counted for it
    row: Row,
    people: tuple[PersonId, ...],
    *,
    theirs: int,
    carried: int,
    concerns: int,
    promises: int,
    inner: str,
) -> ConversationRow:
    words = words_of(json.loads(row["words"]))
    kind, state = ConversationType(row["type"]), ConversationState(row["state"])
    is_logged = row["logged_on"] is not None
    return ConversationRow(
        id=ConversationId(UUID(bytes=row["id"])),
        type=kind,
        state=state,
        people=people,
        title=words.title,
        planned_on=day_of(row["planned_on"]),
        planned_at=time_of(row["planned_at"]),
        minutes=row["minutes"],
        moved_from=day_of(row["moved_from"]),
        held_on=day_of(row["held_on"]),
        began_at=time_of(row["began_at"]),
        follow_up_on=day_of(row["follow_up_on"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        within=ConversationId(UUID(bytes=row["within"])) if row["within"] else None,
        their_topics=theirs,
        carried=carried,
        concerns_planned=concerns,
        open_promises=promises,
        inner_title=inner,
        said=_said(words),
        is_logged=is_logged,
        is_brief_read=row["brief_read_on"] is not None,
        recap_open=(
            state is ConversationState.HELD
            and is_logged
            and row["recap_sent_on"] is None
            and kind in RECAP_TYPES
        ),
    )


def _said(words: ConversationWords) -> str:
    """Return the first line of what was said: their words, what they asked, or the notes."""
    for text in (words.their_words, words.asked, words.notes):
        for line in text.splitlines():
            if line.strip():
                return line.strip()
    return ""
