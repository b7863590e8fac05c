"""A vault changed behind the app's back: by the driver itself, its triggers taken away."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from sqlcipher3 import dbapi2

from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles


@contextlib.contextmanager
def outside_the_app(files: VaultFiles, key: DataKey) -> Iterator[Any]:
    """Yield a connection of the bare driver in one transaction, without any of our triggers."""
    raw = dbapi2.connect(str(files.database), isolation_level=None)
    try:
        raw.execute(f"PRAGMA key = \"x'{key.material.hex()}'\"").fetchall()
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("BEGIN IMMEDIATE")
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
            raw.execute(f"DROP TRIGGER {name}")
        yield raw
        raw.execute("COMMIT")
    finally:
        raw.close()
