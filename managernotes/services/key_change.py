"""Changing the data key of an open vault (`rekey`): prepared, the new code shown, carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from managernotes.errors import PassphraseWantedError, WrongPassphraseError
from managernotes.services.protecting import NewSecrets, WaysChanged
from managernotes.services.safety_copy import keep_safety_copy
from managernotes.services.slot_dates import SlotEvent, forget_dates, keep_date
from managernotes.services.workspace import Workspace
from managernotes.storage.table_counts import table_counts
from managernotes.vault import access, rekeying, slot_changes
from managernotes.vault.backup_container import BackupKind
from managernotes.vault.data_key import DataKey
from managernotes.vault.key_slots import IN_KEYRING, TYPED, SlotKind
from managernotes.vault.new_slots import Ingredients, fresh_slots
from managernotes.vault.os_keyring import KeyringAnswer, KeyringPort
from managernotes.vault.recovery_code import RecoveryCode

_NOTHING: Final = NewSecrets()


def keep_backup(workspace: Workspace) -> None:
    """Make a proven backup of the vault as it is under the present key."""
    kind, clock = BackupKind.BEFORE_REKEY, workspace.ledger.clock
    keep_safety_copy(workspace.files, workspace.key, clock, kind)


class KeyChange:
    """A change that is ready: `code` is the new recovery code, to be shown before it begins.

    Nothing has been changed yet, neither on the disk nor in the keyring.
    """

    def __init__(
        self,
        workspace: Workspace,
        keyring: KeyringPort,
        *,
        secrets: NewSecrets = _NOTHING,
        keep_copy: Callable[[Workspace], object] = keep_backup,
    ) -> None:
        """Prove that every way in can be made anew; `keep_copy` makes the backup before it begins.

        Raises PassphraseWantedError, WrongPassphraseError, the KeyringError that says why the
        keyring would not do, FreeSpaceError, VaultBusyError, or what the key file is.
        """
        self._workspace = workspace
        self._keyring = keyring
        self._keep_copy = keep_copy
        self._envelope = slot_changes.sealed_slots(workspace.files, workspace.key)
        self._kinds = tuple(slot.kind for slot in self._envelope.slots)
        _refuse_untrue(workspace, self._kinds, secrets.passphrase, keyring)
        rekeying.refuse_little_space(workspace.files)
        with workspace.presence.alone():  # better told before the new code is shown
            pass
        self.code = RecoveryCode.new()
        self._secrets = replace(secrets, code=self.code)

    def carry_out(self) -> WaysChanged:
        """Copy the vault, encrypt it under a new key, prove it, and let the old ways in go.

        Raises VaultBusyError while somebody else has the vault open, a KeyringError, or what the
        copy does, with nothing changed; KeyChangeFailedError with the vault closed and all ways
        in kept.
        """
        workspace, new_key = self._workspace, DataKey.new()
        given = Ingredients(
            vault_id=self._envelope.vault_id,
            key=new_key,
            keyring=self._keyring,
            cost=self._secrets.cost,
            passphrase=self._secrets.passphrase,
            code=self.code,
        )
        with workspace.presence.alone():
            self._keep_copy(workspace)
            with fresh_slots(self._kinds, given) as slots:
                gone = rekeying.change_data_key(
                    workspace.files,
                    workspace.ledger.db,
                    workspace.key,
                    new_key,
                    slots,
                    census=table_counts,
                )
        workspace.key, old_key = new_key, workspace.key
        old_key.wipe()
        self._keep_dates()
        clean = slot_changes.forget_secrets(gone, self._keyring, vault_id=self._envelope.vault_id)
        return WaysChanged(keyring_clean=clean)

    def _keep_dates(self) -> None:
        ledger = self._workspace.ledger
        with ledger.db.transaction():
            for kind in self._kinds:
                forget_dates(ledger, kind)
                keep_date(ledger, kind, SlotEvent.CHANGED)


def _refuse_untrue(
    workspace: Workspace,
    kinds: tuple[SlotKind, ...],
    passphrase: str | None,
    keyring: KeyringPort,
) -> None:
    """Raise what is wrong with the secrets that the new slots are to be made of."""
    if IN_KEYRING.intersection(kinds):
        report = keyring.report()
        answer = KeyringAnswer(outcome=report.outcome, refused=report.refused)
        if (failure := answer.failure()) is not None:
            raise failure
    if not TYPED.intersection(kinds):
        return
    if not passphrase:
        raise PassphraseWantedError
    files = workspace.files
    if SlotKind.PASSPHRASE in kinds:
        opened = access.unlock_with_passphrase(files, passphrase)
    if SlotKind.KEYRING_AND_PASSPHRASE in kinds:
        opened = access.unlock_with_both(files, passphrase, keyring)
    if opened != workspace.key:
        raise WrongPassphraseError
