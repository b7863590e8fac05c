"""A disk with little room: a file system in memory for root, else a limit on each file's size."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

_PLENTY: Final = 64 << 20


class SmallDisk(Protocol):
    """A folder whose room a test sets."""

    @property
    def folder(self) -> Path:
        """Where the files with little room lie."""
        ...

    def leave(self, room: int) -> None:
        """Leave room for so many more bytes than there are now."""

    def free(self) -> None:
        """Leave plenty of room again."""


class _MemoryDisk:
    """A tmpfs, whose size can be changed while it is in use; only root can mount one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        _mount("-t", "tmpfs", "-o", f"size={_PLENTY}", "tmpfs", str(folder))

    def leave(self, room: int) -> None:
        facts = os.statvfs(self.folder)
        used = (facts.f_blocks - facts.f_bfree) * facts.f_frsize
        _mount("-o", f"remount,size={used + room}", str(self.folder))

    def free(self) -> None:
        _mount("-o", f"remount,size={_PLENTY}", str(self.folder))

    def close(self) -> None:
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)


class _LimitedFiles:
    """A limit on the size of any file that this process writes (Python ignores SIGXFSZ)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def leave(self, room: int) -> None:
        biggest = max(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
        self._limit(biggest + room)

    def free(self) -> None:
        self._limit(resource.RLIM_INFINITY)

    def close(self) -> None:
        self.free()

    @staticmethod
    def _limit(size: int) -> None:
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """Make a folder into a disk of its own for as long as the block lasts."""
    folder.mkdir()
    disk = _made(folder)
    try:
        yield disk
    finally:
        disk.close()


def _made(folder: Path) -> _MemoryDisk | _LimitedFiles:
    if sys.platform == "linux" and os.geteuid() == 0:
        try:
            return _MemoryDisk(folder)
        except subprocess.CalledProcessError:  # root of a container without that right
            pass
    return _LimitedFiles(folder)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)
