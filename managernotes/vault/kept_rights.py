"""Whether a disk keeps rights at all: those made for other systems show the same for every file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_MOUNTS: Final = Path("/proc/self/mountinfo")
_KEEP_NONE: Final = frozenset(
    {"vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuseblk", "cifs", "smb3", "9p"}
)
_DEVICE_COLUMN: Final = 2
_BETWEEN: Final = " - "


def devices_without_rights(mounts: Path = _MOUNTS) -> frozenset[int]:
    """Return the numbers of the devices whose files have no rights of their own; Linux tells."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return frozenset()
    return frozenset(_devices(lines))


def _devices(lines: list[str]) -> Iterator[int]:
    for line in lines:
        columns, _, rest = line.partition(_BETWEEN)
        if rest.split(" ", 1)[0] in _KEEP_NONE:
            major, _, minor = columns.split(" ")[_DEVICE_COLUMN].partition(":")
            yield os.makedev(int(major), int(minor))
