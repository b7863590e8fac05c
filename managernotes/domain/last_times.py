"""When a manager last did right by somebody (S10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTimes:
    """The days on which I last thanked, stretched and helped somebody; None: not yet."""

    thanked_on: date | None = None
    stretched_on: date | None = None
    helped_on: date | None = None
