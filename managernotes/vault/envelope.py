"""The envelope: a vault's key slots as a small, strict JSON document (SECURITY-DESIGN §4).

Three values guard it. ``checksum`` needs no key and finds damage before anybody is asked for a
passphrase; ``key_check`` tells a wrong key from a damaged database; ``mac``, under the data key,
finds a slot that was added, removed or edited. Only the exact canonical bytes are accepted.

While the data key is being changed there is one more part, ``next``: the slots of the new key,
sealed by it. Both sets stay until the database has been proven to open with the new key.
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, Final

from managernotes.errors import DamagedEnvelopeError, NewerVaultError
from managernotes.vault.data_key import DataKey
from managernotes.vault.key_derivation import SALT_BYTES, KdfCost
from managernotes.vault.key_slots import (
    ENVELOPE_VERSION,
    NONCE_BYTES,
    SLOT_ID_BYTES,
    WRAPPED_BYTES,
    KeySlot,
    SlotKind,
)

MOST_BYTES: Final = 64 * 1024
MOST_SLOTS: Final = 16
_VAULT_ID_BYTES: Final = 16
_KEY_CHECK_BYTES: Final = 8
_DIGEST_BYTES: Final = 32
_BACKEND_NAME: Final = re.compile(r"[A-Za-z0-9_.]{0,100}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySet:
    """The slots of one data key, and what that key makes of the whole envelope."""

    slots: tuple[KeySlot, ...]
    key_check: bytes
    mac: bytes

    def is_of(self, key: DataKey) -> bool:
        """Tell whether this is the data key that the slots wrap."""
        return hmac.compare_digest(_check_of(key), self.key_check)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope(KeySet):
    """Everything the key file holds; none of it is secret."""

    vault_id: str
    successor: KeySet | None = None

    @property
    def every_slot(self) -> tuple[KeySlot, ...]:
        """The slots, and after them those of the new key while it is being changed."""
        return self.slots + (self.successor.slots if self.successor else ())

    def of_kind(self, kind: SlotKind) -> tuple[KeySlot, ...]:
        """Return the slots of one kind, in their order."""
        return tuple(slot for slot in self.slots if slot.kind is kind)


def new_vault_id() -> str:
    """Return a fresh random id, which names the keyring entry and binds the slots."""
    return secrets.token_hex(_VAULT_ID_BYTES)


def sealed_envelope(vault_id: str, slots: Sequence[KeySlot], key: DataKey) -> Envelope:
    """Return the envelope of these slots, sealed with the data key.

    Raises ValueError without a slot, and beyond the most that a reader accepts.
    """
    _refuse_count(len(slots))
    blank = Envelope(vault_id=vault_id, slots=tuple(slots), key_check=_check_of(key), mac=b"")
    return replace(blank, mac=_mac(blank, key))


def with_successor(
    envelope: Envelope, key: DataKey, new_slots: Sequence[KeySlot], new_key: DataKey
) -> Envelope:
    """Return the envelope with the new key's slots beside the old ones, sealed by both keys.

    Raises ValueError beyond the most that a reader accepts, both sets taken together.
    """
    _refuse_count(len(envelope.slots) + len(new_slots))
    successor = KeySet(slots=tuple(new_slots), key_check=_check_of(new_key), mac=b"")
    blank = replace(envelope, successor=successor)
    successor = replace(successor, mac=_mac(blank, new_key))
    return replace(blank, successor=successor, mac=_mac(blank, key))


def verify_envelope(envelope: Envelope, key: DataKey) -> None:
    """Raise DamagedEnvelopeError unless the envelope is as this data key sealed it."""
    for key_set in (envelope, envelope.successor):
        if key_set is not None and key_set.is_of(key):
            if hmac.compare_digest(_mac(envelope, key), key_set.mac):
                return
            break
    raise DamagedEnvelopeError


def to_bytes(envelope: Envelope) -> bytes:
    """Return the one canonical form of an envelope."""
    body = _body(envelope) | {"mac": envelope.mac.hex()}
    if envelope.successor is not None:
        body["next"] = body["next"] | {"mac": envelope.successor.mac.hex()}
    return _canonical(body | {"checksum": sha256(_canonical(body)).hexdigest()}) + b"\n"


def from_bytes(content: bytes) -> Envelope:
    """Read a key file, trusting nothing in it.

    Raises NewerVaultError for a later version, DamagedEnvelopeError for anything else unusual.
    """
    document = _document(content)
    version = document.get("v")
    if type(version) is int and version > ENVELOPE_VERSION:
        raise NewerVaultError
    try:
        envelope = _envelope_from(document)
        canonical = to_bytes(envelope)
    except (KeyError, TypeError, ValueError):
        raise DamagedEnvelopeError from None
    if canonical != content:
        raise DamagedEnvelopeError
    return envelope


def _document(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise DamagedEnvelopeError
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise DamagedEnvelopeError from None
    if not isinstance(document, dict):
        raise DamagedEnvelopeError
    return document


def _envelope_from(document: dict[str, Any]) -> Envelope:
    successor = document.get("next")
    _refuse_count(len(document["slots"]) + (len(successor["slots"]) if successor else 0))
    return Envelope(
        vault_id=_bytes(document["vault_id"], _VAULT_ID_BYTES).hex(),
        successor=None if successor is None else KeySet(**_key_set_from(successor)),
        **_key_set_from(document),
    )


def _key_set_from(document: dict[str, Any]) -> dict[str, Any]:
    if not document["slots"]:
        raise ValueError("a key without a slot")
    return {
        "slots": tuple(_slot_from(slot) for slot in document["slots"]),
        "key_check": _bytes(document["key_check"], _KEY_CHECK_BYTES),
        "mac": _bytes(document["mac"], _DIGEST_BYTES),
    }


def _slot_from(fields: dict[str, Any]) -> KeySlot:
    if not _BACKEND_NAME.fullmatch(fields["backend"]):
        raise ValueError("no name of a keyring")
    return KeySlot(
        slot_id=_bytes(fields["slot_id"], SLOT_ID_BYTES).hex(),
        kind=SlotKind(fields["kind"]),
        salt=_bytes(fields["salt"], SALT_BYTES),
        cost=None if fields["cost"] is None else KdfCost(**fields["cost"]),
        backend=fields["backend"],
        nonce=_bytes(fields["nonce"], NONCE_BYTES),
        wrapped=_bytes(fields["wrapped"], WRAPPED_BYTES),
    )


def _bytes(text: str, length: int) -> bytes:
    value = bytes.fromhex(text)
    if len(value) != length:
        raise ValueError("wrong length")
    return value


def _refuse_count(slots: int) -> None:
    if not 0 < slots <= MOST_SLOTS:
        raise ValueError("an envelope has 1 to 16 slots")


def _check_of(key: DataKey) -> bytes:
    return key.tag(b"check")[:_KEY_CHECK_BYTES]


def _mac(envelope: Envelope, key: DataKey) -> bytes:
    return key.tag(b"envelope", _canonical(_body(envelope)))


def _body(envelope: Envelope) -> dict[str, Any]:
    """Return what the keys seal: everything but the seals themselves."""
    facts = {"v": ENVELOPE_VERSION, "vault_id": envelope.vault_id} | _key_set_body(envelope)
    if envelope.successor is None:
        return facts
    return facts | {"next": _key_set_body(envelope.successor)}


def _key_set_body(key_set: KeySet) -> dict[str, Any]:
    return {
        "key_check": key_set.key_check.hex(),
        "slots": [_slot_body(slot) for slot in key_set.slots],
    }


def _slot_body(slot: KeySlot) -> dict[str, Any]:
    binary = {"salt": slot.salt, "nonce": slot.nonce, "wrapped": slot.wrapped}
    return asdict(slot) | {name: value.hex() for name, value in binary.items()}


def _canonical(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")
