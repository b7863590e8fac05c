"""Stand-ins for the vault's tests: a keyring in memory, and a cheap key derivation."""

from __future__ import annotations

from typing import Final

from managernotes.vault.key_derivation import KdfCost
from managernotes.vault.os_keyring import KeyringAnswer, KeyringOutcome, KeyringReport

CHEAP: Final = KdfCost(passes=1, memory_kib=64 * 1024, lanes=4)
BACKEND: Final = "keyring.backends.SecretService.Keyring"


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
        gone = self.secrets.pop(account, None)
        return KeyringAnswer(outcome=_there(gone is not None), backend=BACKEND)

    def report(self) -> KeyringReport:
        return KeyringReport(outcome=self.only or KeyringOutcome.FOUND, backend=BACKEND)


def _there(found: bool) -> KeyringOutcome:
    return KeyringOutcome.FOUND if found else KeyringOutcome.ABSENT
