"""Notes in an open vault as they come out of the inbox."""

from __future__ import annotations

from uuid import uuid4

from managernotes.services.sealed_filing import note_of_line
from managernotes.services.workspace import Workspace
from managernotes.storage.note_writing import insert_notes
from managernotes.vault.sealed_line import SealedLine


def file_lines(workspace: Workspace, *lines: str) -> None:
    """File lines as an unlock does."""
    ledger = workspace.ledger
    for line in lines:
        sealed = SealedLine(id=uuid4(), written_at=ledger.now(), text=line)
        note = note_of_line(sealed, workspace.people.list_people(), ledger.now())
        assert note is not None
        with ledger.db.transaction():
            insert_notes(ledger.db, [note], ledger.device)
