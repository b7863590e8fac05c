"""Whether anything is so old that opening the vault puts it in order; what does so loads later."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from managernotes.services.ledger import Ledger
from managernotes.storage import bin as storage_bin
from managernotes.storage import person_papers, preparations

IN_THE_BIN: Final = timedelta(days=30)
"""So long a note stays in the bin before it is erased."""

GOOD_FOR: Final = timedelta(days=14)
"""So long what was prepared stands (practice/2-model.md §2.2)."""


def has_old_in_bin(ledger: Ledger, older_than: timedelta = IN_THE_BIN) -> bool:
    """Whether something has been in the bin for longer."""
    limit = ledger.now() - older_than
    old = (storage_bin.old_notes, person_papers.old, storage_bin.old_people)
    return any(found(ledger.db, limit) for found in old)


def has_stale(ledger: Ledger) -> bool:
    """Whether something prepared is too old to stand."""
    return bool(preparations.talks_ready_before(ledger.db, ledger.now() - GOOD_FOR))
