"""Adding, replacing and removing ways in; the data key and the database stay as they are.

The caller holds the vault's write lock, so that two programs never change the slots at once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from managernotes.errors import (
    LastWayInError,
    NoWayToRemoveError,
    RecoveryStaysError,
    UnfinishedKeyChangeError,
)
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope, sealed_envelope, verify_envelope
from managernotes.vault.envelope_file import read_envelope, replace_envelope
from managernotes.vault.key_slots import EVERYDAY, IN_KEYRING, KeySlot, SlotKind
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringOutcome, KeyringPort, account_of, first_account_of


def sealed_slots(files: VaultFiles, key: DataKey) -> Envelope:
    """Return the envelope as it lies there now, proven to be this key's.

    Raises UnfinishedKeyChangeError while the data key is being changed, and what reading does.
    """
    envelope = read_envelope(files)
    verify_envelope(envelope, key)
    if envelope.successor is not None:
        raise UnfinishedKeyChangeError
    return envelope


def change_slots(
    files: VaultFiles,
    key: DataKey,
    *,
    add: Sequence[KeySlot] = (),
    drop: Collection[SlotKind] = (),
) -> tuple[KeySlot, ...]:
    """Write the envelope with these slots, each in place of its kind, and return what went.

    Raises LastWayInError or RecoveryStaysError rather than locking anybody out, and
    NoWayToRemoveError for a kind that is not there; nothing is changed then.
    """
    old = sealed_slots(files, key)
    if SlotKind.RECOVERY in drop:
        raise RecoveryStaysError
    if not set(drop) <= {slot.kind for slot in old.slots}:
        raise NoWayToRemoveError
    slots = _merged(old.slots, add, drop)
    if not any(slot.kind in EVERYDAY for slot in slots):
        raise LastWayInError
    replace_envelope(files, old, sealed_envelope(old.vault_id, slots, key), key)
    return tuple(slot for slot in old.slots if slot not in slots)


def forget_secrets(
    gone: Sequence[KeySlot], keyring: KeyringPort, *, vault_id: str | None = None
) -> bool:
    """Drop the keyring's entries of slots that are gone; tell whether none can be left there.

    With the vault's id the entry of the first vaults, which was named after it, goes as well.
    """
    clean = True
    for slot in gone:
        if slot.kind not in IN_KEYRING:
            continue
        outcome = keyring.delete(account_of(slot.slot_id)).outcome
        if outcome is KeyringOutcome.ABSENT and vault_id is not None:
            outcome = keyring.delete(first_account_of(vault_id)).outcome
        clean = clean and outcome in {KeyringOutcome.FOUND, KeyringOutcome.ABSENT}
    return clean


def _merged(
    old: Sequence[KeySlot], add: Sequence[KeySlot], drop: Collection[SlotKind]
) -> list[KeySlot]:
    """Return the slots in their order, a replaced kind in its place, a new one before the code."""
    fresh = {slot.kind: slot for slot in add}
    kept = [fresh.pop(slot.kind, slot) for slot in old if slot.kind not in drop]
    at = next((i for i, slot in enumerate(kept) if slot.kind is SlotKind.RECOVERY), len(kept))
    return [*kept[:at], *fresh.values(), *kept[at:]]
