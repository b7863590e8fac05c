"""The recovery drill: the newest backup, opened with the code from the paper and nothing else."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from managernotes.errors import NoBackupForDrillError
from managernotes.services.trust_backup import marks_of_backup, newest_backup
from managernotes.services.ways_in import RecoveryWay
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.location import VaultFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillFinding:
    """How many notes came back, in how many seconds, and from a backup of when."""

    entries: int
    opened_in: float
    seconds: float


def drill(vault: Path, folders: tuple[Path, ...], code: str) -> DrillFinding:
    """Restore the newest backup aside, open it with the code alone, read every note, delete it.

    The vault is not touched, and the code is kept nowhere. Raises MistypedRecoveryCodeError,
    WrongRecoveryCodeError, NoBackupForDrillError, DamagedBackupError, or what the system refuses.
    """
    files = VaultFiles(vault)
    backup = newest_backup(folders, read_envelope(files).vault_id)
    if backup is None:
        raise NoBackupForDrillError
    began = time.monotonic()
    opened: list[float] = []
    key = RecoveryWay(code).open_backup(backup.envelope)
    try:
        marks = marks_of_backup(backup, key, files, lambda: opened.append(time.monotonic()))
    finally:
        key.wipe()
    ended = time.monotonic()
    return DrillFinding(entries=len(marks), opened_in=opened[0] - began, seconds=ended - began)
