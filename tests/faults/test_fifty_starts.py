"""Fifty starts at the same moment make one window; the other forty-nine hand over and go."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from managernotes.clock import SystemClock
from managernotes.services.keys import Protection
from managernotes.services.workspace import create_workspace
from tests.core.vault_fakes import CHEAP, MemoryKeyring
from tests.faults.figures import Figures, short_and_long
from tests.journeys.desktop import Desktop, until

pytestmark = pytest.mark.xvfb

STARTS: Final = 50
TWO: Final = 2
APP: Final = "Manager Notes"
PASSPHRASE: Final = "four words by chance"
PATIENCE_SECONDS: Final = 120
SETTLE_SECONDS: Final = 1.0


@pytest.fixture
def desktop(home: Path) -> Iterator[Desktop]:
    desktop = Desktop(home)
    workspace, _code = create_workspace(
        desktop.vault,
        Protection.PASSPHRASE,
        PASSPHRASE,
        clock=SystemClock(),
        keyring=MemoryKeyring(),
        cost=CHEAP,
    )
    workspace.close()
    yield desktop
    desktop.close()


def ended(apps: list[subprocess.Popen[bytes]]) -> list[subprocess.Popen[bytes]]:
    """Wait until all but one have ended; return those that have."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while sum(app.poll() is None for app in apps) > 1 and time.monotonic() < deadline:
        time.sleep(0.05)
    return [app for app in apps if app.poll() is not None]


@short_and_long(1, 20)
def test_of_fifty_starts_one_has_the_window_and_none_sees_damage(
    desktop: Desktop, figures: Figures, runs: int
) -> None:
    handed_over = windows = 0
    complaints: list[str] = []
    for _ in range(runs):
        apps = [desktop.start() for _ in range(STARTS)]
        others = ended(apps)
        desktop.wait_for(APP)
        time.sleep(SETTLE_SECONDS)
        windows += len(desktop.windows(APP))
        handed_over += sum(app.returncode == 0 for app in others)
        complaints += [said for app in others if (said := app.communicate()[1].decode())]
        desktop.end_apps()
    assert _still_opens(desktop)
    figures(
        f"{STARTS} starts at once",
        runs,
        f"{windows} windows for {runs} times, {handed_over} handed over and ended,"
        f" {len(complaints)} complaints",
    )
    assert (windows, handed_over, complaints) == (runs, runs * (STARTS - 1), [])


def _still_opens(desktop: Desktop) -> bool:
    said = desktop.command("--passphrase-stdin", "person", "list", text=PASSPHRASE + "\n")
    return said.returncode == 0


def test_two_windows_would_be_counted(desktop: Desktop) -> None:
    desktop.start()
    desktop.start("--vault", str(desktop.vault.with_name("other.db")))
    until(lambda: len(desktop.windows(APP)) == TWO, "the second window was not counted")
