"""Proof: this program has no connection and has opened none, asked of the system and of Python."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from managernotes.network_watch import Watched, watched
from managernotes.services.trust_proof import Finding, could_not, failed, proved

_SELF: Final = Path("/proc/self")
_TABLES: Final = (
    "tcp",
    "tcp6",
    "udp",
    "udp6",
    "udplite",
    "udplite6",
    "raw",
    "raw6",
    "icmp",
    "icmp6",
)
_SOCKET: Final = "socket:["
_INODE_COLUMN: Final = 9


@dataclass(frozen=True, slots=True)
class Connections:
    """Network sockets that are open now, None where the system cannot be asked; and the watch."""

    open_now: int | None
    watch: Watched | None


def connections_of_this_program() -> Connections:
    """Ask the system about this process, and the watch about its past."""
    return Connections(_open_now() if sys.platform == "linux" else None, watched())


def none_opened(connections: Connections) -> Finding:
    """Judge what was seen; a socket between programs of this computer is no connection."""
    open_now, watch = connections.open_now, connections.watch
    figures: dict[str, int | str] = {"open": open_now or 0, "made": watch.made if watch else 0}
    if watch is not None:
        figures["since"] = watch.since.isoformat()
    if figures["open"] or figures["made"]:
        return failed("This program has reached for the network.", figures)
    if open_now is None:
        return could_not("This system cannot be asked which connections are open.", figures)
    if watch is None:
        return could_not("Nobody has watched since the start.", figures)
    return proved(figures)


def _open_now() -> int | None:
    """Count this process's sockets that stand in the system's tables of the network."""
    try:
        mine = set(_sockets())
        listed = {inode for table in _TABLES for inode in _inodes(_SELF / "net" / table)}
    except OSError:
        return None
    return len(mine & listed)


def _sockets() -> Iterator[str]:
    """Yield the system's number of each socket that this process holds."""
    for entry in (_SELF / "fd").iterdir():
        try:
            target = str(entry.readlink())
        except OSError:  # closed meanwhile, such as the folder's own
            continue
        if target.startswith(_SOCKET):
            yield target.removeprefix(_SOCKET).removesuffix("]")


def _inodes(table: Path) -> Iterator[str]:
    try:
        lines = table.read_text(encoding="utf-8").splitlines()[1:]
    except FileNotFoundError:  # this kernel has no such sockets
        return
    for line in lines:
        columns = line.split()
        if len(columns) > _INODE_COLUMN:
            yield columns[_INODE_COLUMN]
