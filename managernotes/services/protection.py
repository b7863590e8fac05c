"""What protects a vault, for the manager to see: where it lies and what opens it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from managernotes.services.slot_dates import SlotEvent, date_of
from managernotes.services.workspace import Workspace
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.key_slots import KeySlot, SlotKind
from managernotes.vault.location import VaultFiles, look_at
from managernotes.vault.states import judge, refuse_unready


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedWay:
    """One way in: the keyring's class name where it keeps the key, and the dates that are known."""

    kind: SlotKind
    backend: str = ""
    changed: datetime | None = None
    used: datetime | None = None
    confirmed: datetime | None = None
    tried: datetime | None = None


@dataclass(frozen=True, slots=True)
class VaultProtection:
    """The vault's file, its size in bytes, and the ways into it."""

    database: Path
    size: int
    listed: tuple[ListedWay, ...]

    @property
    def ways(self) -> tuple[SlotKind, ...]:
        """The kinds of the ways in."""
        return tuple(way.kind for way in self.listed)

    @property
    def keyring_backend(self) -> str:
        """The class name of the keyring that keeps the key, empty when none does."""
        return next((way.backend for way in self.listed if way.backend), "")


def protection_of(workspace: Workspace) -> VaultProtection:
    """Look at the open vault's files; raises what reading the key file does."""
    database = workspace.files.database
    return VaultProtection(database, database.stat().st_size, ways_of(workspace))


def ways_of(workspace: Workspace) -> tuple[ListedWay, ...]:
    """Return the ways into an open vault, with the dates that it keeps of them."""
    ledger = workspace.ledger
    return tuple(
        ListedWay(
            kind=slot.kind,
            backend=slot.backend,
            changed=date_of(ledger, slot.kind, SlotEvent.CHANGED),
            used=date_of(ledger, slot.kind, SlotEvent.USED),
            confirmed=date_of(ledger, slot.kind, SlotEvent.CONFIRMED),
            tried=date_of(ledger, slot.kind, SlotEvent.TRIED),
        )
        for slot in _one_of_each(read_envelope(workspace.files).slots)
    )


def listed_ways(path: Path) -> tuple[ListedWay, ...]:
    """Return the ways into a vault without opening it; its dates are inside and stay unknown.

    Raises what the files are, or what reading the key file does.
    """
    files = VaultFiles(path)
    refuse_unready(judge(look_at(files)))
    slots = _one_of_each(read_envelope(files).slots)
    return tuple(ListedWay(kind=slot.kind, backend=slot.backend) for slot in slots)


def _one_of_each(slots: Iterable[KeySlot]) -> list[KeySlot]:
    return list({slot.kind: slot for slot in slots}.values())
