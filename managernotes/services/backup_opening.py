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
    NewerBackupError,
    NewerVaultError,
)
from managernotes.services.backup_places import BackupFile, envelope_of, look_at_backup, size_of
from managernotes.services.backup_progress import Progress, Stage, Watcher
from managernotes.storage.migrations import runner
from managernotes.storage.table_counts import table_counts
from managernotes.vault import private_files
from managernotes.vault.backup_container import (
    SUFFIX,
    check_digest,
    extract_database,
    read_frame,
)
from managernotes.vault.backup_facts import BackupFacts, digest_of_file, opened_facts
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope, verify_envelope
from managernotes.vault.integrity import check_integrity
from managernotes.vault.location import VaultFiles
from managernotes.vault.second_connection import open_copy


@dataclass(frozen=True, slots=True)
class BackupProof:
    """What a whole check of one backup found; without a key nothing was opened or counted."""

    file: BackupFile
    pages_checked: int
    counts: dict[str, int] | None


def fits_envelope(envelope: Envelope, key: DataKey) -> bool:
    """Tell whether an envelope, of a vault or a backup, was sealed with this data key."""
    with contextlib.suppress(DamagedEnvelopeError):
        verify_envelope(envelope, key)
        return True
    return False


def facts_of(path: Path, key: DataKey) -> BackupFacts:
    """Return what a backup holds, without opening its database; DamagedBackupError."""
    frame = read_frame(path)
    return opened_facts(frame.facts, key, frame.head, frame.envelope)


def verify_backup(path: Path, key: DataKey, watcher: Watcher | None = None) -> BackupProof:
    """Prove one backup: digest, seals of every page, structure, and the rows of every table.

    Raises DamagedBackupError, NotABackupError, NewerBackupError, or what the system refuses.
    """
    with _unpacked(path, key, path.parent, watcher) as (unpacked, facts):
        pages = refuse_unsound(unpacked, key, facts)
    return BackupProof(look_at_backup(path), pages, dict(facts.counts))


def refuse_unsound(unpacked: Path, key: DataKey, facts: BackupFacts) -> int:
    """Open an unpacked database, check and count all of it; return its pages.

    Raises DamagedBackupError when it is not what was sealed.
    """
    try:
        with contextlib.closing(open_copy(unpacked, key)) as db:
            report = check_integrity(db)
            if report.sound and table_counts(db) == dict(facts.counts):
                return report.pages_checked
    except (DamagedPagesError, ForeignFileError):
        pass
    raise DamagedBackupError


def check_without_key(path: Path, watcher: Watcher | None = None) -> BackupProof:
    """Prove what can be proven without a key: that not a bit of the backup has changed.

    Raises as `verify_backup`.
    """
    frame = check_digest(path, Progress(size_of(path), watcher).of(Stage.READING_BACK))
    envelope_of(frame)
    return BackupProof(look_at_backup(path), 0, None)


@contextlib.contextmanager
def opened_backup(
    path: Path, key: DataKey, scratch: Path, watcher: Watcher | None = None
) -> Iterator[Connection]:
    """Open a backup to read it, with today's schema: its database is unpacked into a folder.

    What was unpacked is encrypted like the vault, and gone at the end, on POSIX systems from the
    first read on. Raises DamagedBackupError, NewerBackupError, or what the system refuses.
    """
    with _unpacked(path, key, scratch, watcher) as (unpacked, _facts):
        _bring_up_to_date(unpacked, key)
        with contextlib.closing(open_copy(unpacked, key)) as db:
            with contextlib.suppress(OSError):  # Windows keeps an open file
                unpacked.unlink()
            yield db


@contextlib.contextmanager
def _unpacked(
    path: Path, key: DataKey, scratch: Path, watcher: Watcher | None
) -> Iterator[tuple[Path, BackupFacts]]:
    unpacked = VaultFiles(private_files.part_name(scratch / f"reading{SUFFIX}"))
    try:
        yield unpacked.database, unpack_proven(path, key, unpacked.database, watcher)
    finally:
        for left in (unpacked.database, unpacked.journal):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def _bring_up_to_date(unpacked: Path, key: DataKey) -> None:
    """Give an unpacked copy the newest schema, so that it is read like a vault; NewerBackupError.

    No copy is made before: the backup itself is one.
    """
    with contextlib.closing(open_connection(VaultFiles(unpacked), key)) as db:
        try:
            runner.migrate(db, before_step=lambda _version: None)
        except NewerVaultError:
            raise NewerBackupError from None


def unpack_proven(
    path: Path, key: DataKey, target: Path, watcher: Watcher | None = None
) -> BackupFacts:
    """Write a backup's database to a new file and prove that it is the one that was sealed.

    Raises DamagedBackupError, and then nothing is left.
    """
    tell = Progress(size_of(path), watcher).of(Stage.READING_BACK)
    frame = extract_database(path, target, tell)
    try:
        verify_envelope(envelope_of(frame), key)
        facts = opened_facts(frame.facts, key, frame.head, frame.envelope)
        _refuse_other_database(target, facts)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return facts


def _refuse_other_database(unpacked: Path, facts: BackupFacts) -> None:
    if digest_of_file(unpacked) != facts.database_sha256:
        raise DamagedBackupError
