"""What becomes of a line that was sealed while the vault was locked: an unconfirmed note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from managernotes.domain.identity import NoteId, new_uuid7
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.errors import InvalidInputError, NotFoundError
from managernotes.services.note_rules import checked_note
from managernotes.storage.note_writing import NoteToStore
from managernotes.storage.stamps import to_millisecond
from managernotes.text.capture_line import NamedPerson, parse_line
from managernotes.text.note_text import accepted_text
from managernotes.vault.sealed_line import SealedLine


def note_of_line(
    line: SealedLine, people: Sequence[NamedPerson], now: datetime
) -> NoteToStore | None:
    """Return the note that a line becomes; None when its text can be no note at all.

    It is read against the day on which it was written, and is as old as it says it is, but never
    from the future. A line that does not parse (a name that means nobody, or several) becomes a
    loose note with all of it as text: nothing is lost, and the rest is asked in the window.
    """
    written_at = to_millisecond(min(line.written_at, now))
    for read in (_parsed, _whole):
        try:
            note = checked_note(read(line.text, people, written_at), written_at)
        except (InvalidInputError, NotFoundError):
            continue
        return NoteToStore(NoteId(new_uuid7(written_at)), note, written_at)
    return None


def _parsed(text: str, people: Sequence[NamedPerson], written_at: datetime) -> NewObservation:
    said = parse_line(text, people, written_at.date())
    return NewObservation(
        text=NoteText(fact=said.text),
        kind=said.kind,
        people=said.people,
        occurred_on=said.occurred_on,
        come_back_on=said.come_back_on,
        tags=said.tags,
        unconfirmed=True,
    )


def _whole(text: str, _people: Sequence[NamedPerson], written_at: datetime) -> NewObservation:
    return NewObservation(
        text=NoteText(fact=accepted_text(text)), occurred_on=written_at.date(), unconfirmed=True
    )
