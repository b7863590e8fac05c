"""A clock that goes on while the computer sleeps, and tells how long it has slept.

No change of the date or the time moves it (SECURITY-DESIGN §5 no. 20).
"""

from __future__ import annotations

import sys
import time
from typing import Protocol


class SleepClock(Protocol):
    """Both in seconds; only differences mean anything."""

    def now(self) -> float:
        """Seconds gone by, sleep included."""
        ...

    def slept(self) -> float:
        """Seconds asleep in all; always the same where the system does not tell."""
        ...


class SystemSleepClock:
    """The system's own clocks; Windows counts sleep, and tells of it by a message instead."""

    def now(self) -> float:
        """Seconds gone by, sleep included."""
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        if sys.platform == "darwin":
            return time.clock_gettime(time.CLOCK_MONOTONIC)
        return time.monotonic()

    def slept(self) -> float:
        """Seconds asleep in all."""
        if sys.platform == "linux":
            return self.now() - time.clock_gettime(time.CLOCK_MONOTONIC)
        if sys.platform == "darwin":
            return self.now() - time.clock_gettime(time.CLOCK_UPTIME_RAW)
        return 0.0
