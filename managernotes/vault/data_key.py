"""The random 256-bit key that encrypts a vault, kept out of every repr and log."""

from __future__ import annotations

import hmac
import secrets
from typing import Final

from managernotes.errors import VaultClosedError

DATA_KEY_BYTES: Final = 32


class DataKey:
    """One vault's data key; ``wipe`` overwrites it here (copies the driver made may remain)."""

    __slots__ = ("_material",)

    def __init__(self, material: bytes) -> None:
        if len(material) != DATA_KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._material = bytearray(material)

    @classmethod
    def new(cls) -> DataKey:
        """Return a fresh random key."""
        return cls(secrets.token_bytes(DATA_KEY_BYTES))

    @property
    def material(self) -> bytes:
        """The 32 bytes; raises VaultClosedError once wiped."""
        if not self._material:
            raise VaultClosedError
        return bytes(self._material)

    def tag(self, purpose: bytes, message: bytes = b"") -> bytes:
        """Return the 32-byte HMAC-SHA256 of a message under this key, apart by purpose."""
        subkey = hmac.digest(self.material, b"managernotes/tag/v1/" + purpose, "sha256")
        return hmac.digest(subkey, message, "sha256")

    def wipe(self) -> None:
        """Overwrite and drop the key."""
        self._material[:] = bytes(len(self._material))
        self._material.clear()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and hmac.compare_digest(self.material, other.material)

    __hash__ = None  # type: ignore[assignment]  # a secret is no dictionary key

    def __repr__(self) -> str:
        return "DataKey(hidden)"
