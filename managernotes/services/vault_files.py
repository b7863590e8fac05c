"""A vault's files from the outside: where they are, and what encrypts them."""

from __future__ import annotations

from pathlib import Path

from managernotes.vault import connection
from managernotes.vault.location import VaultFiles


def files_of(vault: Path) -> tuple[Path, ...]:
    """Return every file that may belong to the vault, whether it is there or not."""
    return VaultFiles(vault).all


def cipher_version() -> str:
    """Return the version of the cipher, empty when the driver does not encrypt."""
    return connection.cipher_version()
