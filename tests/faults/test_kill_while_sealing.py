"""Killed while sealing a line, or while filing what was sealed: no line lost, none filed twice."""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Final

from managernotes.clock import SystemClock
from managernotes.services.sealed_capture import SealedCapture
from managernotes.vault.inbox_file import has_waiting, held_inbox
from managernotes.vault.integrity import check_integrity
from managernotes.vault.location import VaultFiles
from tests.faults.figures import Figures, short_and_long
from tests.faults.killing import READY, Say, Victim
from tests.faults.noting import NotedVault, noted_vault

LINES: Final = 25
LONGEST_LIFE: Final = 0.12
CONTROL_KILLS: Final = 5
EVERY_LINE: Final = 1_000_000


def seal_until_killed(say: Say, vault: NotedVault, first: int) -> None:
    inbox = SealedCapture(vault.path, SystemClock())
    inbox.take(f"@dana line {first}")
    say(first)
    say(READY)
    for number in count(first + 1):
        inbox.take(f"@dana line {number}")
        say(number)


def file_until_killed(say: Say, vault: NotedVault) -> None:
    say(READY)
    vault.open().close()


def empty_before_the_commit(say: Say, vault: NotedVault) -> None:
    """File as it must not be done: the inbox is emptied while nothing is committed yet."""
    with held_inbox(VaultFiles(vault.path)) as inbox:
        kept = inbox.content
        inbox.empty()
    say(READY)
    time.sleep(LONGEST_LIFE)
    VaultFiles(vault.path).inbox.write_bytes(kept)
    vault.open().close()


def _filed(vault: NotedVault) -> Counter[str]:
    """Open the vault, which files what waits, and return how often each line is there."""
    with closing(vault.open()) as workspace:
        assert workspace.received.trouble is None
        assert check_integrity(workspace.ledger.db).sound
        return Counter(note.text for note in workspace.unconfirmed.waiting(EVERY_LINE))


def _copy(pristine: NotedVault, folder: Path) -> NotedVault:
    shutil.copytree(pristine.path.parent, folder)
    return NotedVault(folder / pristine.path.name, pristine.code)


@short_and_long(25, 200)
def test_no_acknowledged_line_is_lost_to_a_kill_while_sealing(
    tmp_path: Path, figures: Figures, runs: int
) -> None:
    chance = random.Random(runs)  # noqa: S311  # when to kill, no secret
    vault = noted_vault(tmp_path / "vault")
    acknowledged: set[int] = set()
    for _ in range(runs):
        victim = Victim(seal_until_killed, vault, 1 + max(acknowledged, default=0) + 1_000)
        acknowledged.update(victim.killed_after(chance.uniform(0, LONGEST_LIFE)))
    found = _filed(vault)
    lost = [number for number in acknowledged if found[f"line {number}"] == 0]
    twice = [text for text, times in found.items() if times > 1]
    told = f"{len(lost)} of {len(acknowledged):,} acknowledged lines lost, {len(twice)} twice"
    figures("kill -9 while sealing a line", runs, told)
    assert len(acknowledged) > runs
    assert (lost, twice) == ([], [])


@short_and_long(25, 200)
def test_no_line_is_lost_or_filed_twice_by_a_kill_while_filing(
    tmp_path: Path, figures: Figures, runs: int
) -> None:
    chance = random.Random(runs)  # noqa: S311  # when to kill, no secret
    pristine = _with_lines(tmp_path / "pristine")
    wrong = interrupted = 0
    for number in range(runs):
        vault = _copy(pristine, tmp_path / str(number))
        Victim(file_until_killed, vault).killed_after(chance.uniform(0, LONGEST_LIFE))
        interrupted += has_waiting(VaultFiles(vault.path))
        wrong += _filed(vault) != _all_once()
        wrong += _filed(vault) != _all_once()
    told = f"{wrong} vaults with a line lost or twice ({interrupted} died with lines waiting)"
    figures("kill -9 while filing sealed lines", runs, told)
    assert interrupted > 0
    assert wrong == 0


def test_filing_that_empties_the_inbox_too_early_is_found_out(tmp_path: Path) -> None:
    pristine = _with_lines(tmp_path / "pristine")
    wrong = 0
    for number in range(CONTROL_KILLS):
        vault = _copy(pristine, tmp_path / str(number))
        Victim(empty_before_the_commit, vault).killed_after(0)
        wrong += _filed(vault) != _all_once()
    assert wrong > 0


def _with_lines(folder: Path) -> NotedVault:
    vault = noted_vault(folder)
    inbox = SealedCapture(vault.path, SystemClock())
    for number in range(LINES):
        inbox.take(f"@dana line {number}")
    return vault


def _all_once() -> Counter[str]:
    return Counter(f"line {number}" for number in range(LINES))
