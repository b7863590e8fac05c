"""Going on at another place with a vault whose own place is lost (§5 no. 22, SPEC §5.18).

A file that was removed or replaced can still be read as long as it is open. So all that was
saved is copied to the new place, proved there, and the work goes on with the copy, under the
same key and the same ways in; what stands at the old place is not touched.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from managernotes.errors import (
    MissingEnvelopeError,
    UnprovenBackupError,
    UnsafePathError,
    VaultExistsError,
)
from managernotes.services.ledger import Ledger
from managernotes.services.workspace import Workspace
from managernotes.storage.table_counts import table_counts
from managernotes.vault import private_files
from managernotes.vault.connection import open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope_file import write_first_envelope
from managernotes.vault.integrity import check_integrity
from managernotes.vault.location import VaultFiles, look_at
from managernotes.vault.presence import Presence
from managernotes.vault.second_connection import open_copy
from managernotes.vault.states import FileState, judge


def moved(workspace: Workspace, place: Path) -> Workspace:
    """Copy an open vault to a place that is free and return it open there; close the old one.

    Whatever fails, nothing is left at the new place and the vault is open as before. Raises
    VaultExistsError, VaultReplacedError when what is open is not what was saved, DiskFullError,
    UnwritablePlaceError, UnprovenBackupError, or what reading raises.
    """
    files, key = VaultFiles(place), DataKey(workspace.key.material)
    with contextlib.ExitStack() as undo:
        undo.callback(key.wipe)
        with private_files.system_errors_named():
            _refuse_taken(files)
            for made in private_files.make_folder(files.folder):
                undo.callback(_forget_folder, made)
            with _unfinished(files) as part:
                _copy(workspace, part)
                _publish(workspace, part, files, undo)
        presence = Presence(files.folder)
        undo.callback(presence.leave)
        db = open_connection(files, key)
        ledger = Ledger(db, workspace.ledger.clock, workspace.ledger.device)
        there = Workspace(ledger, files, key, keyring=workspace.keyring, presence=presence)
        undo.pop_all()
    workspace.close()
    return there


def _refuse_taken(files: VaultFiles) -> None:
    state = judge(look_at(files))
    if state is FileState.UNSAFE_PATH:
        raise UnsafePathError
    if state is not FileState.FIRST_RUN:
        raise VaultExistsError


@contextlib.contextmanager
def _unfinished(files: VaultFiles) -> Iterator[Path]:
    part = private_files.part_name(files.database)
    try:
        yield part
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            left.unlink(missing_ok=True)


def _copy(workspace: Workspace, part: Path) -> None:
    """Copy what the open connection sees, and prove it: whole, and all that was saved."""
    db = workspace.ledger.db
    private_files.write_new_file(part, b"")
    db.copy_into(part, lambda: True)
    with contextlib.closing(open_copy(part, workspace.key)) as copy:
        workspace.refuse_other(copy)
        if table_counts(copy) != table_counts(db) or not check_integrity(copy).sound:
            raise UnprovenBackupError


def _publish(
    workspace: Workspace, part: Path, files: VaultFiles, undo: contextlib.ExitStack
) -> None:
    """Write the key file, and after it give the copy its name."""
    envelope = workspace.key_file.envelope
    if envelope is None:
        raise MissingEnvelopeError
    write_first_envelope(files, envelope, workspace.key)
    undo.callback(_forget, files.envelope, files.envelope_backup)
    private_files.publish(part, files.database)
    undo.callback(_forget, files.database, files.journal)


def _forget(*paths: Path) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _forget_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
