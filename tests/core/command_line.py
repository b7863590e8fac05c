"""The command line in this process: real vaults, a keyring in memory, streams in memory."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from managernotes.cli.main import main
from managernotes.cli.streams import Streams
from managernotes.clock import FixedClock
from managernotes.services.keys import KeyringPort
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import Workspace, open_workspace
from tests.core.vault_fakes import MemoryKeyring

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


class NoFrontEnd:
    """Notes what was asked of the window."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def open_window(self, vault: Path) -> int:
        self.asked.append(f"window {vault.name}")
        return 0

    def quick_capture(self, vault: Path) -> int:
        self.asked.append(f"capture {vault.name}")
        return 0

    def tour(self, out: Path) -> int:
        self.asked.append(f"tour {out.name}")
        return 0


@dataclass(frozen=True)
class Said:
    """What one run printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def objects(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class CommandLine:
    """Runs commands on one vault."""

    vault: Path
    keyring: KeyringPort = field(default_factory=MemoryKeyring)
    front_end: NoFrontEnd = field(default_factory=NoFrontEnd)

    def run(self, *words: str, stdin: str = "") -> Said:
        out, err = io.StringIO(), io.StringIO()
        code = main(
            ["--vault", str(self.vault), *words],
            self.front_end,
            streams=Streams(io.StringIO(stdin), out, err),
            clock=FixedClock(NOW),
            keyring=self.keyring,
        )
        return Said(code, out.getvalue(), err.getvalue())

    @contextmanager
    def opened(self) -> Iterator[Workspace]:
        """Work with the services between two commands."""
        way, clock = KeyringWay(), FixedClock(NOW)
        workspace = open_workspace(self.vault, way, clock=clock, keyring=self.keyring)
        try:
            yield workspace
        finally:
            workspace.close()
