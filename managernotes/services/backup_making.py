"""Making one backup: checked, copied, reopened and counted before it gets its name (§4 Backups)."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from managernotes.errors import (
    DamagedPagesError,
    DiskFullError,
    InterruptedQueryError,
    NameTakenError,
    StoppedError,
    UnopenableBackupError,
    UnprovenBackupError,
)
from managernotes.services.backup_progress import Progress, Stage, Watcher
from managernotes.storage.migrations.runner import current_version
from managernotes.storage.table_counts import table_counts
from managernotes.vault import private_files
from managernotes.vault.backup_container import (
    BackupHead,
    BackupKind,
    SmallParts,
    check_digest,
    write_container,
)
from managernotes.vault.backup_facts import BackupFacts, digest_of_file, sealed_facts
from managernotes.vault.connection import Connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import sealed_envelope, to_bytes
from managernotes.vault.integrity import check_integrity
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.location import VaultFiles
from managernotes.vault.second_connection import open_beside, open_copy
from managernotes.vault.slot_changes import sealed_slots

ROOM_LEFT_BYTES: Final = 20 << 20
"""What a backup leaves free on the disk, so that notes can still be saved."""

_WAYS_IN_KEPT: Final = (SlotKind.PASSPHRASE, SlotKind.RECOVERY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which vault to back up, why and when, and to which file, which must not be there."""

    files: VaultFiles
    key: DataKey
    kind: BackupKind
    made_at: datetime
    target: Path


def make_backup(order: Order, watcher: Watcher | None = None) -> BackupFacts:
    """Make a backup on connections of its own, so that the vault may be written meanwhile.

    Writers wait only while the copy is read off. Whatever fails, and whenever the process dies,
    no unproven file has the backup's name and the vault is untouched. Raises NameTakenError
    when the name is taken, DamagedPagesError when the vault fails its check, DiskFullError,
    UnwritablePlaceError, UnprovenBackupError, UnopenableBackupError or StoppedError.
    """
    progress = Progress(order.files.database.stat().st_size, watcher)
    envelope = _envelope_for_backup(order)
    with private_files.system_errors_named(), _parts(order.target) as (copy, part):
        _refuse_too_little_room(order)
        counts, schema = _copied(order, copy, progress)
        _prove_copy(copy, order.key, counts, progress)
        facts = BackupFacts(counts, digest_of_file(copy))
        head = BackupHead(order.kind, _to_millisecond(order.made_at), schema)
        sealed = sealed_facts(facts, order.key, head, envelope)
        small = SmallParts(head=head, envelope=envelope, facts=sealed)
        write_container(part, small, copy, progress.of(Stage.WRITING))
        check_digest(part, progress.of(Stage.READING_BACK))
        _publish(part, order.target)
    return facts


def _envelope_for_backup(order: Order) -> bytes:
    """Return the key file of the backup: what a person knows opens it, no keyring does."""
    present = sealed_slots(order.files, order.key)
    slots = [slot for slot in present.slots if slot.kind in _WAYS_IN_KEPT]
    if not slots:
        raise UnopenableBackupError
    return to_bytes(sealed_envelope(present.vault_id, slots, order.key))


@contextlib.contextmanager
def _parts(target: Path) -> Iterator[tuple[Path, Path]]:
    """Yield two free names beside the target; what lies there at the end is removed."""
    if os.path.lexists(target):
        raise NameTakenError
    copy, part = private_files.part_name(target), private_files.part_name(target)
    try:
        yield copy, part
    finally:
        for path in (copy, copy.with_name(f"{copy.name}-journal"), part):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def _publish(part: Path, target: Path) -> None:
    try:
        private_files.publish(part, target)
    except FileExistsError:
        raise NameTakenError from None


def _refuse_too_little_room(order: Order) -> None:
    wanted = 2 * order.files.database.stat().st_size + ROOM_LEFT_BYTES
    if shutil.disk_usage(order.target.parent).free < wanted:
        raise DiskFullError


def _copied(order: Order, copy: Path, progress: Progress) -> tuple[Mapping[str, int], int]:
    """Check the vault and copy it; return what it held at that moment, and its schema."""
    private_files.write_new_file(copy, b"")
    with (
        contextlib.closing(open_beside(order.files, order.key)) as holder,
        contextlib.closing(open_beside(order.files, order.key)) as copier,
    ):
        progress.of(Stage.CHECKING)(0)
        if not check_integrity(copier).sound:
            raise DamagedPagesError
        with holder.holding_writers():
            counts, schema = table_counts(holder), current_version(holder)
            _vacuum(copier, copy, progress)
    return counts, schema


def _vacuum(copier: Connection, copy: Path, progress: Progress) -> None:
    tell, stopped = progress.of(Stage.COPYING), []

    def keep_on() -> bool:
        try:
            tell(copy.stat().st_size)
        except StoppedError as stop:
            stopped.append(stop)
        return not stopped

    tell(0)
    try:
        copier.copy_into(copy, keep_on)
    except InterruptedQueryError:
        raise StoppedError from None


def _prove_copy(copy: Path, key: DataKey, counts: Mapping[str, int], progress: Progress) -> None:
    """Open the copy as a restored vault would be, and count; UnprovenBackupError."""
    progress.of(Stage.PROVING)(0)
    with contextlib.closing(open_copy(copy, key)) as db:
        if table_counts(db) != counts or not check_integrity(db).sound:
            raise UnprovenBackupError


def _to_millisecond(moment: datetime) -> datetime:
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
