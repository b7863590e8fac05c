"""Who has a vault open: a lock on its folder that ends with the process, whatever ends it.

SQLite's own locks last for one statement, so an idle window cannot be seen through them, and its
connection would find the vault unreadable once the data key has been changed. The folder is
locked because it costs no file of its own; a vault beside this one counts too, which errs on the
safe side. Where the system cannot lock a folder (Windows, some network drives) nobody is seen.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from managernotes.errors import OpenElsewhereError, VaultBusyError

if sys.platform != "win32":
    import fcntl


class Presence:
    """One open vault, as the others see it."""

    def __init__(self, folder: Path) -> None:
        """Come in; raises VaultBusyError while somebody is alone with a vault of this folder."""
        self._folder: int | None = None
        if sys.platform == "win32":
            return
        with contextlib.suppress(OSError):  # the folder is not there: opening will tell
            self._folder = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            self._lock(shared=True)
        except BaseException:
            self.leave()
            raise

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody in while the block lasts; raises OpenElsewhereError when somebody is in."""
        try:
            self._lock(shared=False)
        except VaultBusyError:
            raise OpenElsewhereError from None
        try:
            yield
        finally:
            self._lock(shared=True)

    def leave(self) -> None:
        """Go; leaving twice is nothing."""
        if self._folder is not None:
            os.close(self._folder)
            self._folder = None

    def _lock(self, *, shared: bool) -> None:
        if sys.platform == "win32" or self._folder is None:
            return
        try:
            fcntl.flock(self._folder, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise VaultBusyError from None
        except OSError:  # this file system has no such locks
            return
