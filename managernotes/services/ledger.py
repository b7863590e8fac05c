"""What every service works with: the open vault, the time, and whose changes these are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from managernotes.clock import Clock
from managernotes.clock import today as day_of_clock
from managernotes.domain.identity import DeviceId
from managernotes.storage.stamps import to_millisecond
from managernotes.vault.connection import Connection


@dataclass(frozen=True, slots=True)
class Ledger:
    """The connection, the clock, and the device that changes are signed with."""

    db: Connection
    clock: Clock
    device: DeviceId

    def now(self) -> datetime:
        """Return the moment, to the millisecond that the vault keeps."""
        return to_millisecond(self.clock.now())

    def today(self) -> date:
        """Return the local calendar day."""
        return day_of_clock(self.clock)
