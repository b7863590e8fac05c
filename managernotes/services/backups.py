"""Backups as a front end handles them when no vault is open: looking, proving, restoring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from managernotes.errors import ManagerNotesError
from managernotes.services.backup_differences import Differences
from managernotes.services.backup_opening import (
    BackupProof,
    check_without_key,
    facts_of,
    verify_backup,
)
from managernotes.services.backup_places import (
    BackupFile,
    backups_in,
    look_at_backup,
    usual_place,
)
from managernotes.services.backup_progress import Stage, Step, Watcher
from managernotes.services.backup_work import NOTES, PEOPLE
from managernotes.services.restoring import Restore, restore_as_new, restore_over
from managernotes.services.ways_in import BackupWay
from managernotes.vault.backup_container import SUFFIX, BackupKind

__all__ = [
    "SUFFIX",
    "BackupFile",
    "BackupKind",
    "Contents",
    "Differences",
    "Stage",
    "Step",
    "Watcher",
    "look_at_backup",
    "newest_sound_backup",
    "proven",
    "put_back",
    "restored",
]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds."""

    notes: int
    people: int


def proven(path: Path, way: BackupWay | None, watcher: Watcher | None = None) -> BackupProof:
    """Prove one backup completely, or without a key as far as that goes; raises what is wrong."""
    if way is None:
        return check_without_key(path, watcher)
    return verify_backup(path, way.open_backup(look_at_backup(path).envelope), watcher)


def newest_sound_backup(vault: Path) -> BackupFile | None:
    """Return the newest backup beside a vault of which not a bit has changed; None without one.

    For a vault that cannot be opened, so whatever its key file says: reads the whole file.
    """
    for file in backups_in(usual_place(vault)):
        try:
            check_without_key(file.path)
        except ManagerNotesError:
            continue
        return file
    return None


def restored(
    backup: Path, vault: Path, way: BackupWay | None, watcher: Watcher | None = None
) -> Contents | None:
    """Make a new vault of a backup and return what is in it; None when no key was given.

    Raises VaultExistsError, what is wrong with the backup, or that the key is wrong.
    """
    key = way.open_backup(look_at_backup(backup).envelope) if way else None
    restore_as_new(Restore(backup=backup, vault=vault, key=key), watcher)
    if key is None:
        return None
    counts = facts_of(backup, key).counts
    key.wipe()
    return Contents(counts.get(NOTES, 0), counts.get(PEOPLE, 0))


def put_back(
    backup: Path, vault: Path, way: BackupWay, moment: datetime, watcher: Watcher | None = None
) -> Path | None:
    """Put a backup in the place of a vault that is closed or damaged; return where that is kept.

    Raises as `restored` does, but over no present vault.
    """
    key = way.open_backup(look_at_backup(backup).envelope)
    try:
        return restore_over(Restore(backup=backup, vault=vault, key=key), moment, watcher)
    finally:
        key.wipe()
