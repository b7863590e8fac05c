"""Ids for the sample, whose chance comes from its seed."""

from __future__ import annotations

from datetime import datetime
from random import Random
from uuid import UUID


def sample_uuid7(moment: datetime, chance: Random) -> UUID:
    """Return a version 7 UUID (RFC 9562) whose chance comes from the seed."""
    milliseconds = int(moment.timestamp() * 1000)
    drawn = chance.getrandbits(74)
    value = milliseconds << 80 | 0x7 << 76 | (drawn >> 62) << 64 | 0b10 << 62
    return UUID(int=value | drawn & ((1 << 62) - 1))
