"""The three ways into a vault, as the front ends name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from managernotes.vault import access
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope
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
    """By a passphrase."""

    passphrase: str = field(repr=False)

    def unlock(self, files: VaultFiles, keyring: KeyringPort) -> DataKey:  # noqa: ARG002
        """Return the vault's key; WrongPassphraseError or NoSuchSlotError."""
        return access.unlock_with_passphrase(files, self.passphrase)

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
