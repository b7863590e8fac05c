"""What the vault's tests make do with: a keyring in memory, cheap keys, an empty vault."""

from __future__ import annotations

import hashlib
from typing import Final

from managernotes.errors import (
    KeyringAbsentError,
    KeyringLockedError,
    KeyringTimeoutError,
    KeyringUnavailableError,
)
from managernotes.vault.connection import Connection
from managernotes.vault.creation import NewVault, Protection, new_vault
from managernotes.vault.key_derivation import KdfCost
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import (
    KeyringAnswer,
    KeyringOutcome,
    KeyringPort,
    KeyringReport,
)

CHEAP: Final = KdfCost(passes=1, memory_kib=64 * 1024, lanes=4)
BACKEND: Final = "keyring.backends.SecretService.Keyring"

REFUSALS: Final = {
    KeyringOutcome.ABSENT: KeyringAbsentError,
    KeyringOutcome.LOCKED: KeyringLockedError,
    KeyringOutcome.TIMEOUT: KeyringTimeoutError,
    KeyringOutcome.UNAVAILABLE: KeyringUnavailableError,
}
"""How each outcome of the keyring but FOUND is told."""


class MemoryKeyring:
    """A keyring that keeps its secrets in a dictionary, or gives one outcome to everything."""

    def __init__(self, only: KeyringOutcome | None = None) -> None:
        self.secrets: dict[str, bytes] = {}
        self.only = only

    def read(self, account: str) -> KeyringAnswer:
        if self.only is not None:
            return KeyringAnswer(outcome=self.only)
        secret = self.secrets.get(account)
        return KeyringAnswer(outcome=_there(secret is not None), backend=BACKEND, secret=secret)

    def write(self, account: str, secret: bytes) -> KeyringAnswer:
        if self.only is not None:
            return KeyringAnswer(outcome=self.only)
        self.secrets[account] = secret
        return KeyringAnswer(outcome=KeyringOutcome.FOUND, backend=BACKEND)

    def delete(self, account: str) -> KeyringAnswer:
        if self.only is not None:
            return KeyringAnswer(outcome=self.only)
        gone = self.secrets.pop(account, None)
        return KeyringAnswer(outcome=_there(gone is not None), backend=BACKEND)

    def report(self) -> KeyringReport:
        return KeyringReport(outcome=self.only or KeyringOutcome.FOUND, backend=BACKEND)


def create_vault(
    files: VaultFiles,
    protection: Protection,
    passphrase: str | None,
    keyring: KeyringPort,
) -> NewVault:
    """Make a vault with nothing in it, its passphrase cheap to try."""
    with new_vault(
        files, protection, passphrase, keyring, furnish=_leave_empty, cost=CHEAP
    ) as made:
        return made


def digest_of(files: VaultFiles) -> dict[str, str]:
    """Return what is in the vault's folder: a name and a digest for each file."""
    return {
        str(path.relative_to(files.folder)): hashlib.sha256(
            path.read_bytes() if path.exists() else b""
        ).hexdigest()
        for path in sorted(files.folder.rglob("*"))
        if not path.is_dir()
    }


def _leave_empty(_db: Connection) -> None:
    """Furnish a vault with nothing."""


def _there(found: bool) -> KeyringOutcome:
    return KeyringOutcome.FOUND if found else KeyringOutcome.ABSENT
