"""The inbox of a vault that is open: its keys are kept in order, and what lies there is filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from managernotes.errors import DamagedInboxKeyError, ManagerNotesError, NoInboxKeyError
from managernotes.services.ledger import Ledger
from managernotes.storage import people, sealed_notes
from managernotes.storage.sealed_notes import is_filed, remember_filed
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.inbox_file import HeldInbox, has_waiting, held_inbox
from managernotes.vault.inbox_frames import Piece, pieces
from managernotes.vault.inbox_key import InboxKey, read_inbox_key, write_inbox_key
from managernotes.vault.location import VaultFiles
from managernotes.vault.sealed_box import SealingPair, new_pair, opened_box
from managernotes.vault.sealed_line import SealedLine, from_content

if TYPE_CHECKING:  # loaded with the first line that waits: most openings find none
    from managernotes.storage.note_writing import NoteToStore


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxReport:
    """What an unlock found in the inbox; `trouble` is why it could not be emptied."""

    filed: int = 0
    unreadable: int = 0
    key_replaced: bool = False
    trouble: ManagerNotesError | None = None

    def __add__(self, other: InboxReport) -> InboxReport:
        return InboxReport(
            filed=self.filed + other.filed,
            unreadable=self.unreadable + other.unreadable,
            key_replaced=self.key_replaced or other.key_replaced,
            trouble=other.trouble or self.trouble,
        )


class InboxService:
    """Files what was sealed while the vault was locked, once each, whenever the process dies."""

    def __init__(self, ledger: Ledger, files: VaultFiles) -> None:
        self._ledger = ledger
        self._files = files

    def receive(self) -> InboxReport:
        """Put the keys in order and file what waits; never raises what the files are to blame for.

        A vault whose folder cannot be written opens all the same: `trouble` says so.
        """
        try:
            pair, replaced = self._own_pair()
        except ManagerNotesError as error:
            return InboxReport(trouble=error)
        return InboxReport(key_replaced=replaced) + self._file_waiting(pair)

    def is_waiting(self) -> bool:
        """Whether anything came in since; costs one look at a file."""
        return has_waiting(self._files)

    def count_unconfirmed(self) -> int:
        """Return how many notes that came in wait for the manager's look."""
        return sealed_notes.count_waiting(self._ledger.db)

    def file_waiting(self) -> InboxReport:
        """File what came in since the vault was opened."""
        pair = sealed_notes.sealing_pair(self._ledger.db)
        return InboxReport() if pair is None else self._file_waiting(pair)

    def _file_waiting(self, pair: SealingPair) -> InboxReport:
        if not has_waiting(self._files):
            return InboxReport()
        try:
            with held_inbox(self._files) as inbox:
                return self._file(inbox, pair)
        except ManagerNotesError as error:
            return InboxReport(trouble=error)

    def _file(self, inbox: HeldInbox, pair: SealingPair) -> InboxReport:
        """Store every line with its id in one transaction, and empty the inbox after COMMIT.

        A process that dies in between finds the ids the next time, and files nothing twice.
        """
        from managernotes.services.sealed_filing import note_of_line

        everybody, now = people.people(self._ledger.db), self._ledger.now()
        notes: dict[UUID, NoteToStore] = {}
        unreadable: list[bytes] = []
        for piece in pieces(inbox.content):
            line = _opened_line(piece, pair)
            note = note_of_line(line, everybody, now) if line is not None else None
            if line is not None and note is not None:
                notes.setdefault(line.id, note)
            else:
                unreadable.append(piece.raw)
        filed = self._store(notes, now)
        if unreadable:
            inbox.set_aside(b"".join(unreadable))
        inbox.empty()
        return InboxReport(filed=filed, unreadable=len(unreadable))

    def _store(self, notes: dict[UUID, NoteToStore], now: datetime) -> int:
        """Store the notes that were not filed before; return how many."""
        from managernotes.storage.note_writing import insert_notes

        db = self._ledger.db
        with db.transaction():
            new = {line: note for line, note in notes.items() if not is_filed(db, line)}
            insert_notes(db, list(new.values()), self._ledger.device)
            for line in new:
                remember_filed(db, line, now)
        return len(new)

    def _own_pair(self) -> tuple[SealingPair, bool]:
        """Return the vault's pair, and whether somebody had put another key beside the vault."""
        db = self._ledger.db
        pair = sealed_notes.sealing_pair(db)
        if pair is None:
            with db.transaction():
                pair = sealed_notes.sealing_pair(db)
                if pair is None:
                    pair = new_pair()
                    sealed_notes.keep_sealing_pair(db, pair)
        own = InboxKey(read_envelope(self._files).vault_id, pair.public)
        try:
            beside = read_inbox_key(self._files)
        except (NoInboxKeyError, DamagedInboxKeyError):
            beside = None
        if beside != own:
            write_inbox_key(self._files, own)
        return pair, beside is not None and beside.public != own.public


def _opened_line(piece: Piece, pair: SealingPair) -> SealedLine | None:
    content = opened_box(piece.box, pair) if piece.box is not None else None
    return from_content(content) if content is not None else None
