"""Changing the ways into an open vault: passphrase, keyring, both together, a new recovery code."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from managernotes.errors import KeyringError, KeyringNotSetUpError
from managernotes.services.slot_dates import SlotEvent, forget_dates, keep_date
from managernotes.services.workspace import Workspace
from managernotes.vault import slot_changes
from managernotes.vault.key_derivation import KdfCost
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.new_slots import Ingredients, fresh_slots
from managernotes.vault.os_keyring import KeyringPort
from managernotes.vault.recovery_code import RecoveryCode

_USUAL_COST: Final = KdfCost()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSecrets:
    """What new ways in are made of; `cost` is what a guess of the passphrase takes."""

    passphrase: str | None = field(default=None, repr=False)
    code: RecoveryCode | None = None
    cost: KdfCost = _USUAL_COST


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysChanged:
    """What came of it: whether the keyring let go of the secrets that open nothing any more."""

    keyring_clean: bool = True


def change_ways(
    workspace: Workspace,
    keyring: KeyringPort,
    *,
    add: Sequence[SlotKind] = (),
    drop: Collection[SlotKind] = (),
    secrets: NewSecrets | None = None,
) -> WaysChanged:
    """Add ways in, each in place of one of its kind, and remove others, in one step.

    The keyring's old entries go only once the key file is safely rewritten. Raises
    KeyringNotSetUpError, InvalidInputError without a passphrase where one is wanted,
    LastWayInError, RecoveryStaysError, NoWayToRemoveError, VaultBusyError; nothing is changed
    then.
    """
    given = secrets or NewSecrets()
    envelope = slot_changes.sealed_slots(workspace.files, workspace.key)
    ingredients = Ingredients(
        vault_id=envelope.vault_id,
        key=workspace.key,
        keyring=keyring,
        cost=given.cost,
        passphrase=given.passphrase,
        code=given.code,
    )
    try:
        with fresh_slots(add, ingredients) as slots, workspace.ledger.db.transaction():
            gone = slot_changes.change_slots(workspace.files, workspace.key, add=slots, drop=drop)
            for kind in drop:
                forget_dates(workspace.ledger, kind)
            for kind in add:
                forget_dates(workspace.ledger, kind)
                keep_date(workspace.ledger, kind, SlotEvent.CHANGED)
    except KeyringError as error:
        raise KeyringNotSetUpError(error) from None
    clean = slot_changes.forget_secrets(gone, keyring, vault_id=envelope.vault_id)
    return WaysChanged(keyring_clean=clean)


def note_event(workspace: Workspace, kind: SlotKind, event: SlotEvent) -> None:
    """Keep that a way in was used or confirmed just now."""
    with workspace.ledger.db.transaction():
        keep_date(workspace.ledger, kind, event)
