"""Where backups lie, what they are called, and which are there."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from managernotes.errors import (
    DamagedBackupError,
    DamagedEnvelopeError,
    ManagerNotesError,
    NewerBackupError,
    NewerVaultError,
)
from managernotes.vault import private_files
from managernotes.vault.backup_container import (
    SUFFIX,
    BackupFrame,
    BackupHead,
    BackupKind,
    read_frame,
)
from managernotes.vault.envelope import Envelope, from_bytes

_STRAY: Final = re.compile(re.escape(SUFFIX) + r"\.[0-9a-f]{8}\.part(-journal)?$")
_STRAY_AFTER_SECONDS: Final = 3_600.0
"""A backup of a very large vault to a slow disk may take minutes."""

_WORDS: Final = {
    BackupKind.AUTOMATIC: "",
    BackupKind.MANUAL: "",
    BackupKind.BEFORE_UPDATE: "-before-update",
    BackupKind.BEFORE_REKEY: "-before-new-key",
}


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup as it lies on the disk: what it says of itself, not yet proven."""

    path: Path
    size: int
    head: BackupHead
    envelope: Envelope
    digest: bytes


def usual_place(vault: Path) -> Path:
    """Return the folder beside a vault for its backups; two vaults side by side do not mix."""
    return vault.with_name(f"{vault.name}.backups")


def free_name(folder: Path, moment: datetime, kind: BackupKind) -> Path:
    """Return a name that tells when and why, and is free; it says nothing of the vault."""
    stem = f"managernotes-{moment:%Y-%m-%d-%H%M%S}{_WORDS[kind]}"
    path, number = folder / f"{stem}{SUFFIX}", 2
    while os.path.lexists(path):
        path, number = folder / f"{stem}-{number}{SUFFIX}", number + 1
    return path


def look_at_backup(path: Path) -> BackupFile:
    """Return what one file says of itself; raises what is wrong with it."""
    frame = read_frame(path)
    envelope = envelope_of(frame)
    return BackupFile(path, frame.total_bytes, frame.head, envelope, frame.digest)


def envelope_of(frame: BackupFrame) -> Envelope:
    """Return a backup's key file; DamagedBackupError or NewerBackupError."""
    try:
        return from_bytes(frame.envelope)
    except NewerVaultError:
        raise NewerBackupError from None
    except DamagedEnvelopeError:
        raise DamagedBackupError from None


def size_of(path: Path) -> int:
    """Return a file's size for a progress bar; 0 when it cannot be seen."""
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0


def backups_in(folder: Path, vault_id: str | None = None) -> list[BackupFile]:
    """Return the backups in a folder, the newest first: of one vault, or of any.

    What cannot be read as a backup is left out, and so is a folder that is not there.
    """
    found = [file for file in _readable(folder) if vault_id in {None, file.envelope.vault_id}]
    return sorted(found, key=lambda file: (file.head.made_at, file.path.name), reverse=True)


def make_place(folder: Path) -> None:
    """Create the usual folder for its owner alone, and sweep what killed processes left.

    Raises UnwritablePlaceError.
    """
    with private_files.system_errors_named():
        private_files.make_folder(folder)
    sweep_strays(folder)


def sweep_strays(folder: Path) -> None:
    """Remove unfinished files that a killed process left more than an hour ago."""
    with contextlib.suppress(OSError):
        for entry in folder.iterdir():
            if _STRAY.search(entry.name):
                age = time.time() - entry.lstat().st_mtime
                if age > _STRAY_AFTER_SECONDS:
                    entry.unlink()


def _readable(folder: Path) -> Iterator[BackupFile]:
    try:
        names = sorted(entry for entry in folder.iterdir() if entry.suffix == SUFFIX)
    except OSError:
        return
    for path in names:
        with contextlib.suppress(ManagerNotesError):
            yield look_at_backup(path)
