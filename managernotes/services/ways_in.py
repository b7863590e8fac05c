"""The ways into a vault, as the front ends name them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import Protocol

from managernotes.errors import (
    DamagedPagesError,
    KeyProblemError,
    NoSuchSlotError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from managernotes.storage.table_counts import table_counts
from managernotes.vault import access
from managernotes.vault.connection import open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope
from managernotes.vault.integrity import check_integrity
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringPort


class WayIn(Protocol):
    """Something that may open a vault."""

    def unlock(self, files: VaultFiles, keyring: KeyringPort) -> DataKey:
        """Return the vault's key, or raise the error that says why not."""
        ...


class BackupWay(Protocol):
    """Something that may open a backup: what a person knows; a keyring never does."""

    def open_backup(self, envelope: Envelope) -> DataKey:
        """Return the backup's key, or raise the error that says why not."""
        ...


@dataclass(frozen=True, slots=True)
class KeyringWay:
    """By the secret that this computer's keyring keeps."""

    def unlock(self, files: VaultFiles, keyring: KeyringPort) -> DataKey:
        """Return the vault's key; raises a KeyringError that names the outcome."""
        return access.unlock_with_keyring(files, keyring)


@dataclass(frozen=True, slots=True)
class PassphraseWay:
    """By a passphrase, together with the keyring where the vault needs both."""

    passphrase: str = field(repr=False)

    def unlock(self, files: VaultFiles, keyring: KeyringPort) -> DataKey:
        """Return the vault's key; WrongPassphraseError, NoSuchSlotError, or a KeyringError."""
        kinds = access.ways_in(files)
        if SlotKind.KEYRING_AND_PASSPHRASE not in kinds:
            return access.unlock_with_passphrase(files, self.passphrase)
        if SlotKind.PASSPHRASE in kinds:
            with contextlib.suppress(WrongPassphraseError):
                return access.unlock_with_passphrase(files, self.passphrase)
        return access.unlock_with_both(files, self.passphrase, keyring)

    def open_backup(self, envelope: Envelope) -> DataKey:
        """Return the backup's key; raises as `unlock` does."""
        return access.key_by_passphrase(envelope, self.passphrase)


@dataclass(frozen=True, slots=True)
class RecoveryWay:
    """By the recovery code, as it was typed."""

    code: str = field(repr=False)

    def unlock(self, files: VaultFiles, keyring: KeyringPort) -> DataKey:  # noqa: ARG002
        """Return the vault's key; WrongRecoveryCodeError, MistypedRecoveryCodeError."""
        return access.unlock_with_recovery_code(files, self.code)

    def open_backup(self, envelope: Envelope) -> DataKey:
        """Return the backup's key; raises as `unlock` does."""
        return access.key_by_recovery_code(envelope, self.code)


@dataclass(frozen=True, slots=True)
class ProvenRecoveryWay:
    """By the recovery code, and only into a vault that is whole: before ways in are set up anew.

    A code that opens the wrong key must be found out before any slot is rewritten
    (Cryptomator #1163, where such a vault seemed empty).
    """

    code: str = field(repr=False)

    def unlock(self, files: VaultFiles, keyring: KeyringPort) -> DataKey:  # noqa: ARG002
        """Return the vault's key once every page has been checked and every table read.

        Raises what RecoveryWay does, or DamagedPagesError.
        """
        key = access.unlock_with_recovery_code(files, self.code)
        with contextlib.closing(open_connection(files, key)) as db:
            if not check_integrity(db).sound:
                raise DamagedPagesError
            table_counts(db)
        return key


@dataclass(frozen=True, slots=True)
class TypedWay:
    """By what was typed into the one field of a restore: the recovery code, or the passphrase."""

    text: str = field(repr=False)

    def open_backup(self, envelope: Envelope) -> DataKey:
        """Return the backup's key; WrongPassphraseError, or WrongRecoveryCodeError without one."""
        with contextlib.suppress(KeyProblemError):
            return access.key_by_recovery_code(envelope, self.text)
        try:
            return access.key_by_passphrase(envelope, self.text)
        except NoSuchSlotError:
            raise WrongRecoveryCodeError from None
