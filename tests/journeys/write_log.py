"""What a session writes, as strace records it: files opened to write, made, moved or linked."""

from __future__ import annotations

import re
from pathlib import Path

_CALLS = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|^\S+ +(?:creat|mkdir|rename|link|symlink)")
_FAILED = re.compile(r"= -1 E")
_MEETING = re.compile(r"tmp/(?:managernotes-[0-9a-f]{16}|\.[A-Za-z0-9]{6}(?:/s)?)$")
"""The socket over which a second start finds the first, and the folder Qt makes it in."""
_DEVICES = ("/dev/", "/proc/self/")
"""The void, the clock and one's own process keep nothing."""


class WriteLog:
    """Start a program under `command`; it writes to the log until it ends."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.command = ("strace", "-f", "-qq", "-e", f"trace={_CALLS}", "-o", str(file))

    def paths(self) -> set[str]:
        """Return every path that was written or tried with success."""
        found = set()
        for line in self._file.read_text(errors="replace").splitlines():
            if _WRITES.search(line) and not _FAILED.search(line):
                found.update(_PATH.findall(line.split("(", 1)[1]))
        return found

    def outside(self, *allowed: Path) -> list[str]:
        """Return the paths that lie in none of these folders."""
        inside = (*(str(folder) for folder in allowed), *_DEVICES)
        paths = (path for path in self.paths() if not path.startswith(inside))
        return sorted(path for path in paths if not _MEETING.search(path))
