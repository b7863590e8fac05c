"""From a secret to the key that wraps the data key: Argon2id or HKDF-SHA256 (§4 Keys)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from managernotes.errors import NotEnoughMemoryError

SALT_BYTES: Final = 16
WRAPPING_KEY_BYTES: Final = 32
_LEAST_MEMORY_KIB: Final = 64 * 1024
_MOST_MEMORY_KIB: Final = 1024 * 1024
_MOST_PASSES: Final = 10
_MOST_LANES: Final = 8


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess of a passphrase costs; a key file may not ask for less or for ruin.

    Raises ValueError outside the bounds: 64 MiB to 1 GiB, 1 to 10 passes, 1 to 8 lanes.
    """

    passes: int = 3
    memory_kib: int = 256 * 1024
    lanes: int = 4

    def __post_init__(self) -> None:
        whole = all(type(part) is int for part in (self.passes, self.memory_kib, self.lanes))
        within = whole and (
            1 <= self.passes <= _MOST_PASSES
            and _LEAST_MEMORY_KIB <= self.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= self.lanes <= _MOST_LANES
        )
        if not within:
            raise ValueError("the cost of the key derivation is out of bounds")


def key_from_passphrase(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """Stretch a passphrase with Argon2id; the same letters count, however they were composed.

    Raises NotEnoughMemoryError when the system cannot spare the memory.
    """
    from argon2.exceptions import HashingError  # 20 ms that a start by keyring need not wait for
    from argon2.low_level import Type, hash_secret_raw

    letters = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(
            secret=letters,
            salt=salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=WRAPPING_KEY_BYTES,
            type=Type.ID,
        )
    except (HashingError, MemoryError):
        raise NotEnoughMemoryError from None


def key_from_random_secret(secret: bytes, salt: bytes, slot_id: str) -> bytes:
    """Derive from a secret that cannot be guessed; the result belongs to one slot."""
    info = b"managernotes/kek/v1/" + slot_id.encode("ascii")
    return HKDF(SHA256(), WRAPPING_KEY_BYTES, salt, info).derive(secret)
