"""Checking one backup: its digest, and with its key what it holds, as a vault is checked."""

from __future__ import annotations

import contextlib
from pathlib import Path

from managernotes.errors import ManagerNotesError
from managernotes.services.backup_opening import (
    check_without_key,
    fits_envelope,
    opened_backup,
    verify_backup,
)
from managernotes.services.backup_places import look_at_backup
from managernotes.services.verify_words import BACKUP_UNOPENED
from managernotes.services.verifying import VaultReport, verify_connection
from managernotes.services.ways_in import BackupWay, WayIn
from managernotes.vault.backup_container import SUFFIX
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringPort


def is_backup(path: Path) -> bool:
    """Tell a backup from a vault by its name."""
    return path.suffix == SUFFIX


def verify_backup_by(path: Path, way: BackupWay) -> VaultReport:
    """Check a backup by what a person knows; WrongPassphraseError and the like."""
    key = way.open_backup(look_at_backup(path).envelope)
    try:
        return _verified(path, key)
    finally:
        key.wipe()


def verify_backup_beside(path: Path, vault: Path, way: WayIn, keyring: KeyringPort) -> VaultReport:
    """Check a backup by the way into the vault it was made of; only its digest if that fails."""
    file, key = look_at_backup(path), _key_of_vault(vault, way, keyring)
    try:
        if key is not None and fits_envelope(file.envelope, key):
            return _verified(path, key)
    finally:
        if key is not None:
            key.wipe()
    check_without_key(path)
    return VaultReport(0, 0, (), (BACKUP_UNOPENED,))


def _key_of_vault(vault: Path, way: WayIn, keyring: KeyringPort) -> DataKey | None:
    with contextlib.suppress(ManagerNotesError):
        return way.unlock(VaultFiles(vault), keyring)
    return None


def _verified(path: Path, key: DataKey) -> VaultReport:
    verify_backup(path, key)
    with opened_backup(path, key, path.parent) as db:
        return verify_connection(db)
