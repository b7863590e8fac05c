"""The copy that is made before the vault itself is rewritten: a new schema, a new data key."""

from __future__ import annotations

from pathlib import Path

from managernotes.clock import Clock
from managernotes.services.backup_making import Order, make_backup
from managernotes.services.backup_places import free_name, make_place, usual_place
from managernotes.services.backup_progress import Watcher
from managernotes.vault.backup_container import BackupKind
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles


def keep_safety_copy(
    files: VaultFiles,
    key: DataKey,
    clock: Clock,
    kind: BackupKind,
    watcher: Watcher | None = None,
) -> Path:
    """Make a proven backup beside the vault and return its place; raises what making one does.

    Beside the vault always: a disk that is not plugged in must not keep the vault shut. No
    transaction may be open on this thread.
    """
    folder, now = usual_place(files.database), clock.now()
    make_place(folder)
    target = free_name(folder, now, kind)
    make_backup(Order(files=files, key=key, kind=kind, made_at=now, target=target), watcher)
    return target
