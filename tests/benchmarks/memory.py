"""What this process keeps in memory, as the kernel counts it."""

from __future__ import annotations

import re
from pathlib import Path

_KIBIBYTE_IN_MEBIBYTES = 1 / 1024


def resident_mebibytes() -> float:
    """Return what it keeps now."""
    return _read("VmRSS")


def peak_mebibytes() -> float:
    """Return the most it has kept so far."""
    return _read("VmHWM")


def _read(name: str) -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(rf"^{name}:\s+(\d+) kB", status, re.MULTILINE)
    assert found is not None
    return int(found[1]) * _KIBIBYTE_IN_MEBIBYTES
