"""Opening a vault by first putting a backup in its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from managernotes.errors import ForeignBackupError
from managernotes.services.backup_opening import fits_envelope
from managernotes.services.backup_places import look_at_backup
from managernotes.services.restoring import Restore, restore_over
from managernotes.services.ways_in import BackupWay
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringPort


@dataclass(frozen=True, slots=True)
class OpenKeyWay:
    """By the data key of a vault that was open a moment ago: good once, for a backup of its own."""

    key: DataKey = field(repr=False)

    def open_backup(self, envelope: Envelope) -> DataKey:
        """Hand the key on; ForeignBackupError when the backup is of another."""
        try:
            if not fits_envelope(envelope, self.key):
                raise ForeignBackupError
            return DataKey(self.key.material)
        finally:
            self.key.wipe()


@dataclass(frozen=True, slots=True)
class RestoringWay:
    """A way into a vault: restore a backup over it, the present one kept aside, then open it."""

    backup: Path
    way: BackupWay
    moment: datetime

    def unlock(self, files: VaultFiles, keyring: KeyringPort) -> DataKey:  # noqa: ARG002
        """Restore and return the key; raises as restoring does, the vault then as it was."""
        key = self.way.open_backup(look_at_backup(self.backup).envelope)
        try:
            order = Restore(backup=self.backup, vault=files.database, key=key)
            restore_over(order, self.moment)
        except BaseException:
            key.wipe()
            raise
        return key
