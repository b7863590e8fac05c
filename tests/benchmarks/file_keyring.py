"""A keyring for sample vaults, so that they open without a desktop."""

from __future__ import annotations

import json
from pathlib import Path

from managernotes.services.keys import KeyringAnswer, KeyringOutcome, KeyringReport


class FileKeyring:
    """A keyring in a file: what it keeps opens nothing but a sample vault of invented people."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self, account: str) -> KeyringAnswer:
        """Return the account's secret."""
        secret = self._kept().get(account)
        outcome = KeyringOutcome.FOUND if secret else KeyringOutcome.ABSENT
        return KeyringAnswer(outcome=outcome, secret=bytes.fromhex(secret) if secret else None)

    def write(self, account: str, secret: bytes) -> KeyringAnswer:
        """Keep a secret."""
        self._file.write_text(json.dumps(self._kept() | {account: secret.hex()}))
        return KeyringAnswer(outcome=KeyringOutcome.FOUND)

    def delete(self, account: str) -> KeyringAnswer:
        """Keep no secret for an account."""
        kept = self._kept()
        gone = kept.pop(account, None)
        self._file.write_text(json.dumps(kept))
        return KeyringAnswer(outcome=KeyringOutcome.FOUND if gone else KeyringOutcome.ABSENT)

    def report(self) -> KeyringReport:
        """Tell that it is usable."""
        return KeyringReport(outcome=KeyringOutcome.FOUND)

    def _kept(self) -> dict[str, str]:
        kept: dict[str, str] = json.loads(self._file.read_text()) if self._file.exists() else {}
        return kept
