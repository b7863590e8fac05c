"""Key slots: each wraps the same data key under another secret (ChaCha20-Poly1305, §4 Keys).

A slot is bound to its vault and to its own parameters: moved, mixed or edited, it opens nothing.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, replace
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
    RECOVERY = "recovery"


Secret = bytes | str | RecoveryCode


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySlot:
    """One way in; holds nothing secret. ``backend`` names the keyring that was used."""

    slot_id: str
    kind: SlotKind
    salt: bytes
    cost: KdfCost | None  # for the passphrase only
    backend: str
    nonce: bytes
    wrapped: bytes

    def __post_init__(self) -> None:
        if (self.cost is None) == (self.kind is SlotKind.PASSPHRASE):
            raise ValueError("the passphrase slot, and no other, has a cost")


def passphrase_slot(vault_id: str, key: DataKey, passphrase: str, cost: KdfCost) -> KeySlot:
    """Return a slot that this passphrase opens."""
    return _sealed(_blank(SlotKind.PASSPHRASE, cost=cost), vault_id, key, passphrase)


def keyring_slot(vault_id: str, key: DataKey, secret: bytes, backend: str) -> KeySlot:
    """Return a slot that the random secret kept in a keyring opens."""
    return _sealed(_blank(SlotKind.KEYRING, backend=backend), vault_id, key, secret)


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


def _blank(kind: SlotKind, *, cost: KdfCost | None = None, backend: str = "") -> KeySlot:
    return KeySlot(
        slot_id=secrets.token_hex(SLOT_ID_BYTES),
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
