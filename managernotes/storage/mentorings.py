"""SQL for mentoring: its rhythm and the days on which they met, never what was said."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from uuid import UUID

from managernotes.domain.growth import Mentoring, MentoringState, MentoringWords
from managernotes.domain.identity import MentoringId, PersonId
from managernotes.domain.person import Cadence
from managernotes.errors import PaperNotFoundError
from managernotes.storage.papers import COLUMNS, Words, paper_of
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

_FIELDS = tuple(part.name for part in fields(MentoringWords))
_SELECT = f"""
    SELECT {COLUMNS}, m.state, m.every, m.first_on, m.end_on, m.ended_on, who.id AS person
      FROM mentoring AS m JOIN paper USING (key) JOIN person AS who ON who.key = m.person_key
"""
_ONE = f"{_SELECT} WHERE paper.id = :id"
_OF_PERSON = f"""
    {_SELECT} WHERE m.person_key = :person AND paper.binned_at IS NULL
     ORDER BY m.state = 'ended', m.ended_on DESC, m.first_on IS NULL, m.first_on, m.key
"""
_MET = "SELECT on_day FROM mentoring_met WHERE mentoring_key = :key ORDER BY on_day"
_INSERT = """
    INSERT INTO mentoring (key, person_key, state, every, first_on, end_on, ended_on)
    VALUES (:key, :person, :state, :every, :first_on, :end_on, :ended_on)
"""
_UPDATE = """
    UPDATE mentoring
       SET state = :state, every = :every, first_on = :first_on, end_on = :end_on,
           ended_on = :ended_on
     WHERE key = :key
"""
_NEVER_MET = "DELETE FROM mentoring_met WHERE mentoring_key = :key"
_ADD_MET = "INSERT INTO mentoring_met (mentoring_key, on_day) VALUES (:key, :on)"


def words_of(stored: Words) -> MentoringWords:
    """Return the words that were stored; what is missing is empty."""
    return MentoringWords(**{name: str(stored.get(name, "")) for name in _FIELDS})


def to_json(words: MentoringWords) -> dict[str, str]:
    """Return the words as JSON can hold them."""
    return asdict(words)


def findable(words: MentoringWords) -> str:
    """Return what a search may find of mentoring."""
    return "\n".join(part for part in asdict(words).values() if part.strip())


def mentoring(db: Connection, identity: MentoringId) -> Mentoring:
    """Return one mentoring, in the bin or not; PaperNotFoundError when it was erased."""
    row = db.execute(_ONE, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return _mentoring_from(db, row)


def of_person(db: Connection, person: int) -> tuple[Mentoring, ...]:
    """Return a person's mentoring: what goes on by its first day, then the newest end first."""
    rows = db.execute(_OF_PERSON, {"person": person}).fetchall()
    return tuple(_mentoring_from(db, row) for row in rows)


def insert(db: Connection, key: int, person: int, one: Mentoring) -> None:
    """Store new mentoring beside its paper."""
    db.execute(_INSERT, {"key": key, "person": person, **_facts(one)})


def update(db: Connection, key: int, one: Mentoring) -> None:
    """Store every fact of mentoring as the value says, the days they met included."""
    db.execute(_UPDATE, {"key": key, **_facts(one)})
    db.execute(_NEVER_MET, {"key": key})
    for on in one.met_on:
        db.execute(_ADD_MET, {"key": key, "on": day_text(on)})


def _facts(one: Mentoring) -> dict[str, object]:
    return {
        "state": one.state.value,
        "every": one.every and one.every.value,
        "first_on": day_text(one.first_on),
        "end_on": day_text(one.end_on),
        "ended_on": day_text(one.ended_on),
    }


def _mentoring_from(db: Connection, row: Row) -> Mentoring:
    paper = paper_of(row)
    met = db.execute(_MET, {"key": paper.key})
    return Mentoring(
        id=MentoringId(paper.id),
        person=PersonId(UUID(bytes=row["person"])),
        words=words_of(paper.words),
        state=MentoringState(row["state"]),
        every=Cadence(row["every"]) if row["every"] else None,
        first_on=day_of(row["first_on"]),
        end_on=day_of(row["end_on"]),
        ended_on=day_of(row["ended_on"]),
        met_on=tuple(date.fromisoformat(on[0]) for on in met),
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
        binned_at=paper.binned_at,
    )
