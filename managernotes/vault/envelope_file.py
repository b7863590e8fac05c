"""Reading and writing the key file so that a crash leaves the old one or the new one, whole."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from managernotes.errors import (
    DamagedEnvelopeError,
    NewerVaultError,
    StorageFailedError,
    VaultBusyError,
)
from managernotes.vault import private_files
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import (
    MOST_BYTES,
    Envelope,
    from_bytes,
    to_bytes,
    verify_envelope,
)
from managernotes.vault.location import VaultFiles


def read_envelope(files: VaultFiles) -> Envelope:
    """Return the envelope beside the vault.

    Raises NewerVaultError, DamagedEnvelopeError, or what the system refuses.
    """
    with private_files.system_errors_named():
        return from_bytes(private_files.read_small_file(files.envelope, MOST_BYTES + 1))


def write_first_envelope(files: VaultFiles, envelope: Envelope, key: DataKey) -> None:
    """Write a new vault's envelope and a second copy; raises VaultExistsError over an old one."""
    with private_files.system_errors_named():
        part = private_files.part_name(files.envelope)
        with _removed_at_the_end(part):
            _write_and_prove(part, envelope, key)
            private_files.publish(part, files.envelope)
        try:
            _copy_to_backup(files, to_bytes(envelope))
        except BaseException:
            files.envelope.unlink()
            raise


def replace_envelope(files: VaultFiles, old: Envelope, new: Envelope, key: DataKey) -> None:
    """Put a new envelope in the place of the one that was read; the old one becomes the backup.

    The backup never opens more than the envelope does: once a slot has gone, it goes there too.
    Raises VaultBusyError when another program has replaced the envelope meanwhile.
    """
    with private_files.system_errors_named():
        part = private_files.part_name(files.envelope)
        with _removed_at_the_end(part):
            _write_and_prove(part, new, key)
            if read_envelope(files) != old:
                raise VaultBusyError
            _copy_to_backup(files, to_bytes(old))
            part.replace(files.envelope)
            private_files.sync_folder(files.folder)
        if not set(old.every_slot) <= set(new.every_slot):
            _copy_to_backup(files, to_bytes(new))


def tidy_backup(files: VaultFiles, envelope: Envelope) -> None:
    """Let the backup open no more than the envelope: a crash may have left a slot that went.

    A backup that cannot be read is left for `verify` to tell of.
    """
    with contextlib.suppress(DamagedEnvelopeError, NewerVaultError, OSError):
        kept = from_bytes(private_files.read_small_file(files.envelope_backup, MOST_BYTES + 1))
        if not set(kept.every_slot) <= set(envelope.every_slot):
            _copy_to_backup(files, to_bytes(envelope))


def _write_and_prove(part: Path, envelope: Envelope, key: DataKey) -> None:
    """Write the envelope, then read it back from the disk and check it under the data key."""
    private_files.write_new_file(part, to_bytes(envelope))
    written = from_bytes(private_files.read_small_file(part, MOST_BYTES + 1))
    verify_envelope(written, key)
    if written != envelope:
        raise StorageFailedError


def _copy_to_backup(files: VaultFiles, content: bytes) -> None:
    part = private_files.part_name(files.envelope_backup)
    with _removed_at_the_end(part):
        private_files.write_new_file(part, content)
        part.replace(files.envelope_backup)
        private_files.sync_folder(files.folder)


@contextlib.contextmanager
def _removed_at_the_end(part: Path) -> Iterator[None]:
    try:
        yield
    finally:
        part.unlink(missing_ok=True)
