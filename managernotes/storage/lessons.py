"""SQL for lessons: one by one, with who looked at it together and the notes it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any
from uuid import UUID

from managernotes.domain.identity import ConversationId, GoalId, LessonId, NoteId, PersonId
from managernotes.domain.lesson import Held, Lesson, LessonState, LessonWords
from managernotes.errors import PaperNotFoundError
from managernotes.storage.lists import value_list
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.people import person_keys
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_LINES = "likely"
"""The one field of several lines that are kept apart."""
_FIELDS = tuple(part.name for part in fields(LessonWords) if part.name != _LINES)
_WANTED = "(SELECT value FROM json_each(:keys))"
_SELECT = f"""
    SELECT {COLUMNS}, l.state, l.happened_on, l.looked_at_on, l.change_due_on, l.checked_on, l.held,
           l.again_on, l.shared_on, l.closed_on, talk.id AS talk, goal.id AS goal
      FROM lesson AS l JOIN paper USING (key)
           LEFT JOIN paper AS talk ON talk.key = l.conversation_key
           LEFT JOIN paper AS goal ON goal.key = l.goal_key
     WHERE l.key IN {_WANTED}
"""
_PEOPLE = f"""
    SELECT l.lesson_key, who.id
      FROM lesson_person AS l JOIN person AS who ON who.key = l.person_key
     WHERE l.lesson_key IN {_WANTED} ORDER BY l.lesson_key, l.position
"""
_NOTES = f"""
    SELECT l.lesson_key, o.id
      FROM lesson_note AS l JOIN observation AS o ON o.key = l.observation_key
     WHERE l.lesson_key IN {_WANTED} AND o.binned_at IS NULL ORDER BY l.lesson_key, o.key
"""
_PRESENT = """
    SELECT l.key FROM lesson AS l JOIN paper USING (key)
     WHERE paper.binned_at IS NULL
     ORDER BY l.closed_on IS NOT NULL, l.closed_on DESC,
              ifnull(l.again_on, l.change_due_on) IS NULL, ifnull(l.again_on, l.change_due_on),
              l.happened_on DESC, l.key DESC
"""
_OF_NOTE = """
    SELECT l.lesson_key FROM lesson_note AS l JOIN paper ON paper.key = l.lesson_key
     WHERE l.observation_key = :note AND paper.binned_at IS NULL ORDER BY l.lesson_key
"""
_KEY = "SELECT key FROM paper JOIN lesson USING (key) WHERE paper.id = :id"
_FACTS = """
    state, happened_on, looked_at_on, change_due_on, checked_on, held, again_on, shared_on,
    closed_on
"""
_VALUES = """
    :state, :happened_on, :looked_at_on, :change_due_on, :checked_on, :held, :again_on, :shared_on,
    :closed_on
"""
_INSERT = """
    INSERT INTO lesson (key, state, happened_on, looked_at_on, conversation_key, goal_key)
    VALUES (:key, 'opened', :happened_on, :looked_at_on, :talk, :goal)
"""
_UPDATE = f"UPDATE lesson SET ({_FACTS}) = ({_VALUES}) WHERE key = :key"
_SERVES = "UPDATE lesson SET goal_key = :goal WHERE key = :key"
_NOBODY = "DELETE FROM lesson_person WHERE lesson_key = :key"
_SOMEBODY = """
    INSERT INTO lesson_person (person_key, lesson_key, position) VALUES (:person, :key, :position)
"""
_LINK = """
    INSERT INTO lesson_note (lesson_key, observation_key) VALUES (:key, :note)
        ON CONFLICT DO NOTHING
"""
_UNLINK = "DELETE FROM lesson_note WHERE lesson_key = :key AND observation_key = :note"


def words_of(stored: Words) -> LessonWords:
    """Return the words that were stored; what is missing is empty."""
    return LessonWords(
        **{name: str(stored.get(name, "")) for name in _FIELDS},
        likely=tuple(map(str, stored.get(_LINES, ()))),
    )


def to_json(words: LessonWords) -> dict[str, Any]:
    """Return the words as JSON can hold them."""
    return {**asdict(words), _LINES: list(words.likely)}


def findable(words: LessonWords) -> str:
    """Return what a search may find of a lesson; what the team was told repeats it."""
    told = (
        words.title,
        words.expected,
        words.actual,
        words.kept,
        *words.likely,
        words.change,
        words.no_change,
        words.checked,
    )
    return "\n".join(part for part in told if part.strip())


def lesson_key(db: Connection, identity: LessonId) -> int:
    """Return the number of a lesson; PaperNotFoundError when it was erased, or is none."""
    row = db.execute(_KEY, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return int(row[0])


def lesson(db: Connection, identity: LessonId) -> Lesson:
    """Return one lesson, in the bin or not; PaperNotFoundError when it was erased."""
    [found] = lessons(db, [lesson_key(db, identity)])
    return found


def present(db: Connection) -> tuple[Lesson, ...]:
    """Return every lesson outside the bin: open ones by the day to look, then the closed ones."""
    return lessons(db, [row[0] for row in db.execute(_PRESENT)])


def of_note(db: Connection, note: int) -> tuple[Lesson, ...]:
    """Return the lessons a note belongs to, by its number."""
    return lessons(db, [row[0] for row in db.execute(_OF_NOTE, {"note": note})])


def lessons(db: Connection, keys: Sequence[int]) -> tuple[Lesson, ...]:
    """Return these lessons, by their numbers, in the same order."""
    wanted = {"keys": value_list(keys)}
    people: defaultdict[int, list[PersonId]] = defaultdict(list)
    for key, who in db.execute(_PEOPLE, wanted):
        people[key].append(PersonId(UUID(bytes=who)))
    notes: defaultdict[int, list[NoteId]] = defaultdict(list)
    for key, note in db.execute(_NOTES, wanted):
        notes[key].append(NoteId(UUID(bytes=note)))
    found = {
        row["key"]: _lesson_from(row, people[row["key"]], notes[row["key"]])
        for row in db.execute(_SELECT, wanted)
    }
    return tuple(found[key] for key in keys if key in found)


def insert(  # noqa: PLR0913  its number, its days, its talk and its goal
    db: Connection,
    key: int,
    *,
    happened_on: date,
    looked_at_on: date | None,
    talk: int | None,
    goal: int | None,
) -> None:
    """Store a new lesson beside its paper."""
    days = {"happened_on": day_text(happened_on), "looked_at_on": day_text(looked_at_on)}
    db.execute(_INSERT, {"key": key, "talk": talk, "goal": goal, **days})


def update(db: Connection, key: int, one: Lesson) -> None:
    """Store how far a lesson has got, and its days."""
    db.execute(_UPDATE, {"key": key, **_facts(one)})


def set_people(db: Connection, key: int, people: Sequence[PersonId]) -> None:
    """Store who looked at it together; PersonNotFoundError when somebody is unknown."""
    keys = person_keys(db, people)
    db.execute(_NOBODY, {"key": key})
    for position, who in enumerate(dict.fromkeys(people)):
        db.execute(_SOMEBODY, {"key": key, "person": keys[who], "position": position})


def serve(db: Connection, key: int, goal: int | None) -> None:
    """Say which goal a lesson serves, by its number."""
    db.execute(_SERVES, {"key": key, "goal": goal})


def link_note(db: Connection, key: int, note: int) -> None:
    """Say that a note belongs to a lesson; the schema refuses a concern (INV-22)."""
    db.execute(_LINK, {"key": key, "note": note})


def unlink_note(db: Connection, key: int, note: int) -> None:
    """Take that back."""
    db.execute(_UNLINK, {"key": key, "note": note})


def _facts(one: Lesson) -> dict[str, object]:
    return {
        "state": one.state.value,
        "happened_on": day_text(one.happened_on),
        "looked_at_on": day_text(one.looked_at_on),
        "change_due_on": day_text(one.change_due_on),
        "checked_on": day_text(one.checked_on),
        "held": one.held and one.held.value,
        "again_on": day_text(one.again_on),
        "shared_on": day_text(one.shared_on),
        "closed_on": day_text(one.closed_on),
    }


def _lesson_from(row: Row, people: Sequence[PersonId], notes: Sequence[NoteId]) -> Lesson:
    paper = paper_of(row)
    return Lesson(
        id=LessonId(paper.id),
        words=words_of(paper.words),
        state=LessonState(row["state"]),
        happened_on=date.fromisoformat(row["happened_on"]),
        looked_at_on=day_of(row["looked_at_on"]),
        conversation=ConversationId(UUID(bytes=row["talk"])) if row["talk"] else None,
        people=tuple(people),
        change_due_on=day_of(row["change_due_on"]),
        checked_on=day_of(row["checked_on"]),
        held=Held(row["held"]) if row["held"] else None,
        again_on=day_of(row["again_on"]),
        shared_on=day_of(row["shared_on"]),
        goal=GoalId(UUID(bytes=row["goal"])) if row["goal"] else None,
        closed_on=day_of(row["closed_on"]),
        notes=tuple(notes),
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
        binned_at=paper.binned_at,
    )
