"""How much is measured: everything, or a quick look that shows whether the benchmarks work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.vaults import ROOT, Twins, sample_twins

FOLDER = ROOT / "build" / "benchmarks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """So many pairs at least, and so many notes in the small, the large and the huge vault."""

    rounds: int
    small: int
    large: int
    huge: int
    folder: Path = FOLDER
    """Where the vaults are kept from one run to the next."""

    def twins(self, notes: int) -> Twins:
        """Return the sample of a size and its plain twin."""
        return sample_twins(self.folder, notes)


FULL = Plan(rounds=9, small=10_000, large=100_000, huge=1_000_000)
QUICK = Plan(rounds=3, small=1_000, large=10_000, huge=20_000)
