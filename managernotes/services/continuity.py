"""That what the vault's file holds goes on from what this session has seen (§5 no. 23).

Another program may write to the vault at any time, and its entries follow ours in the record.
A file put over the vault in place, an older copy of it or another vault, does not have them.
"""

from __future__ import annotations

from collections.abc import Callable

from managernotes.errors import ManagerNotesError, VaultReplacedError
from managernotes.storage import record_chain
from managernotes.vault.connection import Connection
from managernotes.vault.driver_errors import StatementError


class Continuity:
    """A guard of a connection: remembers the newest entry of the record."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._number, self._hash = self._pending = record_chain.head(db)
        self._version = db.data_version
        db.place.guard_with(self, self._version)

    def changed(self, reopen: Callable[[], Connection]) -> bool:
        """Whether others have written since this was last asked; raises what `others_wrote` does.

        What stood at the place meanwhile may have spoilt what SQLite knows of the file: then it
        is opened anew.
        """
        self._db.place.refuse_other()
        if self._db.place.is_suspect:
            self._go_on_with(reopen())
            return True
        before = self._version
        self._db.place.begun(lambda: self._db.data_version)
        self._version = self._db.data_version
        return self._version != before

    def others_wrote(self) -> None:
        """Raise VaultReplacedError unless what was there is still there."""
        self.refuse_other(self._db)

    def refuse_other(self, db: Connection) -> None:
        """Raise VaultReplacedError unless a connection sees what this one has seen."""
        try:
            goes_on = record_chain.holds(db, self._number, self._hash)
        except StatementError:  # an empty file is a database without tables
            goes_on = False
        if not goes_on:
            raise VaultReplacedError

    def _go_on_with(self, fresh: Connection) -> None:
        try:
            self.refuse_other(fresh)
        except ManagerNotesError:
            fresh.close()
            raise
        self._db.take_over(fresh)
        self._version = self._db.data_version
        self._db.place.guard_with(self, self._version)

    def committing(self) -> None:
        """Look at the newest entry, within the transaction: that costs no lock of its own."""
        self._pending = record_chain.head(self._db)

    def committed(self) -> None:
        """Remember it."""
        self._number, self._hash = self._pending
