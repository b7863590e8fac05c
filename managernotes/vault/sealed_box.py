"""Sealing what only this vault can open: X25519 sealed boxes (libsodium, issue 3 point 8).

Whoever has the public key can seal and nobody learns who did, so a box proves no author. The
library is loaded when something is sealed or opened, never at the start of the app.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

KEY_BYTES: Final = 32
BOX_OVERHEAD: Final = 48
"""Bytes by which a box is longer than what is in it: a passing public key and a seal."""


@dataclass(frozen=True, slots=True)
class SealingPair:
    """The two keys of one vault's inbox; the private one never leaves the vault."""

    public: bytes
    private: bytes = field(repr=False)


def new_pair() -> SealingPair:
    """Return a fresh random pair."""
    from nacl.public import PrivateKey

    private = PrivateKey.generate()
    return SealingPair(bytes(private.public_key), bytes(private))


def seal(content: bytes, public: bytes) -> bytes:
    """Return a box with the content, which only the private key opens."""
    from nacl.public import PublicKey, SealedBox

    return SealedBox(PublicKey(public)).encrypt(content)


def opened_box(box: bytes, pair: SealingPair) -> bytes | None:
    """Return what is in a box; None when it was not sealed for this pair, or was altered."""
    from nacl.bindings import crypto_box_seal_open
    from nacl.exceptions import CryptoError

    if len(box) < BOX_OVERHEAD:
        return None
    try:
        return crypto_box_seal_open(box, pair.public, pair.private)
    except CryptoError:
        return None
