"""SQL for what a vault knows about itself."""

from __future__ import annotations

from uuid import UUID

from managernotes.domain.identity import DeviceId
from managernotes.vault.connection import Connection

_DEVICE = "device"
_READ = "SELECT value FROM vault_info WHERE name = :name"
_KEEP = "INSERT INTO vault_info (name, value) VALUES (:name, :value)"


def device(db: Connection) -> DeviceId | None:
    """Return the device whose changes this file holds; None in a vault just made."""
    row = db.execute(_READ, {"name": _DEVICE}).fetchone()
    return DeviceId(UUID(bytes=row[0])) if row else None


def set_device(db: Connection, identity: DeviceId) -> None:
    """Name the device whose changes this file holds."""
    db.execute(_KEEP, {"name": _DEVICE, "value": identity.bytes})
