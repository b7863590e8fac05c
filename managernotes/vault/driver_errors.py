"""From the driver's errors to ours, without a value, a key or a note in the message.

A message of SQLite may quote what was bound (a full-text query, for one), so it is passed on
only where it cannot: for a broken rule, which names tables and columns alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from managernotes.errors import (
    DamagedPagesError,
    DiskFullError,
    InterruptedQueryError,
    ManagerNotesError,
    ReadOnlyVaultError,
    StorageFailedError,
    UnwritablePlaceError,
    VaultBusyError,
    VaultReplacedError,
)

# https://www.sqlite.org/rescode.html, primary codes
_CONSTRAINT: Final = 19
_MOVED: Final = 1032  # READONLY_DBMOVED: SQLite's own look at the file, just before it writes
_EXPECTED: Final[Mapping[int, Callable[[], ManagerNotesError]]] = {
    3: UnwritablePlaceError,  # PERM
    5: VaultBusyError,  # BUSY
    6: VaultBusyError,  # LOCKED
    7: StorageFailedError,  # NOMEM
    8: ReadOnlyVaultError,  # READONLY
    9: InterruptedQueryError,  # INTERRUPT
    10: StorageFailedError,  # IOERR
    11: DamagedPagesError,  # CORRUPT
    13: DiskFullError,  # FULL
    14: UnwritablePlaceError,  # CANTOPEN
    26: DamagedPagesError,  # NOTADB: the key has been checked before, so the file is at fault
}


class StatementError(Exception):
    """A statement of ours is wrong: a defect, not something a reader can mend."""


class ConstraintError(StatementError):
    """A rule of the schema was broken; the message names tables and columns, never a value."""


def translated(error: Exception) -> Exception:
    """Return the error of ours that stands for a driver's error."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # the driver's own complaint about how it was called
        return StatementError(str(error))
    if code == _MOVED:
        return VaultReplacedError()
    primary = code & 0xFF
    if primary in _EXPECTED:
        return _EXPECTED[primary]()
    if primary == _CONSTRAINT:
        return ConstraintError(str(error))
    return StatementError(getattr(error, "sqlite_errorname", f"SQLite error {code}"))
