"""Words that are typed and not saved yet; they survive a lock, a crash and a power cut."""

from __future__ import annotations

from managernotes.services.ledger import Ledger
from managernotes.storage import drafts
from managernotes.text.note_text import refuse_unstorable


class DraftsService:
    """Keeps one text per slot, the place it was typed in.

    A slot that belongs to a record ends in the record's id (`note:0197…`), so that erasing the
    record erases the draft.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, slot: str, text: str) -> None:
        """Store a slot's words in place of what it held; an empty text drops the slot."""
        refuse_unstorable(text)
        with self._ledger.db.transaction():
            if text:
                drafts.keep(self._ledger.db, slot, text, self._ledger.now())
            else:
                drafts.drop(self._ledger.db, slot)

    def read(self, slot: str) -> str:
        """Return a slot's words; empty when it holds none."""
        return drafts.read(self._ledger.db, slot)

    def drop(self, slot: str) -> None:
        """Empty a slot, once its words are saved or thrown away."""
        with self._ledger.db.transaction():
            drafts.drop(self._ledger.db, slot)
