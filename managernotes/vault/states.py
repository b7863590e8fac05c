"""What state a vault's files are in: a pure function from facts to a verdict (§4 States)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from managernotes.errors import (
    EmptyVaultFileError,
    ManagerNotesError,
    MissingEnvelopeError,
    MissingVaultError,
    OrphanEnvelopeError,
    PlaintextVaultError,
    TruncatedVaultError,
    UnsafePathError,
)

PLAINTEXT_HEADER: Final = b"SQLite format 3\0"
PAGE_BYTES: Final = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What can be seen of the files without any key."""

    unsafe: bool = False
    database_bytes: int | None = None  # None: there is no database
    database_header: bytes = b""
    envelope: bool = False
    envelope_backup: bool = False


class FileState(StrEnum):
    """The verdict; only FIRST_RUN allows a new key, only READY allows an unlock."""

    FIRST_RUN = "first run"
    READY = "ready"
    UNSAFE_PATH = "unsafe path"
    VAULT_MISSING = "vault missing"
    ENVELOPE_MISSING = "key file missing"
    ENVELOPE_IN_BACKUP = "key file missing, its backup is there"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    PLAINTEXT = "plaintext"


def judge(facts: FileFacts) -> FileState:
    """Return the state that the facts amount to."""
    if facts.unsafe:
        return FileState.UNSAFE_PATH
    if facts.database_bytes is None:
        alone = facts.envelope or facts.envelope_backup
        return FileState.VAULT_MISSING if alone else FileState.FIRST_RUN
    if (damage := database_damage(facts)) is not None:
        return damage
    if facts.envelope:
        return FileState.READY
    return FileState.ENVELOPE_IN_BACKUP if facts.envelope_backup else FileState.ENVELOPE_MISSING


def database_damage(facts: FileFacts) -> FileState | None:
    """Return what is wrong with a database at sight, or None."""
    if facts.database_header.startswith(PLAINTEXT_HEADER):
        return FileState.PLAINTEXT
    if facts.database_bytes == 0:
        return FileState.EMPTY
    if (facts.database_bytes or 0) < PAGE_BYTES:
        return FileState.TRUNCATED
    return None


def refuse_unready(state: FileState) -> None:
    """Raise the error that tells why a vault in this state cannot be opened; READY passes."""
    if state is not FileState.READY:
        failure = _FAILURES[state]
        raise failure()


_FAILURES: Final[Mapping[FileState, Callable[[], ManagerNotesError]]] = {
    FileState.FIRST_RUN: MissingVaultError,
    FileState.UNSAFE_PATH: UnsafePathError,
    FileState.VAULT_MISSING: OrphanEnvelopeError,
    FileState.ENVELOPE_MISSING: MissingEnvelopeError,
    FileState.ENVELOPE_IN_BACKUP: partial(MissingEnvelopeError, in_backup=True),
    FileState.EMPTY: EmptyVaultFileError,
    FileState.TRUNCATED: TruncatedVaultError,
    FileState.PLAINTEXT: PlaintextVaultError,
}
