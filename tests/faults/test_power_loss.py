"""The power goes at any point of a session; what was acknowledged is there when it comes back.

Cut from a recording of what the app asked of the disk (SECURITY-DESIGN finding 5). The order in
which two folders' entries reach the disk is not modelled; the vault has only one.
"""

from __future__ import annotations

import random
import subprocess
import sys
from bisect import bisect
from pathlib import Path
from typing import Final

import pytest

from managernotes.errors import ManagerNotesError
from tests.faults.disk_replay import STRACE, Disk, Files, Mark, Write, steps_of
from tests.faults.figures import Figures, short_and_long
from tests.faults.noting import Acknowledged, Found, NotedVault, look_into, noted_vault
from tests.faults.power_loss_program import ACKNOWLEDGED

pytestmark = pytest.mark.strace

PROJECT: Final = Path(__file__).parents[2]
NOTES: Final = 16
CONTROL_STATES: Final = 20
PATIENCE_SECONDS: Final = 120


class PowerLoss:
    """One recorded session, and the disks that a power cut may leave of it."""

    def __init__(self, folder: Path, synchronous: str) -> None:
        vault = noted_vault(folder / "recorded")
        base = _files_of(vault.path.parent)
        recording = folder / "recording"
        program = "tests.faults.power_loss_program"
        asked = [sys.executable, "-m", program, str(vault.path), vault.code, str(NOTES)]
        subprocess.run(
            [*STRACE, "-o", str(recording), *asked, synchronous],
            cwd=PROJECT,
            check=True,
            timeout=PATIENCE_SECONDS,
        )
        with recording.open(encoding="ascii") as lines:
            self.disk = Disk(base, list(steps_of(lines, vault.path.parent)))
        recording.unlink()
        self._code = vault.code
        self._folder = folder / "after"
        self._folder.mkdir()
        self.acknowledged = [
            (number, *map(int, step.path.removeprefix(ACKNOWLEDGED).split("-")))
            for number, step in enumerate(self.disk.steps)
            if isinstance(step, Mark) and step.path.startswith(ACKNOWLEDGED)
        ]

    def found_after(self, cut: int, chance: random.Random) -> Found | None:
        """Let the power go after so many steps and open what is left; None: it cannot be opened."""
        for path in self._folder.iterdir():
            path.unlink()
        for name, content in self.disk.state_after(cut, chance).items():
            (self._folder / name).write_bytes(content)
        known = Acknowledged()
        for _, serial, version in self.acknowledged[: self.acknowledged_before(cut)]:
            known.add(serial, version)
        try:
            return look_into(NotedVault(self._folder / "vault.db", self._code), known)
        except ManagerNotesError:
            return None

    def acknowledged_before(self, cut: int) -> int:
        """Return how many texts had been acknowledged when so many steps were done."""
        return bisect([number for number, *_ in self.acknowledged], cut - 1)


@short_and_long(200, 1_000)
def test_no_acknowledged_note_is_lost_to_a_power_cut(
    tmp_path: Path, figures: Figures, runs: int
) -> None:
    loss = PowerLoss(tmp_path, "FULL")
    assert len(loss.acknowledged) == 2 * NOTES
    chance = random.Random(runs)  # noqa: S311  # when the power goes, no secret
    cuts = [chance.randrange(1, len(loss.disk.steps) + 1) for _ in range(runs)]
    states = [loss.found_after(cut, chance) for cut in cuts]
    lost = sum(state.lost for state in states if state is not None)
    unreadable = sum(state is None or not state.sound or state.wrong > 0 for state in states)
    said = sum(map(loss.acknowledged_before, cuts))
    figures(
        "power loss, replayed",
        runs,
        f"{lost} of {said:,} acknowledged texts lost, {unreadable} states unreadable",
    )
    assert (lost, unreadable) == (0, 0)


def test_without_waiting_for_the_disk_the_replay_shows_losses(
    tmp_path: Path, figures: Figures
) -> None:
    loss = PowerLoss(tmp_path, "OFF")
    chance = random.Random(1)  # noqa: S311  # when the power goes, no secret
    cuts = [chance.randrange(1, len(loss.disk.steps) + 1) for _ in range(CONTROL_STATES)]
    states = [loss.found_after(cut, chance) for cut in cuts]
    bad = sum(state is None or not state.good for state in states)
    figures("power loss, control: OFF", CONTROL_STATES, f"{bad} states lost or unreadable")
    assert bad > CONTROL_STATES // 2


def test_a_write_that_was_not_synced_may_be_torn_at_any_sector() -> None:
    page = Write("vault.db", 0, bytes([7]) * 4096)
    disk = Disk({"vault.db": bytearray(4096)}, [page])
    chance = random.Random(1)  # noqa: S311  # which sectors, no secret
    seen = {_sectors_there(disk.state_after(1, chance)) for _ in range(100)}
    assert {0, 8} < seen
    assert len(seen) > 4


def _sectors_there(files: Files) -> int:
    return files["vault.db"].count(7) // 512


def _files_of(folder: Path) -> Files:
    return {path.name: bytearray(path.read_bytes()) for path in folder.iterdir()}
