"""Key slots: each wraps the same data key under another secret (ChaCha20-Poly1305, §4 Keys).

A slot is bound to its vault and to its own parameters: moved, mixed or edited, it opens nothing.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from managernotes.vault.data_key import DataKey
from managernotes.vault.key_derivation import (
    SALT_BYTES,
    KdfCost,
    key_from_passphrase,
    key_from_random_secret,
)
from managernotes.vault.recovery_code import RecoveryCode

ENVELOPE_VERSION: Final = 1
SLOT_ID_BYTES: Final = 8
NONCE_BYTES: Final = 12
WRAPPED_BYTES: Final = 48  # the data key and the 16-byte tag


class SlotKind(StrEnum):
    """The ways into a vault."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a way in
    KEYRING_AND_PASSPHRASE = "keyring+passphrase"  # noqa: S105  # both are needed
    RECOVERY = "recovery"


EVERYDAY: Final = frozenset(SlotKind) - {SlotKind.RECOVERY}
"""The ways in besides the sheet of paper; a vault keeps at least one of them."""

IN_KEYRING: Final = frozenset({SlotKind.KEYRING, SlotKind.KEYRING_AND_PASSPHRASE})
"""The kinds whose secret, or a part of it, the keyring keeps."""

TYPED: Final = frozenset({SlotKind.PASSPHRASE, SlotKind.KEYRING_AND_PASSPHRASE})
"""The kinds that a passphrase is typed for."""


@dataclass(frozen=True, slots=True)
class BothSecrets:
    """What a slot that needs both is opened with."""

    in_keyring: bytes = field(repr=False)
    passphrase: str = field(repr=False)


Secret = bytes | str | RecoveryCode | BothSecrets


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySlot:
    """One way in; holds nothing secret. ``backend`` names the keyring that was used."""

    slot_id: str
    kind: SlotKind
    salt: bytes
    cost: KdfCost | None  # where a passphrase is typed
    backend: str
    nonce: bytes
    wrapped: bytes

    def __post_init__(self) -> None:
        if (self.cost is None) == (self.kind in TYPED):
            raise ValueError("a slot that takes a passphrase, and no other, has a cost")


def new_slot_id() -> str:
    """Return a fresh random id; the keyring's entry is named after it."""
    return secrets.token_hex(SLOT_ID_BYTES)


def passphrase_slot(vault_id: str, key: DataKey, passphrase: str, cost: KdfCost) -> KeySlot:
    """Return a slot that this passphrase opens."""
    return _sealed(_blank(SlotKind.PASSPHRASE, cost=cost), vault_id, key, passphrase)


def keyring_slot(
    vault_id: str, key: DataKey, secret: bytes, backend: str, *, slot_id: str | None = None
) -> KeySlot:
    """Return a slot that the random secret kept in a keyring opens."""
    blank = _blank(SlotKind.KEYRING, backend=backend, slot_id=slot_id)
    return _sealed(blank, vault_id, key, secret)


def both_slot(  # noqa: PLR0913  what a slot is made of
    vault_id: str,
    key: DataKey,
    secret: BothSecrets,
    backend: str,
    cost: KdfCost,
    *,
    slot_id: str | None = None,
) -> KeySlot:
    """Return a slot that the keyring's secret and the passphrase open together, neither alone."""
    kind = SlotKind.KEYRING_AND_PASSPHRASE
    blank = _blank(kind, cost=cost, backend=backend, slot_id=slot_id)
    return _sealed(blank, vault_id, key, secret)


def recovery_slot(vault_id: str, key: DataKey, code: RecoveryCode) -> KeySlot:
    """Return a slot that this recovery code opens."""
    return _sealed(_blank(SlotKind.RECOVERY), vault_id, key, code)


def opened(slot: KeySlot, vault_id: str, secret: Secret) -> DataKey | None:
    """Return the data key, or None when the secret is not this slot's."""
    try:
        material = ChaCha20Poly1305(_wrapping_key(slot, secret)).decrypt(
            slot.nonce, slot.wrapped, _bound_to(slot, vault_id)
        )
    except InvalidTag:
        return None
    return DataKey(material)


def _blank(
    kind: SlotKind, *, cost: KdfCost | None = None, backend: str = "", slot_id: str | None = None
) -> KeySlot:
    return KeySlot(
        slot_id=slot_id or new_slot_id(),
        kind=kind,
        salt=secrets.token_bytes(SALT_BYTES),
        cost=cost,
        backend=backend,
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=b"",
    )


def _sealed(blank: KeySlot, vault_id: str, key: DataKey, secret: Secret) -> KeySlot:
    cipher = ChaCha20Poly1305(_wrapping_key(blank, secret))
    wrapped = cipher.encrypt(blank.nonce, key.material, _bound_to(blank, vault_id))
    return replace(blank, wrapped=wrapped)


def _wrapping_key(slot: KeySlot, secret: Secret) -> bytes:
    match secret:
        case str():
            assert slot.cost is not None
            return key_from_passphrase(secret, slot.salt, slot.cost)
        case BothSecrets():
            assert slot.cost is not None
            stretched = key_from_passphrase(secret.passphrase, slot.salt, slot.cost)
            # The second half has a fixed length, so no two pairs make the same material.
            return key_from_random_secret(secret.in_keyring + stretched, slot.salt, slot.slot_id)
        case RecoveryCode():
            letters = secret.symbols.encode("ascii")
            return key_from_random_secret(letters, slot.salt, slot.slot_id)
        case _:
            return key_from_random_secret(secret, slot.salt, slot.slot_id)


def _bound_to(slot: KeySlot, vault_id: str) -> bytes:
    """Return the additional data: everything that says what this slot is, as canonical JSON."""
    facts = {
        "v": ENVELOPE_VERSION,
        "vault_id": vault_id,
        "slot": slot.slot_id,
        "kind": slot.kind,
        "salt": slot.salt.hex(),
        "cost": asdict(slot.cost) if slot.cost else None,
        "backend": slot.backend,
    }
    return json.dumps(facts, sort_keys=True, separators=(",", ":")).encode("ascii")
