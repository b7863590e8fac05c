"""The long changes of a vault that a kill may cut off, as processes to be killed run them.

The keyring is a file, written whole or not at all, because it has to outlive the killed process.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from managernotes.clock import SystemClock
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import put_back
from managernotes.services.key_change import KeyChange
from managernotes.services.keys import KeyringAnswer, KeyringOutcome, KeyringReport
from managernotes.services.protecting import NewSecrets, change_ways
from managernotes.services.ways_in import KeyringWay, RecoveryWay, WayIn
from managernotes.services.workspace import Workspace, open_workspace
from managernotes.vault.backup_container import BackupKind
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.recovery_code import RecoveryCode
from tests.faults.killing import READY, Say

NOW: Final = datetime(2026, 11, 24, 12, tzinfo=UTC)


class LastingKeyring:
    """A keyring in a file of its own."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self, account: str) -> KeyringAnswer:
        secret = self._kept().get(account)
        if secret is None:
            return KeyringAnswer(outcome=KeyringOutcome.ABSENT)
        return KeyringAnswer(outcome=KeyringOutcome.FOUND, secret=bytes.fromhex(secret))

    def write(self, account: str, secret: bytes) -> KeyringAnswer:
        self._keep(self._kept() | {account: secret.hex()})
        return KeyringAnswer(outcome=KeyringOutcome.FOUND)

    def delete(self, account: str) -> KeyringAnswer:
        kept = self._kept()
        gone = kept.pop(account, None)
        self._keep(kept)
        return KeyringAnswer(outcome=KeyringOutcome.FOUND if gone else KeyringOutcome.ABSENT)

    def report(self) -> KeyringReport:
        return KeyringReport(outcome=KeyringOutcome.FOUND)

    def _kept(self) -> dict[str, str]:
        kept: dict[str, str] = json.loads(self._file.read_text()) if self._file.exists() else {}
        return kept

    def _keep(self, secrets: dict[str, str]) -> None:
        part = self._file.with_suffix(".part")
        part.write_text(json.dumps(secrets))
        part.replace(self._file)


@dataclass(frozen=True)
class Protected:
    """A vault, the keyring that opens it, and its recovery code."""

    path: Path
    code: str

    @property
    def keyring(self) -> LastingKeyring:
        """The keyring, which lies outside the vault's folder."""
        return LastingKeyring(self.path.parent.with_suffix(".keyring"))

    def open(self, way: WayIn | None = None) -> Workspace:
        """Open it by a way in, the code if none is named."""
        chosen = way or RecoveryWay(self.code)
        return open_workspace(self.path, chosen, clock=SystemClock(), keyring=self.keyring)

    def ways(self, *codes: str) -> tuple[WayIn, ...]:
        """Return the ways in that somebody may try: the keyring, this code, and newer ones."""
        return (KeyringWay(), *map(RecoveryWay, (self.code, *codes)))


Change = Callable[[Say, Protected], None]
"""Opens a vault, says READY, and changes something; says each new recovery code beforehand."""


def change_the_key(say: Say, vault: Protected) -> None:
    """Encrypt the vault under a new data key, with its safety copy."""
    with closing(vault.open()) as workspace:
        change = KeyChange(workspace, vault.keyring)
        say(change.code.text)
        say(READY)
        change.carry_out()


def make_a_backup(say: Say, vault: Protected) -> None:
    """Make one backup after the other."""
    with closing(vault.open()) as workspace:
        work = BackupWork.of(workspace)
        say(READY)
        for _ in range(3):
            work.make(BackupKind.MANUAL)


def put_a_backup_back(say: Say, vault: Protected) -> None:
    """Put the newest backup in the vault's place; the vault is kept aside."""
    backup = newest_backup(vault)
    say(READY)
    put_back(backup, vault.path, RecoveryWay(vault.code), NOW)


def change_the_ways_in(say: Say, vault: Protected) -> None:
    """Renew the keyring's secret and the recovery code."""
    with closing(vault.open()) as workspace:
        for _ in range(3):
            code = RecoveryCode.new()
            say(code.text)
            say(READY)
            secrets = NewSecrets(code=code)
            kinds = (SlotKind.KEYRING, SlotKind.RECOVERY)
            change_ways(workspace, vault.keyring, add=kinds, secrets=secrets)


def newest_backup(vault: Protected) -> Path:
    """Return the newest backup beside a vault."""
    return max(vault.path.parent.rglob("*.mnbackup"), key=lambda path: path.name)
