"""From what is seen of the files to one verdict, as a table."""

from __future__ import annotations

import pytest

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
from managernotes.vault.states import (
    PLAINTEXT_HEADER,
    FileFacts,
    FileState,
    judge,
    refuse_unready,
)

_CIPHERTEXT = b"\x8a" * 16


def _database(
    size: int, header: bytes = _CIPHERTEXT, *, env: bool = True, bak: bool = False
) -> FileFacts:
    return FileFacts(database_bytes=size, database_header=header, envelope=env, envelope_backup=bak)


_TABLE = {
    "nothing at all": (FileFacts(), FileState.FIRST_RUN),
    "vault and key file": (_database(4096), FileState.READY),
    "all three": (_database(8192, bak=True), FileState.READY),
    "a link": (FileFacts(unsafe=True), FileState.UNSAFE_PATH),
    "key file alone": (FileFacts(envelope=True), FileState.VAULT_MISSING),
    "backup of the key file alone": (FileFacts(envelope_backup=True), FileState.VAULT_MISSING),
    "vault alone": (_database(4096, env=False), FileState.ENVELOPE_MISSING),
    "vault and backup": (_database(4096, env=False, bak=True), FileState.ENVELOPE_IN_BACKUP),
    "empty": (_database(0, b""), FileState.EMPTY),
    "empty and alone": (_database(0, b"", env=False), FileState.EMPTY),
    "one byte": (_database(1, b"\x8a"), FileState.TRUNCATED),
    "less than a page": (_database(4095), FileState.TRUNCATED),
    "plaintext": (_database(4096, PLAINTEXT_HEADER), FileState.PLAINTEXT),
    "plaintext and short": (_database(16, PLAINTEXT_HEADER), FileState.PLAINTEXT),
    "plaintext and alone": (_database(4096, PLAINTEXT_HEADER, env=False), FileState.PLAINTEXT),
}


@pytest.mark.parametrize("case", _TABLE)
def test_the_facts_amount_to_one_state(case: str) -> None:
    facts, expected = _TABLE[case]
    assert judge(facts) is expected


def test_every_state_is_reached() -> None:
    assert {state for _, state in _TABLE.values()} == set(FileState)


_FAILURES = {
    FileState.FIRST_RUN: MissingVaultError,
    FileState.UNSAFE_PATH: UnsafePathError,
    FileState.VAULT_MISSING: OrphanEnvelopeError,
    FileState.ENVELOPE_MISSING: MissingEnvelopeError,
    FileState.ENVELOPE_IN_BACKUP: MissingEnvelopeError,
    FileState.EMPTY: EmptyVaultFileError,
    FileState.TRUNCATED: TruncatedVaultError,
    FileState.PLAINTEXT: PlaintextVaultError,
}


@pytest.mark.parametrize("state", [s for s in FileState if s is not FileState.READY], ids=str)
def test_every_state_but_ready_is_refused_with_its_own_sentence(state: FileState) -> None:
    with pytest.raises(ManagerNotesError) as refusal:
        refuse_unready(state)
    assert type(refusal.value) is _FAILURES[state]
    assert "\n" not in str(refusal.value)


def test_a_missing_key_file_with_a_backup_says_what_to_rename() -> None:
    with pytest.raises(MissingEnvelopeError, match=r"keys\.bak\.json"):
        refuse_unready(FileState.ENVELOPE_IN_BACKUP)


def test_ready_is_not_refused() -> None:
    refuse_unready(FileState.READY)
