"""From a backup to a vault: unpacked, proven, and only then given its name (§4 Backups).

The present vault is never written over: it is kept aside, whole, under a name with the moment.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from managernotes.errors import ManagerNotesError, VaultExistsError
from managernotes.services.backup_opening import fits_envelope, refuse_unsound, unpack_proven
from managernotes.services.backup_places import envelope_of, size_of
from managernotes.services.backup_progress import Progress, Stage, Watcher
from managernotes.vault import private_files
from managernotes.vault.backup_container import extract_database, read_frame
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.location import VaultFiles, is_unsafe


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """Which backup becomes the vault at which place, and the data key that proves it.

    Without a key only the digest can be checked: not a bit has changed, but nothing was opened.
    """

    backup: Path
    vault: Path
    key: DataKey | None = None


def restore_as_new(order: Restore, watcher: Watcher | None = None) -> None:
    """Make a new vault of a backup; what opens the backup opens it, no keyring does.

    Raises VaultExistsError over anything of a vault, DamagedBackupError, DiskFullError, or what
    the system refuses; then nothing is left.
    """
    files = VaultFiles(order.vault)
    frame = read_frame(order.backup)
    envelope_of(frame)
    with private_files.system_errors_named():
        _refuse_taken(files, frame.envelope)
        private_files.make_folder(files.folder)
        with _proven(order, files, watcher) as unpacked:
            _write_envelopes(files, frame.envelope)
            private_files.publish(unpacked, files.database)


def restore_over(order: Restore, moment: datetime, watcher: Watcher | None = None) -> Path | None:
    """Put a backup in the place of the present vault, which is kept aside; return where.

    The vault must be closed. If its key file is of the same data key it stays, so that the
    keyring goes on working; else the backup's takes its place. Whenever the process dies, the
    vault or the one kept aside opens. None when there was nothing to keep. Raises as
    `restore_as_new` does; the present vault is then as it was.
    """
    files = VaultFiles(order.vault)
    aside = VaultFiles(_free_name_aside(files, moment))
    with private_files.system_errors_named(), _proven(order, files, watcher) as unpacked:
        kept = _keep_aside(files, aside)
        if _present_key_fits(files, order.key):
            unpacked.replace(files.database)
        else:
            _put_in_place(files, unpacked, read_frame(order.backup).envelope)
        private_files.sync_folder(files.folder)
    return aside.database if kept else None


def _refuse_taken(files: VaultFiles, envelope: bytes) -> None:
    """Raise VaultExistsError, but for the key file of a restore that was cut off."""
    there = {path for path in files.all if os.path.lexists(path)}
    if there <= {files.envelope, files.envelope_backup} and not is_unsafe(files):
        there = {path for path in there if path.read_bytes() != envelope}
    if there:
        raise VaultExistsError


@contextlib.contextmanager
def _proven(order: Restore, files: VaultFiles, watcher: Watcher | None) -> Iterator[Path]:
    """Yield the backup's database, unpacked beside the vault, proven and safe on the disk."""
    unpacked = private_files.part_name(files.database)
    try:
        if order.key is None:
            tell = Progress(size_of(order.backup), watcher).of(Stage.READING_BACK)
            extract_database(order.backup, unpacked, tell)
        else:
            facts = unpack_proven(order.backup, order.key, unpacked, watcher)
            Progress(unpacked.stat().st_size, watcher).of(Stage.PROVING)(0)
            refuse_unsound(unpacked, order.key, facts)
        yield unpacked
    finally:
        with contextlib.suppress(OSError):
            unpacked.unlink(missing_ok=True)


def _write_envelopes(files: VaultFiles, content: bytes) -> None:
    """Give the vault its key file and the second copy, each whole or not at all."""
    for path in (files.envelope_backup, files.envelope):
        if not os.path.lexists(path):
            part = private_files.part_name(path)
            private_files.write_new_file(part, content)
            private_files.publish(part, path)


def _put_in_place(files: VaultFiles, unpacked: Path, envelope: bytes) -> None:
    """Exchange vault and keys; a moment without a vault is not a moment with the wrong keys."""
    names = (files.envelope_backup, files.envelope)
    parts = [private_files.part_name(name) for name in names]
    try:
        for part in parts:
            private_files.write_new_file(part, envelope)
        files.database.unlink(missing_ok=True)
        for part, name in zip(parts, names, strict=True):
            part.replace(name)
        private_files.publish(unpacked, files.database)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _keep_aside(files: VaultFiles, aside: VaultFiles) -> bool:
    """Give what is there of the present vault a second name; tell whether there was anything.

    The keys first, so that what is aside always opens; a journal that is not empty goes with its
    vault before another takes the vault's name.
    """
    kept = False
    for present, name in (
        (files.envelope, aside.envelope),
        (files.envelope_backup, aside.envelope_backup),
        (files.database, aside.database),
    ):
        if os.path.lexists(present):
            _second_name(present, name)
            kept = True
    if os.path.lexists(files.journal) and files.journal.lstat().st_size:
        files.journal.rename(aside.journal)
    private_files.sync_folder(files.folder)
    return kept


def _second_name(present: Path, name: Path) -> None:
    try:
        os.link(present, name, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        present.rename(name)


def _present_key_fits(files: VaultFiles, key: DataKey | None) -> bool:
    if key is None:
        return False
    with contextlib.suppress(ManagerNotesError):
        return fits_envelope(read_envelope(files), key)
    return False


def _free_name_aside(files: VaultFiles, moment: datetime) -> Path:
    stem = f"{files.database.name}.kept-{moment:%Y-%m-%d-%H%M%S}"
    path, number = files.database.with_name(stem), 2
    while any(os.path.lexists(each) for each in VaultFiles(path).all):
        path, number = files.database.with_name(f"{stem}-{number}"), number + 1
    return path
