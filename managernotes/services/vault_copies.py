"""Copies that a cloud folder made of the vault, for the front ends to list (§5 no. 23)."""

from __future__ import annotations

from pathlib import Path

from managernotes.vault.conflict_copies import ConflictCopy, conflict_copies
from managernotes.vault.location import VaultFiles

__all__ = ["ConflictCopy", "copies_beside"]


def copies_beside(vault: Path) -> tuple[ConflictCopy, ...]:
    """Return the copies of a vault and of its key file that lie beside it; none is opened."""
    return conflict_copies(VaultFiles(vault))
