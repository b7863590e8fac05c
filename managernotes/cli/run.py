"""One run of the command line: what was asked, and what it works with."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from managernotes.cli.streams import Streams
from managernotes.clock import Clock, today
from managernotes.services.keys import KeyringPort


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The arguments, the vault they mean, and the outside world."""

    chosen: argparse.Namespace
    vault: Path
    streams: Streams
    clock: Clock
    keyring: KeyringPort

    @property
    def today(self) -> date:
        """The local calendar day."""
        return today(self.clock)

    @property
    def wants_json(self) -> bool:
        """Whether the answer is one JSON document instead of lines for people."""
        return bool(getattr(self.chosen, "json", False))
