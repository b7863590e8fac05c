"""SQL for roles: a record of their own, found by title without regard to case and accents."""

from __future__ import annotations

from datetime import datetime

from managernotes.domain.folding import folded
from managernotes.domain.identity import DeviceId, new_uuid7
from managernotes.storage.stamps import milliseconds, offset_minutes
from managernotes.vault.connection import Connection

_KEY = "SELECT key FROM role WHERE folded_title = :folded"
_INSERT = """
    INSERT INTO role (
        id, title, folded_title,
        created_at, created_offset, updated_at, updated_offset, revision, origin
    ) VALUES (:id, :title, :folded, :at, :offset, :at, :offset, 1, :origin)
    RETURNING key
"""


def role_key(db: Connection, title: str, device: DeviceId, at: datetime) -> int:
    """Return the internal number of the role of this title, which is added if it is new."""
    row = db.execute(_KEY, {"folded": folded(title)}).fetchone()
    if row is None:
        row = db.execute(
            _INSERT,
            {
                "id": new_uuid7(at).bytes,
                "title": title,
                "folded": folded(title),
                "at": milliseconds(at),
                "offset": offset_minutes(at),
                "origin": device.bytes,
            },
        ).fetchone()
    return int(row[0])
