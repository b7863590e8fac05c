"""A process that notes is killed at random points, and nothing it had acknowledged is lost."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from tests.faults.figures import Figures, short_and_long
from tests.faults.killing import READY, Say, Victim
from tests.faults.noting import (
    Acknowledged,
    Found,
    NotedVault,
    look_into,
    note_down,
    noted_vault,
)

KILLS_PER_VAULT: Final = 20
LONGEST_LIFE: Final = 0.1
"""Seconds; a note in two versions takes 10 to 60 ms."""
CONTROL_KILLS: Final = 10


def note_until_killed(say: Say, vault: NotedVault, first: int, too_early: bool) -> None:
    with closing(vault.open()) as workspace:
        say(READY)
        for serial in count(first):
            note_down(workspace, serial, lambda *note: say(note), too_early=too_early)


class Killing:
    """Kills one writer after the other on the same vault, and reads the vault in between."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._pristine = noted_vault(folder / "pristine")
        self._folder = folder
        self._chance = random.Random(seed)  # noqa: S311  # when to kill, no secret
        self.vault = self._pristine
        self.acknowledged = Acknowledged()
        self._said = self._killed = 0
        self.hot_journals = 0

    @property
    def said(self) -> int:
        """How many notes were acknowledged, over all vaults."""
        return self._said + len(self.acknowledged.versions)

    def begin_vault(self, number: int) -> None:
        """Go on with a new vault: the old one has grown slow to read."""
        self._said, self._killed = self.said, 0
        self.acknowledged = Acknowledged()
        shutil.copytree(self._pristine.path.parent, self._folder / str(number))
        path = self._folder / str(number) / self._pristine.path.name
        self.vault = NotedVault(path, self._pristine.code)

    def kill_one(self, *, too_early: bool = False) -> Found:
        """Let a writer note until it is killed, then look into the vault."""
        self._killed += 1  # no number twice: one may be stored that was never acknowledged
        victim = Victim(note_until_killed, self.vault, self._killed * 1_000, too_early)
        opened_first = self._chance.random() < 0.8
        for note in victim.killed_after(
            self._chance.uniform(0, LONGEST_LIFE), once_ready=opened_first
        ):
            self.acknowledged.add(*note)
        journal = self.vault.path.with_name(self.vault.path.name + "-journal")
        self.hot_journals += journal.exists() and journal.stat().st_size > 0
        return look_into(self.vault, self.acknowledged)


@short_and_long(50, 1_000)
def test_no_acknowledged_note_is_lost_to_a_kill(
    tmp_path: Path, figures: Figures, runs: int
) -> None:
    killing = Killing(tmp_path, seed=runs)
    found = []
    for number in range(runs):
        if number % KILLS_PER_VAULT == 0:
            killing.begin_vault(number)
        found.append(killing.kill_one())
    lost = sum(one.lost for one in found)
    unsound = sum(not one.sound or one.wrong > 0 for one in found)
    figures(
        "kill -9 while noting",
        runs,
        f"{lost} of {killing.said:,} acknowledged notes lost, {unsound} vaults unsound"
        f" ({killing.hot_journals} died inside a transaction)",
    )
    assert killing.said > runs // 10
    assert killing.hot_journals > 0
    assert (lost, unsound) == (0, 0)


def test_a_writer_that_acknowledges_before_the_commit_is_found_out(tmp_path: Path) -> None:
    killing = Killing(tmp_path, seed=1)
    killing.begin_vault(0)
    kill = partial(killing.kill_one, too_early=True)
    assert any(kill().lost for _ in range(CONTROL_KILLS))
