"""What is proved: a vault that is open in the window, or one opened only to be read."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from managernotes.clock import Clock
from managernotes.errors import DamagedPagesError
from managernotes.services.backup_places import usual_place
from managernotes.services.backup_plan import plan_of
from managernotes.services.ledger import Ledger
from managernotes.services.preferences import PreferencesService
from managernotes.services.ways_in import WayIn
from managernotes.services.workspace import Workspace
from managernotes.storage import vault_info
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringPort
from managernotes.vault.second_connection import open_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The vault's files, its key and its ledger; `reads_only` when nothing can be written by it."""

    files: VaultFiles
    key: DataKey
    ledger: Ledger
    reads_only: bool = False


def subject_of(workspace: Workspace) -> Subject:
    """Return an open vault as what is proved."""
    return Subject(files=workspace.files, key=workspace.key, ledger=workspace.ledger)


@contextlib.contextmanager
def opened_to_prove(
    path: Path, way: WayIn, *, clock: Clock, keyring: KeyringPort
) -> Iterator[Subject]:
    """Open a vault only to read it: nothing is brought up to date, filed or repaired.

    Raises what the way in does, what the files are, or DamagedPagesError.
    """
    files = VaultFiles(path)
    with contextlib.ExitStack() as undo:
        key = way.unlock(files, keyring)
        undo.callback(key.wipe)
        db = open_beside(files, key)
        undo.callback(db.close)
        device = vault_info.device(db)
        if device is None:  # every vault that was ever opened has one
            raise DamagedPagesError
        yield Subject(files=files, key=key, ledger=Ledger(db, clock, device), reads_only=True)


def backup_folders(subject: Subject) -> tuple[Path, ...]:
    """Return where this vault's backups may lie: the place that was chosen, and the usual one."""
    chosen = plan_of(PreferencesService(subject.ledger)).place
    usual = usual_place(subject.files.database)
    return (usual,) if chosen is None else (chosen, usual)
