"""Opening one backup to read, count or prove it; the backup itself is never changed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from managernotes.errors import (
    DamagedBackupError,
    DamagedEnvelopeError,
    DamagedPagesError,
    ForeignFileError,
)
from managernotes.services.backup_places import BackupFile, look_at_backup
from managernotes.services.backup_progress import Progress, Stage, Watcher
from managernotes.services.ways_in import BackupWay
from managernotes.storage.migrations.runner import current_version
from managernotes.storage.table_counts import table_counts
from managernotes.vault import private_files
from managernotes.vault.backup_container import (
    SUFFIX,
    check_digest,
    extract_database,
    read_frame,
)
from managernotes.vault.backup_facts import BackupFacts, digest_of_file, opened_facts
from managernotes.vault.connection import Connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import from_bytes, verify_envelope
from managernotes.vault.integrity import check_integrity
from managernotes.vault.second_connection import open_copy


@dataclass(frozen=True, slots=True)
class BackupProof:
    """What a whole check of one backup found; without a key nothing was opened or counted."""

    file: BackupFile
    pages_checked: int
    counts: dict[str, int] | None


def fits(file: BackupFile, key: DataKey) -> bool:
    """Tell whether this data key opens the backup; its envelope's seal is proof."""
    with contextlib.suppress(DamagedEnvelopeError):
        verify_envelope(file.envelope, key)
        return True
    return False


def key_of_backup(file: BackupFile, way: BackupWay) -> DataKey:
    """Return the backup's data key; WrongPassphraseError and the like when this is not its way."""
    return way.open_backup(file.envelope)


def facts_of(path: Path, key: DataKey) -> BackupFacts:
    """Return what a backup holds, without opening its database; DamagedBackupError."""
    frame = read_frame(path)
    return opened_facts(frame.facts, key, frame.head, frame.envelope)


def verify_backup(path: Path, key: DataKey, watcher: Watcher | None = None) -> BackupProof:
    """Prove one backup: digest, seals of every page, structure, and the rows of every table.

    Raises DamagedBackupError, NotABackupError, NewerBackupError, or what the system refuses.
    """
    with opened_backup(path, key, path.parent, watcher) as db:
        report = check_integrity(db)
        counts = table_counts(db)
        sound = report.sound and counts == dict(facts_of(path, key).counts)
        if not sound or current_version(db) != read_frame(path).head.schema:
            raise DamagedBackupError
    return BackupProof(look_at_backup(path), report.pages_checked, counts)


def check_without_key(path: Path, watcher: Watcher | None = None) -> BackupProof:
    """Prove what can be proven without a key: that not a bit of the backup has changed.

    Raises as `verify_backup`.
    """
    frame = check_digest(path, Progress(path.stat().st_size, watcher).of(Stage.READING_BACK))
    from_bytes(frame.envelope)
    return BackupProof(look_at_backup(path), 0, None)


@contextlib.contextmanager
def opened_backup(
    path: Path, key: DataKey, scratch: Path, watcher: Watcher | None = None
) -> Iterator[Connection]:
    """Open a backup to read it: its database, still encrypted, is unpacked into a folder.

    The unpacked file is gone at the end, on POSIX systems from the first moment on.
    """
    unpacked = private_files.part_name(scratch / f"reading{SUFFIX}")
    try:
        unpack_proven(path, key, unpacked, watcher)
        with contextlib.closing(open_copy(unpacked, key)) as db:
            with contextlib.suppress(OSError):  # Windows keeps an open file
                unpacked.unlink()
            yield db
    except (DamagedPagesError, DamagedEnvelopeError, ForeignFileError):
        raise DamagedBackupError from None
    finally:
        with contextlib.suppress(OSError):
            unpacked.unlink(missing_ok=True)


def unpack_proven(
    path: Path, key: DataKey, target: Path, watcher: Watcher | None = None
) -> BackupFacts:
    """Write a backup's database to a new file and prove that it is the one that was sealed.

    Raises DamagedBackupError, and then nothing is left.
    """
    tell = Progress(path.stat().st_size, watcher).of(Stage.READING_BACK)
    frame = extract_database(path, target, tell)
    try:
        verify_envelope(from_bytes(frame.envelope), key)
        facts = opened_facts(frame.facts, key, frame.head, frame.envelope)
        _refuse_other_database(target, facts)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return facts


def _refuse_other_database(unpacked: Path, facts: BackupFacts) -> None:
    if digest_of_file(unpacked) != facts.database_sha256:
        raise DamagedBackupError
