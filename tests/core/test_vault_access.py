"""Getting into a vault: every failure is named and changes nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.errors import (
    DamagedEnvelopeError,
    EmptyVaultFileError,
    KeyringAbsentError,
    KeyringMismatchError,
    ManagerNotesError,
    MissingEnvelopeError,
    MissingVaultError,
    MistypedRecoveryCodeError,
    NewerVaultError,
    OrphanEnvelopeError,
    PlaintextVaultError,
    TruncatedVaultError,
    UnsafePathError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from managernotes.vault.access import (
    unlock_with_keyring,
    unlock_with_passphrase,
    unlock_with_recovery_code,
    ways_in,
)
from managernotes.vault.connection import open_connection
from managernotes.vault.creation import NewVault, Protection
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringOutcome
from managernotes.vault.recovery_code import RecoveryCode
from tests.core.vault_fakes import BACKEND, REFUSALS, MemoryKeyring, create_vault, digest_of

PASSPHRASE: Final = "correct horse"
BOTH: Final = Protection.KEYRING_OR_PASSPHRASE


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return VaultFiles(tmp_path / "notes" / "mine.vault")


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def made(files: VaultFiles, keyring: MemoryKeyring) -> NewVault:
    return create_vault(files, BOTH, PASSPHRASE, keyring)


def test_a_wrong_passphrase_says_so_and_changes_nothing(files: VaultFiles, made: NewVault) -> None:
    before = digest_of(files)
    for wrong in ("", "Correct horse", PASSPHRASE + " ", "\udcff", "x" * 10_000):
        with pytest.raises(WrongPassphraseError):
            unlock_with_passphrase(files, wrong)
    assert digest_of(files) == before


def test_a_wrong_recovery_code_changes_no_byte(files: VaultFiles, made: NewVault) -> None:
    before = digest_of(files)
    for _ in range(1000):
        with pytest.raises(WrongRecoveryCodeError):
            unlock_with_recovery_code(files, RecoveryCode.new().text)
    assert digest_of(files) == before


def test_a_mistyped_recovery_code_is_told_from_a_wrong_one(
    files: VaultFiles, made: NewVault
) -> None:
    typed = made.recovery_code.text
    slip = ("3" if typed[0] == "2" else "2") + typed[1:]
    with pytest.raises(MistypedRecoveryCodeError):
        unlock_with_recovery_code(files, slip)


@pytest.mark.parametrize("outcome", REFUSALS)
def test_each_outcome_of_the_keyring_is_told_from_the_others(
    files: VaultFiles, made: NewVault, outcome: KeyringOutcome
) -> None:
    before = digest_of(files)
    with pytest.raises(REFUSALS[outcome]):
        unlock_with_keyring(files, MemoryKeyring(outcome))
    assert digest_of(files) == before


def test_a_lost_keyring_entry_never_makes_a_new_key_and_the_code_still_opens(
    files: VaultFiles, keyring: MemoryKeyring, made: NewVault
) -> None:
    keyring.secrets.clear()
    with pytest.raises(KeyringAbsentError):
        unlock_with_keyring(files, keyring)
    assert keyring.secrets == {}
    assert unlock_with_recovery_code(files, made.recovery_code.text) == made.data_key


def test_another_secret_in_the_keyring_is_named(
    files: VaultFiles, keyring: MemoryKeyring, made: NewVault
) -> None:
    for secret in (b"", b"x" * 32):
        keyring.secrets = dict.fromkeys(keyring.secrets, secret)
        with pytest.raises(KeyringMismatchError):
            unlock_with_keyring(files, keyring)


def test_a_key_that_another_keyring_took_is_looked_for_there(
    files: VaultFiles, keyring: MemoryKeyring, made: NewVault
) -> None:
    answer = MemoryKeyring(KeyringOutcome.ABSENT).read("x")
    failure = answer.failure(kept_in=BACKEND)
    assert failure is not None
    assert BACKEND in str(failure)


def test_only_once_the_vault_is_open_are_modes_repaired(files: VaultFiles, made: NewVault) -> None:
    files.envelope.chmod(0o644)
    files.folder.chmod(0o755)
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(files, "wrong")
    assert files.envelope.stat().st_mode & 0o777 == 0o644
    key = unlock_with_passphrase(files, PASSPHRASE)
    assert files.envelope.stat().st_mode & 0o777 == 0o644
    open_connection(files, key).close()
    assert files.envelope.stat().st_mode & 0o777 == 0o600
    assert files.folder.stat().st_mode & 0o777 == 0o700


_BAD_FILES: dict[str, tuple[Callable[[VaultFiles], object], type[ManagerNotesError]]] = {
    "vault missing": (lambda f: f.database.unlink(), OrphanEnvelopeError),
    "all missing": (lambda f: shutil.rmtree(f.folder), MissingVaultError),
    "keys missing": (lambda f: f.envelope.unlink(), MissingEnvelopeError),
    "vault empty": (lambda f: f.database.write_bytes(b""), EmptyVaultFileError),
    "vault short": (lambda f: f.database.write_bytes(b"x" * 100), TruncatedVaultError),
    "vault plain": (
        lambda f: f.database.write_bytes(b"SQLite format 3\0" + b"x" * 5000),
        PlaintextVaultError,
    ),
    "keys empty": (lambda f: f.envelope.write_bytes(b""), DamagedEnvelopeError),
    "keys cut": (
        lambda f: f.envelope.write_bytes(f.envelope.read_bytes()[:-20]),
        DamagedEnvelopeError,
    ),
    "keys newer": (
        lambda f: f.envelope.write_bytes(json.dumps({"v": 2}).encode()),
        NewerVaultError,
    ),
    "keys altered": (
        lambda f: f.envelope.write_bytes(
            f.envelope.read_bytes().replace(b'"salt":"', b'"salt":"f')
        ),
        DamagedEnvelopeError,
    ),
    "vault a link": (
        lambda f: f.database.symlink_to(f.database.rename(f.folder / "real")),
        UnsafePathError,
    ),
    "keys a link": (
        lambda f: f.envelope.symlink_to(f.envelope.rename(f.folder / "real")),
        UnsafePathError,
    ),
}


@pytest.mark.parametrize("case", _BAD_FILES)
def test_a_bad_file_is_named_before_any_secret_is_asked_for_and_is_left_as_it_is(
    files: VaultFiles, keyring: MemoryKeyring, made: NewVault, case: str
) -> None:
    spoil, failure = _BAD_FILES[case]
    spoil(files)
    before = digest_of(files)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: unlock_with_passphrase(files, "wrong anyway"),
        lambda: unlock_with_recovery_code(files, "mistyped anyway"),
        lambda: unlock_with_keyring(files, MemoryKeyring(KeyringOutcome.TIMEOUT)),
        lambda: ways_in(files),
    )
    for enter in attempts:
        with pytest.raises(ManagerNotesError) as refusal:
            enter()
        assert type(refusal.value) is failure
        assert "\n" not in str(refusal.value)
    assert digest_of(files) == before


def test_the_backup_of_the_keys_opens_the_vault_once_it_is_put_back(
    files: VaultFiles, made: NewVault
) -> None:
    files.envelope.unlink()
    files.envelope_backup.rename(files.envelope)
    assert unlock_with_passphrase(files, PASSPHRASE) == made.data_key


def test_a_key_file_of_another_vault_does_not_open_this_one(
    files: VaultFiles, made: NewVault, tmp_path: Path
) -> None:
    other = VaultFiles(tmp_path / "other.vault")
    create_vault(other, Protection.PASSPHRASE, PASSPHRASE, MemoryKeyring())
    files.envelope.write_bytes(other.envelope.read_bytes())
    key = unlock_with_passphrase(files, PASSPHRASE)
    with pytest.raises(ManagerNotesError, match="damaged"), closing(open_connection(files, key)):
        pass


def test_copied_beside_each_other_vault_and_keys_open_anywhere(
    files: VaultFiles, keyring: MemoryKeyring, made: NewVault, tmp_path: Path
) -> None:
    moved = VaultFiles(tmp_path / "moved.vault")
    moved.database.write_bytes(files.database.read_bytes())
    moved.envelope.write_bytes(files.envelope.read_bytes())
    key: DataKey = unlock_with_keyring(moved, keyring)
    open_connection(moved, key).close()
