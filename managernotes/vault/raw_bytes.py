"""Reading the open vault's file as it lies on the disk, without touching SQLite's locks.

On POSIX systems closing any handle of a file drops every lock that this process has on it
(https://www.sqlite.org/howtocorrupt.html, 2.2), so the handle that SQLite has is read from.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import BinaryIO, Final, Protocol

_OPEN_HERE: Final = Path("/dev/fd")


class Bytes(Protocol):
    """Something whose bytes can be read from any place."""

    def read_at(self, start: int, most: int) -> bytes:
        """Return at most so many bytes from a place on."""
        ...


class OwnFile:
    """A file that is open only for this."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read_at(self, start: int, most: int) -> bytes:
        """Return at most so many bytes from a place on."""
        self._file.seek(start)
        return self._file.read(most)


class HeldFile:
    """A file that this process has open anyway; it is neither opened nor closed."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def read_at(self, start: int, most: int) -> bytes:
        """Return at most so many bytes from a place on."""
        return os.pread(self._descriptor, most, start)


def held_file(path: Path) -> HeldFile | None:
    """Return the file through a handle that this process has, None when there is none."""
    try:
        wanted = path.stat()
        numbers = [int(entry.name) for entry in _OPEN_HERE.iterdir()]
    except OSError:
        return None
    for number in numbers:
        with contextlib.suppress(OSError):
            if os.path.samestat(os.fstat(number), wanted):
                return HeldFile(number)
    return None
