"""Everything that can be done with notes, in one place for the front ends."""

from __future__ import annotations

from managernotes.services.ledger import Ledger
from managernotes.services.note_bin import NoteBin
from managernotes.services.note_history import NoteHistory
from managernotes.services.note_writing import NoteWriting
from managernotes.services.timeline import Timeline


class NotesService(NoteWriting, NoteHistory, NoteBin, Timeline):
    """The four verb groups together: writing, words over time, the bin, reading."""

    def __init__(self, ledger: Ledger) -> None:
        NoteHistory.__init__(self, ledger)
