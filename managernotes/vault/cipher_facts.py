"""How the cipher is set, read back from the driver itself (SECURITY-DESIGN §2.1, §2.6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlcipher3 import dbapi2

from managernotes.vault import open_sequence
from managernotes.vault.connection import Connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.states import PAGE_BYTES

EXPECTED: Final[Mapping[str, str]] = {
    "cipher_page_size": str(PAGE_BYTES),
    "cipher_use_hmac": "1",
    "cipher_hmac_algorithm": "HMAC_SHA512",
    "cipher_kdf_algorithm": "PBKDF2_HMAC_SHA512",
    "cipher_plaintext_header_size": "0",
    "temp_store": "2",
    "secure_delete": "1",
    "journal_mode": "truncate",
    "synchronous": "2",
    "trusted_schema": "0",
    "cell_size_check": "1",
}
"""What each setting must read; the names are the driver's."""
WITHOUT_A_VAULT: Final = tuple(name for name in EXPECTED if name.startswith("cipher_"))
"""The settings that are the driver's own, and can be read before any vault is open."""
SET_BY_A_READER: Final = (*WITHOUT_A_VAULT, "temp_store", "trusted_schema", "cell_size_check")
"""The settings that matter to a connection that only reads; it has no journal of its own."""
VERSION: Final = "cipher_version"


def settings_of(db: Connection, names: Sequence[str] = tuple(EXPECTED)) -> dict[str, str]:
    """Return what an open vault's connection says of each setting, and the cipher's version."""
    return {name: _text(db.execute(f"PRAGMA {name}").fetchone()) for name in (VERSION, *names)}


def settings_of_driver() -> dict[str, str]:
    """Return the driver's own settings, from a database in memory under a random key."""
    key = DataKey.new()
    raw = dbapi2.connect(":memory:", isolation_level=None)
    try:
        open_sequence.give_key(raw, key)
        names = (VERSION, *WITHOUT_A_VAULT)
        return {name: _text(raw.execute(f"PRAGMA {name}").fetchone()) for name in names}
    finally:
        raw.close()
        key.wipe()


def _text(row: Any) -> str:
    return str(row[0]) if row else ""
