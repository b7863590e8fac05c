"""What each failure ends with (DESIGN §4)."""

from __future__ import annotations

from managernotes.errors import (
    InvalidInputError,
    KeyProblemError,
    ManagerNotesError,
    MissingVaultError,
    NotFoundError,
    OrphanEnvelopeError,
    VaultBusyError,
    VaultDamagedError,
)

DONE = 0
COULD_NOT = 1
USAGE = 2
KEY = 3
DAMAGED = 4
BUSY = 5
NOT_FOUND = 6

_FAMILIES: tuple[tuple[type[ManagerNotesError], int], ...] = (
    (InvalidInputError, USAGE),
    (KeyProblemError, KEY),
    (VaultDamagedError, DAMAGED),
    (VaultBusyError, BUSY),
    (NotFoundError, NOT_FOUND),
    (MissingVaultError, NOT_FOUND),
    (OrphanEnvelopeError, NOT_FOUND),
)


def exit_code(error: ManagerNotesError) -> int:
    """Return the exit code of the family that the failure belongs to."""
    return next((code for family, code in _FAMILIES if isinstance(error, family)), COULD_NOT)
