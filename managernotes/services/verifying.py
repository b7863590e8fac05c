"""Checking a whole vault: its pages, its structure, its search index, its record, its key files.

Works on a connection of its own, so that the window's goes on meanwhile; what is found is told
in sentences that name pages, tables and ids, never content. What it cannot find is told in
domain/record_chain and in SECURITY.md.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from managernotes.errors import (
    InterruptedQueryError,
    TruncatedVaultError,
    VaultDamagedError,
)
from managernotes.services.key_file_check import key_file_problems
from managernotes.services.verify_words import (
    INDEX_DIFFERS,
    RECORD_UNREADABLE,
    damage_told,
    modes_told,
    record_told,
)
from managernotes.services.ways_in import WayIn
from managernotes.services.workspace import Workspace
from managernotes.storage.index_check import index_fits
from managernotes.storage.record_check import check_record, has_record
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.driver_errors import StatementError
from managernotes.vault.integrity import check_seals, check_structure
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringPort
from managernotes.vault.private_files import open_to_others, repair_modes
from managernotes.vault.second_connection import open_beside
from managernotes.vault.states import PAGE_BYTES
from managernotes.vault.torn_pages import was_cut_off


class Part(StrEnum):
    """What a check is at."""

    PAGES = "the seal of every page"
    STRUCTURE = "tables and indexes"
    INDEX = "the search index"
    RECORD = "the record of every version"
    KEYS = "the key file"


Watcher = Callable[[Part], None]
"""Told of every part as it begins, on the thread that checks; raises StoppedError to stop."""

Holder = Callable[[Connection], None]
"""Handed the connection before the check begins, so that it can be interrupted."""


class _Check(Protocol):
    """A check of a vault's files with its key."""

    def __call__(
        self, files: VaultFiles, key: DataKey, *, holding: Holder | None = None
    ) -> VaultReport: ...


@dataclass(frozen=True, slots=True)
class VaultReport:
    """What a check found; `remarks` are worth knowing, and no damage."""

    pages_checked: int
    entries_checked: int
    problems: tuple[str, ...]
    remarks: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass(slots=True)
class _Findings:
    """What has been found so far."""

    pages: int = 0
    entries: int = 0
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def report(self) -> VaultReport:
        return VaultReport(self.pages, self.entries, tuple(self.problems), tuple(self.remarks))


def verify_vault(
    files: VaultFiles,
    key: DataKey,
    watcher: Watcher | None = None,
    *,
    holding: Holder | None = None,
) -> VaultReport:
    """Check a vault, open or not; the file is not changed, rights that are too wide are.

    Raises VaultBusyError, UnwritablePlaceError, NewerVaultError, or what the system refuses;
    damage is no error but a finding.
    """
    found = _Findings()
    found.remarks += modes_told(open_to_others(files))
    repair_modes(files)
    with _damage_noted(found):
        if files.database.stat().st_size % PAGE_BYTES:
            raise TruncatedVaultError
        with contextlib.closing(open_beside(files, key)) as db:
            (holding or _nobody)(db)
            _look_through(db, found, watcher or _nobody)
    (watcher or _nobody)(Part.KEYS)
    found.problems += key_file_problems(files, key)
    return found.report()


def verify_by(
    path: Path, way: WayIn, keyring: KeyringPort, watcher: Watcher | None = None
) -> VaultReport:
    """Unlock a vault only to check it; raises a KeyProblemError when the way does not open it.

    What is too damaged to be unlocked raises its VaultDamagedError. A write that was cut off is
    taken back first, as any opening does.
    """
    files = VaultFiles(path)
    key = way.unlock(files, keyring)
    try:
        if was_cut_off(files):
            with contextlib.suppress(VaultDamagedError):  # which the check will find
                open_connection(files, key).close()
        return verify_vault(files, key, watcher)
    finally:
        key.wipe()


def report_on(damage: VaultDamagedError) -> VaultReport:
    """Return the report on what is too damaged to be looked into."""
    return VaultReport(0, 0, (damage_told(damage),))


def verify_connection(db: Connection, watcher: Watcher | None = None) -> VaultReport:
    """Check what a connection sees, such as a backup's database; damage is a finding."""
    found = _Findings()
    with _damage_noted(found):
        _look_through(db, found, watcher or _nobody)
    return found.report()


def look_quickly(files: VaultFiles, key: DataKey, *, holding: Holder | None = None) -> VaultReport:
    """Check only the seals of all pages, as after each unlock (§2.2); 0.1 s for 43 MiB.

    Raises what opening raises, but for damage.
    """
    found = _Findings()
    with (
        _damage_noted(found),
        contextlib.closing(open_beside(files, key)) as db,
    ):
        (holding or _nobody)(db)
        seals = check_seals(db)
        found.pages, found.problems = seals.pages_checked, list(seals.problems)
    return found.report()


class Look:
    """One check of an open vault with a key of its own: run once, on any thread."""

    def __init__(self, workspace: Workspace, check: _Check) -> None:
        self._files = workspace.files
        self._key = DataKey(workspace.key.material)
        self._check = check
        self._db: Connection | None = None
        self._stopped = False

    def __call__(self) -> VaultReport:
        """Check; raises InterruptedQueryError when it was stopped, and what the check does."""
        try:
            return self._check(self._files, self._key, holding=self._hold)
        finally:
            self._key.wipe()

    def stop(self) -> None:
        """End the check soon, from any thread: a lock does not wait for it."""
        self._stopped = True
        if self._db is not None:
            self._db.interrupt()

    def _hold(self, db: Connection) -> None:
        self._db = db
        if self._stopped:
            raise InterruptedQueryError


def quick_look(workspace: Workspace) -> Look:
    """Return the quick look at an open vault."""
    return Look(workspace, look_quickly)


def whole_look(workspace: Workspace) -> Look:
    """Return the whole check of an open vault."""
    return Look(workspace, verify_vault)


def _look_through(db: Connection, found: _Findings, tell: Watcher) -> None:
    tell(Part.PAGES)
    seals = check_seals(db)
    found.pages = seals.pages_checked
    found.problems += seals.problems
    if seals.problems:  # what stands on broken pages would only be told twice
        return
    tell(Part.STRUCTURE)
    found.problems += check_structure(db)
    tell(Part.INDEX)
    if index_fits(db) is False:
        found.problems.append(INDEX_DIFFERS)
    tell(Part.RECORD)
    _look_at_record(db, found)


def _look_at_record(db: Connection, found: _Findings) -> None:
    if not has_record(db):
        return
    try:
        with db.reading():
            found.entries, problems = check_record(db)
    except (StatementError, ValueError):  # what no save of the app can have written
        found.problems.append(RECORD_UNREADABLE)
        return
    found.problems += record_told(problems)


@contextlib.contextmanager
def _damage_noted(found: _Findings) -> Iterator[None]:
    try:
        yield
    except VaultDamagedError as damage:
        found.problems.append(damage_told(damage))


def _nobody(_what: object) -> None:
    """Watch nothing, hold nothing."""
