"""Notes that were sealed while the vault was locked and wait for the manager's look."""

from __future__ import annotations

from dataclasses import dataclass, replace

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, Observation, TimelineRow
from managernotes.domain.person import Person
from managernotes.domain.share_rules import confirmed
from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.services.ledger import Ledger
from managernotes.services.notes import NotesService
from managernotes.storage import note_reading, note_writing, people, sealed_notes
from managernotes.storage.note_keys import key_of
from managernotes.text.capture_line import CaptureLine, Token, TokenType, parse_line, read_line
from managernotes.text.capture_people import without_quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class UnconfirmedNote:
    """One that waits: its row, its words, and what its line could not be read for, if anything.

    `candidates` are the people whom the unclear name in it may mean. With `reads_now`, what was
    unclear at the unlock no longer is: confirming it files what the line says.
    """

    row: TimelineRow
    text: str
    problem: str = ""
    candidates: tuple[PersonId, ...] = ()
    reads_now: bool = False


class UnconfirmedService:
    """Lists what waits, confirms it, and asks who was meant."""

    def __init__(self, ledger: Ledger, notes: NotesService) -> None:
        self._ledger = ledger
        self._notes = notes

    def count(self) -> int:
        """Return how many notes wait."""
        return sealed_notes.count_waiting(self._ledger.db)

    def waiting(self, limit: int = 1_000) -> list[UnconfirmedNote]:
        """Return what waits, the latest days first; at most so many."""
        db = self._ledger.db
        rows = note_reading.rows_by_id(db, sealed_notes.waiting(db, limit))
        everybody = people.people(db)
        return [self._listed(row, everybody) for row in rows]

    def confirm(self, identity: NoteId) -> Observation:
        """Take the note for the manager's own; from now on it counts as any other.

        A line whose name is known by now is read first. Confirming it again changes nothing;
        NoteNotFoundError when it was erased.
        """
        db = self._ledger.db
        waiting = note_reading.note(db, identity)
        if _is_unread(waiting) and _is_clear(_read(waiting, people.people(db))):
            self._reread(waiting, waiting.text.fact)
        with db.transaction():
            old = note_reading.note(db, identity)
            new = confirmed(old)
            if new != old:
                key = key_of(db, identity)
                note_writing.update_note(db, key, new, self._ledger.device, self._ledger.now())
        return note_reading.note(db, identity)

    def choose(self, identity: NoteId, person: PersonId) -> Observation:
        """Say whom the unclear name in a line means, and read the line again.

        It stays unconfirmed. InvalidInputError when nobody is asked for in it any more.
        """
        note = note_reading.note(self._ledger.db, identity)
        everybody = people.people(self._ledger.db)
        unclear = _unclear(_read(note, everybody)) if _is_unread(note) else None
        if unclear is None:
            raise InvalidInputError("This note asks for nobody.", "Open it to change its people.")
        name = without_quotes(people.person(self._ledger.db, person).display_name)
        line = note.text.fact
        line = f'{line[: unclear.start]}@"{name}"{line[unclear.end :]}'
        return self._reread(note, line)

    def _reread(self, note: Observation, line: str) -> Observation:
        """Make of the note what its line says; while something is unclear, reword it only."""
        try:
            said = parse_line(line, people.people(self._ledger.db), note.created_at.date())
        except ManagerNotesError:
            return self._reworded(note, line)
        changed = self._notes.change(
            note.id,
            kind=said.kind,
            occurred_on=said.occurred_on,
            come_back_on=said.come_back_on,
            people=said.people,
            tags=said.tags,
        )
        return self._reworded(changed, said.text)

    def _reworded(self, note: Observation, fact: str) -> Observation:
        return self._notes.save_text(note.id, replace(note.text, fact=fact), note.revision)

    def _listed(self, row: TimelineRow, everybody: list[Person]) -> UnconfirmedNote:
        note = note_reading.note(self._ledger.db, row.id)
        line = _read(note, everybody) if _is_unread(note) else None
        unclear = _unclear(line) if line else None
        return UnconfirmedNote(
            row=row,
            text=note.text.fact,
            problem=unclear.problem if unclear else "",
            candidates=unclear.candidates if unclear else (),
            reads_now=line is not None and _is_clear(line),
        )


def _read(note: Observation, everybody: list[Person]) -> CaptureLine:
    return read_line(note.text.fact, everybody, note.created_at.date())


def _is_clear(line: CaptureLine) -> bool:
    """Whether a line has tokens, and all of them are understood."""
    return bool(line.tokens) and not any(token.problem for token in line.tokens)


def _is_unread(note: Observation) -> bool:
    """Whether a note's text may still be a whole line, because a name in it was unclear."""
    return note.unconfirmed and note.kind is Kind.LOOSE and not note.people


def _unclear(line: CaptureLine) -> Token | None:
    """Return the first name in a line that means nobody, or several people."""
    names = (token for token in line.tokens if token.type is TokenType.PERSON)
    return next((token for token in names if token.problem), None)
