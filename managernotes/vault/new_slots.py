"""Making slots: each with a fresh secret, whatever has to go into the keyring put there first."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from managernotes.errors import InvalidInputError, StorageFailedError
from managernotes.vault.data_key import DataKey
from managernotes.vault.key_derivation import KdfCost
from managernotes.vault.key_slots import (
    BothSecrets,
    KeySlot,
    Secret,
    SlotKind,
    both_slot,
    keyring_slot,
    new_slot_id,
    opened,
    passphrase_slot,
    recovery_slot,
)
from managernotes.vault.os_keyring import KeyringPort, account_of
from managernotes.vault.recovery_code import RecoveryCode

_KEYRING_SECRET_BYTES: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredients:
    """What slots are made of; `cost` is what a guess of the passphrase takes."""

    vault_id: str
    key: DataKey
    keyring: KeyringPort
    cost: KdfCost
    passphrase: str | None = field(default=None, repr=False)
    code: RecoveryCode | None = None


@contextlib.contextmanager
def fresh_slots(
    kinds: Iterable[SlotKind], given: Ingredients, *, prove: bool = True
) -> Iterator[tuple[KeySlot, ...]]:
    """Make slots for the block to put to use; when it fails, their keyring entries are dropped.

    With `prove` each is opened again with its secret, the passphrase stretched anew (0.7 s).
    Raises InvalidInputError without a passphrase where one is wanted, a KeyringError, or
    StorageFailedError when a slot does not open.
    """
    with contextlib.ExitStack() as undo:
        made: list[KeySlot] = []
        for kind in kinds:
            slot, secret = _made(kind, given, undo)
            if prove and opened(slot, given.vault_id, secret) != given.key:
                raise StorageFailedError
            made.append(slot)
        yield tuple(made)
        undo.pop_all()


def _made(kind: SlotKind, given: Ingredients, undo: contextlib.ExitStack) -> tuple[KeySlot, Secret]:
    vault_id, key = given.vault_id, given.key
    match kind:
        case SlotKind.PASSPHRASE:
            typed = _typed(given)
            return passphrase_slot(vault_id, key, typed, given.cost), typed
        case SlotKind.RECOVERY:
            assert given.code is not None
            return recovery_slot(vault_id, key, given.code), given.code
        case SlotKind.KEYRING:
            slot_id, kept, backend = _kept(given.keyring, undo)
            return keyring_slot(vault_id, key, kept, backend, slot_id=slot_id), kept
        case SlotKind.KEYRING_AND_PASSPHRASE:
            typed = _typed(given)
            slot_id, kept, backend = _kept(given.keyring, undo)
            both = BothSecrets(kept, typed)
            slot = both_slot(vault_id, key, both, backend, given.cost, slot_id=slot_id)
            return slot, both


def _typed(given: Ingredients) -> str:
    if not given.passphrase:
        raise InvalidInputError("The passphrase is empty.", "Type one that you will remember.")
    return given.passphrase


def _kept(keyring: KeyringPort, undo: contextlib.ExitStack) -> tuple[str, bytes, str]:
    """Put a fresh secret into the keyring; return the slot's id, the secret and the backend."""
    slot_id, secret = new_slot_id(), secrets.token_bytes(_KEYRING_SECRET_BYTES)
    answer = keyring.write(account_of(slot_id), secret)
    if (failure := answer.failure()) is not None:
        raise failure
    undo.callback(keyring.delete, account_of(slot_id))
    return slot_id, secret, answer.backend
