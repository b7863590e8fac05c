"""Whether the file at the vault's place is still the one that was opened (§5 no. 22, 23)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from managernotes.errors import VaultRemovedError, VaultReplacedError


class Guard(Protocol):
    """Knows what the file must hold if nothing but commits has changed it."""

    def others_wrote(self) -> None:
        """Look at what other connections wrote; raises what forbids to go on."""
        ...

    def committing(self) -> None:
        """Look at what a transaction of this connection is about to commit."""
        ...

    def committed(self) -> None:
        """Take note that it is on disk."""
        ...


class PlaceWatch:
    """Asked around each transaction of a connection; without a file it forbids nothing.

    It remembers device and inode: asking takes microseconds and opens nothing, because opening
    and closing the file past SQLite would drop its locks (second_connection). A file that was
    overwritten in place keeps them, so a guard looks at what it holds.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._known = _identity(path) if path else None
        self._guard: Guard | None = None
        self._version = 0
        self.is_suspect = False
        """Whether what stood at the place may have spoilt what SQLite knows of the file."""

    def guard_with(self, guard: Guard, version: int) -> None:
        """Ask a guard, from now on, whenever others have written; `version` is today's."""
        self._guard, self._version = guard, version

    def refuse_other(self) -> None:
        """Raise VaultRemovedError when nothing is there, VaultReplacedError for another file."""
        if self._path is None:
            return
        try:
            found = _identity(self._path)
        except OSError:  # gone, or the drive is
            raise VaultRemovedError from None
        if found != self._known:
            raise VaultReplacedError

    def begun(self, version: Callable[[], int]) -> None:
        """Let the guard look at what others wrote since; `version` is SQLite's `data_version`."""
        if self._guard is None:
            return
        self.is_suspect = True
        found = version()
        if found != self._version:
            self._guard.others_wrote()
            self._version = found
        self.is_suspect = False

    def committing(self) -> None:
        """Let the guard look at what is about to be committed."""
        if self._guard is not None:
            self._guard.committing()

    def committed(self) -> None:
        """Tell the guard that it is on disk."""
        if self._guard is not None:
            self._guard.committed()


def _identity(path: Path) -> tuple[int, int]:
    found = path.lstat()
    return found.st_dev, found.st_ino
