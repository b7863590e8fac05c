"""SQL for topics: what is to be talked about with somebody, and how often it was carried over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from managernotes.domain.conversation import Topic, TopicOwner, TopicState
from managernotes.domain.identity import ConversationId, PersonId, TopicId
from managernotes.errors import PaperNotFoundError
from managernotes.storage.conversations import conversation_key
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.people import person_keys
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_SELECT = f"""
    SELECT {COLUMNS}, t.owner, t.state, t.first_on, t.carried, t.wait_until, t.position,
           p.id AS person, (SELECT id FROM paper WHERE key = t.conversation_key) AS conversation
      FROM topic AS t JOIN paper USING (key) JOIN person AS p ON p.key = t.person_key
"""
_ONE = f"{_SELECT} WHERE t.key = (SELECT key FROM paper WHERE id = :id)"
_OF_TALK = f"""
    {_SELECT} WHERE t.conversation_key = :talk AND paper.binned_at IS NULL
     ORDER BY t.position, t.key
"""
_OPEN_OF_PERSON = f"""
    {_SELECT} WHERE t.person_key = :person AND t.state = 'open' AND paper.binned_at IS NULL
     ORDER BY t.position, t.key
"""
_INSERT = """
    INSERT INTO topic (key, person_key, owner, state, first_on, conversation_key, position)
    VALUES (:key, :person, :owner, 'open', :first_on, :talk,
            (SELECT ifnull(max(position), 0) + 1 FROM topic
              WHERE person_key = :person AND state = 'open'))
"""
_UPDATE = """
    UPDATE topic
       SET state = :state, carried = :carried, wait_until = :wait_until,
           conversation_key = :talk, position = :position
     WHERE key = :key
"""


def words_of(stored: Words) -> str:
    """Return the text of a topic that was stored."""
    return str(stored.get("text", ""))


def to_json(text: str) -> dict[str, str]:
    """Return the text of a topic as JSON can hold it."""
    return {"text": text}


def topic(db: Connection, identity: TopicId) -> Topic:
    """Return one topic; PaperNotFoundError when it was erased."""
    row = db.execute(_ONE, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return _topic_from(row)


def of_talk(db: Connection, talk: int) -> list[Topic]:
    """Return the topics that stand on the agenda of a talk, by its number."""
    return [_topic_from(row) for row in db.execute(_OF_TALK, {"talk": talk})]


def open_of(db: Connection, people: Sequence[PersonId]) -> list[Topic]:
    """Return what is open with these people, whichever talk it stands in."""
    keys = person_keys(db, people)
    return [
        _topic_from(row)
        for who in people
        for row in db.execute(_OPEN_OF_PERSON, {"person": keys[who]})
    ]


def insert(  # noqa: PLR0913  its number, whose, with whom, since when and where
    db: Connection,
    key: int,
    person: PersonId,
    owner: TopicOwner,
    *,
    first_on: date,
    conversation: ConversationId | None,
) -> None:
    """Store a new topic beside its paper, after what is open with that person."""
    db.execute(
        _INSERT,
        {
            "key": key,
            "person": person_keys(db, [person])[person],
            "owner": owner.value,
            "first_on": day_text(first_on),
            "talk": conversation_key(db, conversation) if conversation else None,
        },
    )


def update(db: Connection, key: int, one: Topic) -> None:
    """Store every fact of a topic as the value says."""
    db.execute(
        _UPDATE,
        {
            "key": key,
            "state": one.state.value,
            "carried": one.carried,
            "wait_until": day_text(one.wait_until),
            "talk": conversation_key(db, one.conversation) if one.conversation else None,
            "position": one.position,
        },
    )


def _topic_from(row: Row) -> Topic:
    paper = paper_of(row)
    talk = row["conversation"]
    return Topic(
        id=TopicId(paper.id),
        person=PersonId(UUID(bytes=row["person"])),
        owner=TopicOwner(row["owner"]),
        text=words_of(paper.words),
        state=TopicState(row["state"]),
        first_on=date.fromisoformat(row["first_on"]),
        carried=row["carried"],
        wait_until=day_of(row["wait_until"]),
        conversation=ConversationId(UUID(bytes=talk)) if talk else None,
        position=row["position"],
        created_at=paper.created_at,
        revision=paper.revision,
    )
