"""An open vault and what it offers; making one, and opening one."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path
from typing import Final

from managernotes.clock import Clock
from managernotes.domain.identity import DeviceId, new_uuid7
from managernotes.errors import ManagerNotesError
from managernotes.services import overdue
from managernotes.services.continuity import Continuity
from managernotes.services.growth_services import GrowthServices
from managernotes.services.inbox import InboxReport, InboxService
from managernotes.services.known_key_file import KnownKeyFile
from managernotes.services.ledger import Ledger
from managernotes.services.slot_dates import SlotEvent, keep_date
from managernotes.services.ways_in import KeyringWay, PassphraseWay, RecoveryWay, WayIn
from managernotes.storage import shut_state, vault_info
from managernotes.storage.migrations import runner
from managernotes.vault import access, rekeying, slot_changes
from managernotes.vault.backup_container import BackupKind
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.creation import Protection, new_vault
from managernotes.vault.data_key import DataKey
from managernotes.vault.key_derivation import KdfCost
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.location import VaultFiles, look_at
from managernotes.vault.os_keyring import KeyringPort, OsKeyring
from managernotes.vault.presence import Presence
from managernotes.vault.recovery_code import RecoveryCode
from managernotes.vault.states import FileState, judge

__all__ = [
    "FileState",
    "KeyringPort",
    "KeyringWay",
    "OsKeyring",
    "PassphraseWay",
    "Protection",
    "RecoveryCode",
    "RecoveryWay",
    "SlotKind",
    "WayIn",
    "Workspace",
    "create_workspace",
    "open_workspace",
    "vault_state",
    "ways_in",
]

_USUAL_COST: Final = KdfCost()


class Workspace(GrowthServices):
    """The services over one open vault; all on one thread, but for `interrupt`."""

    def __init__(
        self,
        ledger: Ledger,
        files: VaultFiles,
        key: DataKey,
        *,
        keyring: KeyringPort | None = None,
        presence: Presence | None = None,
    ) -> None:
        super().__init__(ledger)
        self.files = files
        self.key = key
        """Seals what changes about the ways in, and backups; wiped when the vault closes."""
        self.keyring = keyring or OsKeyring()
        """The keyring that this vault was opened beside, whether it keeps a key of it or not."""
        self.presence = presence or Presence(files.folder)
        """Tells other programs that the vault is open."""
        self._db = ledger.db
        self._continuity = Continuity(ledger.db)
        self.key_file = KnownKeyFile(files, key)
        """The key file as it last was, for the time that its place is gone."""
        self.inbox = InboxService(ledger, files)
        self.received = InboxReport()
        """What was found when the vault was opened: notes written while it was locked."""

    def changed(self) -> bool:
        """Whether another program has written to the vault since this was last asked.

        Raises a VaultPlaceLostError as long as the vault's file is gone or another one.
        """
        self.key_file.refresh()
        return self._continuity.changed(lambda: open_connection(self.files, self.key))

    def refuse_other(self, db: Connection) -> None:
        """Raise VaultReplacedError unless a connection sees all that was saved here."""
        self._continuity.refuse_other(db)

    @property
    def is_shut(self) -> bool:
        """Whether nothing may be written, because a proof failed and was not looked at."""
        return self._db.is_shut

    def interrupt(self) -> None:
        """Stop the query under way, from any thread; it raises InterruptedQueryError."""
        self._db.interrupt()

    def close(self) -> None:
        """Close the vault and wipe its key; whatever is asked later raises VaultClosedError."""
        self._db.close()
        self.key.wipe()
        self.presence.leave()


def create_workspace(  # noqa: PLR0913 - all but what is wanted by keyword
    path: Path,
    protection: Protection,
    passphrase: str | None,
    *,
    clock: Clock,
    keyring: KeyringPort,
    cost: KdfCost = _USUAL_COST,
) -> tuple[Workspace, RecoveryCode]:
    """Make a vault and open it; the recovery code is shown once and kept nowhere.

    `cost` is what a guess of the passphrase takes. Whatever fails, no file and no entry of the
    keyring is left. Raises VaultExistsError and what else `new_vault` does.
    """
    files = VaultFiles(path)
    furnish = partial(_furnish, clock=clock)
    with new_vault(files, protection, passphrase, keyring, furnish=furnish, cost=cost) as made:
        workspace = _opened(files, made.data_key, clock, keyring, Presence(files.folder))
        with workspace.ledger.db.transaction():
            for kind in ways_in(path):
                keep_date(workspace.ledger, kind, SlotEvent.CHANGED)
        workspace.inbox.receive()  # makes the keys; whatever hinders it, the next opening does it
        return workspace, made.recovery_code


def open_workspace(path: Path, key: WayIn, *, clock: Clock, keyring: KeyringPort) -> Workspace:
    """Open a vault, bring it up to date, and erase what has been in the bin for 30 days.

    What was prepared more than 14 days ago is a draft again.
    What was written while it was locked is filed, and `received` tells of it.

    Raises what the way in does, what the files are, or NewerVaultError.
    """
    files = VaultFiles(path)
    presence = Presence(files.folder)  # from before the key is known, so that it stays the key
    try:
        unlocked = key.unlock(files, keyring)
    except BaseException:
        presence.leave()
        raise
    workspace = _opened(files, unlocked, clock, keyring, presence)
    with contextlib.suppress(ManagerNotesError):  # housekeeping waits for a better moment
        if overdue.has_old_in_bin(workspace.ledger):
            workspace.notes.empty_bin()
    with contextlib.suppress(ManagerNotesError):
        if overdue.has_stale(workspace.ledger):
            workspace.preparations.refresh_stale()
    workspace.received = workspace.inbox.receive()
    return workspace


def vault_state(path: Path) -> FileState:
    """Return what state the files at a place are in; nothing is changed."""
    return judge(look_at(VaultFiles(path)))


def ways_in(path: Path) -> tuple[SlotKind, ...]:
    """Return the ways into a vault, without opening it."""
    return access.ways_in(VaultFiles(path))


def _opened(
    files: VaultFiles, key: DataKey, clock: Clock, keyring: KeyringPort, presence: Presence
) -> Workspace:
    with contextlib.ExitStack() as undo:
        undo.callback(presence.leave)
        undo.callback(key.wipe)
        db = open_connection(files, key)
        undo.callback(db.close)
        with contextlib.suppress(ManagerNotesError):  # a change of the data key that was cut off
            slot_changes.forget_secrets(rekeying.settle(files, db, key), keyring)
        runner.migrate(db, lambda _version: _copy_first(files, key, clock))
        ledger = Ledger(db, clock, _device(db, clock))
        workspace = Workspace(ledger, files, key, keyring=keyring, presence=presence)
        db.shut_for_writing(shut=shut_state.is_shut(db))
        undo.pop_all()
        return workspace


def _copy_first(files: VaultFiles, key: DataKey, clock: Clock) -> None:
    from managernotes.services.safety_copy import keep_safety_copy

    keep_safety_copy(files, key, clock, BackupKind.BEFORE_UPDATE)


def _furnish(db: Connection, clock: Clock) -> None:
    """Give a vault just made its schema and its device; there is nothing yet to copy before."""
    runner.migrate(db, before_step=lambda _version: None)
    _device(db, clock)


def _device(db: Connection, clock: Clock) -> DeviceId:
    """Return the device that changes are signed with, named when the vault is first opened."""
    known = vault_info.device(db)
    if known is not None:
        return known
    with db.transaction():
        known = vault_info.device(db)
        if known is None:
            known = DeviceId(new_uuid7(clock.now()))
            vault_info.set_device(db, known)
    return known
