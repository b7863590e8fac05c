"""Unused pages that a power cut tore, and how they get a seal again.

SQLite keeps no former content of a page that was unused, because nothing reads it; so what takes
an unfinished write back leaves such a page as it is, half written. Nothing is lost with it, but
its seal is broken, and every check of the seals would call the vault damaged.
"""

from __future__ import annotations

import contextlib
from typing import Any, Final

from sqlcipher3 import dbapi2

from managernotes.vault.location import VaultFiles

_CONTENT_BYTES: Final = 4096 - 80 - 4
"""What one page holds of a long value: without its seal, and the number of the next."""

_REFUSALS: Final = (dbapi2.Error, MemoryError)
"""The driver says MemoryError when a broken page is in the way of a write."""

_MOST_PAGES: Final = 20_000
"""80 MB; it takes memory, and whoever has so much unused has erased nearly everything."""


def was_cut_off(files: VaultFiles) -> bool:
    """Tell, before the vault is opened, whether a write to it was cut off."""
    try:
        return files.journal.lstat().st_size > 0
    except OSError:
        return False


def seal_unused_pages(raw: Any) -> None:
    """Write every unused page once; with no room for that they stay as they are."""
    unused = int(raw.execute("PRAGMA freelist_count").fetchone()[0])
    pages = int(raw.execute("PRAGMA page_count").fetchone()[0])
    if not 0 < unused < min(pages, _MOST_PAGES):  # more than there are: the vault is damaged
        return
    with contextlib.suppress(*_REFUSALS):
        raw.execute("BEGIN IMMEDIATE")
        try:
            raw.execute("CREATE TABLE unused_pages (content BLOB)")
            raw.execute("INSERT INTO unused_pages VALUES (zeroblob(?))", (unused * _CONTENT_BYTES,))
            raw.execute("DROP TABLE unused_pages")
            raw.execute("COMMIT")
        except _REFUSALS:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            raise
