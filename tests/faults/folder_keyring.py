"""A keyring in a folder, one file for each secret, that a kill leaves whole: for fault tests."""

from __future__ import annotations

from pathlib import Path

from managernotes.services.keys import KeyringAnswer, KeyringOutcome, KeyringReport


class FolderKeyring:
    """Survives the process that writes to it, as the system's keyring does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)

    @property
    def accounts(self) -> list[str]:
        return sorted(file.name for file in self._folder.iterdir() if file.suffix != ".part")

    def read(self, account: str) -> KeyringAnswer:
        file = self._folder / account
        if not file.exists():
            return KeyringAnswer(outcome=KeyringOutcome.ABSENT)
        return KeyringAnswer(outcome=KeyringOutcome.FOUND, secret=file.read_bytes())

    def write(self, account: str, secret: bytes) -> KeyringAnswer:
        part = self._folder / f"{account}.part"
        part.write_bytes(secret)
        part.replace(self._folder / account)
        return KeyringAnswer(outcome=KeyringOutcome.FOUND)

    def delete(self, account: str) -> KeyringAnswer:
        there = (self._folder / account).exists()
        (self._folder / account).unlink(missing_ok=True)
        return KeyringAnswer(outcome=KeyringOutcome.FOUND if there else KeyringOutcome.ABSENT)

    def report(self) -> KeyringReport:
        return KeyringReport(outcome=KeyringOutcome.FOUND)
