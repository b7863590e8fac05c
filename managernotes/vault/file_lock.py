"""Holding one open file alone among all processes, for a short while."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from typing import Final

from managernotes.errors import VaultBusyError

PATIENCE_SECONDS: Final = 5.0
_PAUSE_SECONDS: Final = 0.004

if sys.platform == "win32":
    import msvcrt

    _FAR: Final = 1 << 30
    """Windows forbids others the locked bytes themselves, so one beyond any content is locked."""

    def _try_lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextlib.contextmanager
def held_alone(descriptor: int, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Hold the open file for the block; VaultBusyError when others keep it for too long.

    A process that is killed lets go of it.
    """
    deadline = time.monotonic() + patience_seconds
    while True:
        try:
            _try_lock(descriptor)
            break
        except (BlockingIOError, PermissionError):
            if time.monotonic() > deadline:
                raise VaultBusyError from None
            time.sleep(_PAUSE_SECONDS)
    try:
        yield
    finally:
        _unlock(descriptor)
