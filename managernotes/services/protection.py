"""What protects the open vault, for the manager to see: where it lies and what opens it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from managernotes.services.workspace import Workspace
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.key_slots import SlotKind


@dataclass(frozen=True, slots=True)
class VaultProtection:
    """The vault's file, its size in bytes, the ways into it, and the keyring's class name."""

    database: Path
    size: int
    ways: tuple[SlotKind, ...]
    keyring_backend: str


def protection_of(workspace: Workspace) -> VaultProtection:
    """Look at the open vault's files; raises what reading the key file does."""
    files = workspace.files
    slots = read_envelope(files).slots
    return VaultProtection(
        database=files.database,
        size=files.database.stat().st_size,
        ways=tuple(dict.fromkeys(slot.kind for slot in slots)),
        keyring_backend=next((slot.backend for slot in slots if slot.backend), ""),
    )
