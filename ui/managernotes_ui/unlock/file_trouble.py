"""What keeps a vault's files from being opened, as the calm page names it (SECURITY-DESIGN §4)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from managernotes.errors import (
    DamagedEnvelopeError,
    DamagedPagesError,
    EmptyVaultFileError,
    ForeignFileError,
    ManagerNotesError,
    MissingEnvelopeError,
    NewerVaultError,
    OrphanEnvelopeError,
    PlaintextVaultError,
    TruncatedVaultError,
    UnsafePathError,
    UnwritablePlaceError,
    VaultDamagedError,
)
from managernotes.services.keys import FileState


class Trouble(StrEnum):
    """Each has a page of its own; none of them is mended or replaced by the app."""

    NOT_THERE = "not there"
    VAULT_MISSING = "vault missing"
    KEYS_MISSING = "keys missing"
    KEYS_IN_BACKUP = "keys in backup"
    KEYS_DAMAGED = "keys damaged"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    PLAINTEXT = "plaintext"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNSAFE = "unsafe"
    UNWRITABLE = "unwritable"


MENDED_BY_A_BACKUP: Final = frozenset(Trouble) - {
    Trouble.NEWER,
    Trouble.UNSAFE,
    Trouble.UNWRITABLE,
}
"""Troubles in which a backup can take the vault's place."""

_BY_STATE: Final[Mapping[FileState, Trouble]] = {
    FileState.UNSAFE_PATH: Trouble.UNSAFE,
    FileState.VAULT_MISSING: Trouble.VAULT_MISSING,
    FileState.ENVELOPE_MISSING: Trouble.KEYS_MISSING,
    FileState.ENVELOPE_IN_BACKUP: Trouble.KEYS_IN_BACKUP,
    FileState.EMPTY: Trouble.EMPTY,
    FileState.TRUNCATED: Trouble.TRUNCATED,
    FileState.PLAINTEXT: Trouble.PLAINTEXT,
}
_BY_ERROR: Final[Mapping[type[ManagerNotesError], Trouble]] = {
    OrphanEnvelopeError: Trouble.VAULT_MISSING,
    MissingEnvelopeError: Trouble.KEYS_MISSING,
    DamagedEnvelopeError: Trouble.KEYS_DAMAGED,
    EmptyVaultFileError: Trouble.EMPTY,
    TruncatedVaultError: Trouble.TRUNCATED,
    PlaintextVaultError: Trouble.PLAINTEXT,
    ForeignFileError: Trouble.FOREIGN,
    DamagedPagesError: Trouble.DAMAGED,
    VaultDamagedError: Trouble.DAMAGED,
    NewerVaultError: Trouble.NEWER,
    UnsafePathError: Trouble.UNSAFE,
    UnwritablePlaceError: Trouble.UNWRITABLE,
}


def trouble_of_state(state: FileState) -> Trouble | None:
    """Return what is wrong with files in this state; None for a first run or a ready vault."""
    return _BY_STATE.get(state)


def trouble_of_error(error: Exception) -> Trouble | None:
    """Return the trouble with the files that an error tells of; None for any other failure."""
    return _BY_ERROR.get(type(error)) if isinstance(error, ManagerNotesError) else None
