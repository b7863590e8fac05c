"""Killed in the middle of rekey, backup, restore or slot change, a vault opens, whole."""

from __future__ import annotations

import random
import shutil
import time
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest

from managernotes.clock import SystemClock
from managernotes.domain.person import NewPerson
from managernotes.errors import ManagerNotesError
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import proven
from managernotes.services.ways_in import RecoveryWay
from managernotes.services.workspace import create_workspace
from managernotes.vault.backup_container import BackupKind
from managernotes.vault.creation import Protection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import sealed_envelope
from managernotes.vault.envelope_file import read_envelope, replace_envelope
from managernotes.vault.key_slots import recovery_slot
from managernotes.vault.location import VaultFiles
from managernotes.vault.recovery_code import RecoveryCode
from tests.faults.changes import (
    Change,
    Protected,
    change_the_key,
    change_the_ways_in,
    make_a_backup,
    put_a_backup_back,
)
from tests.faults.figures import Figures, short_and_long
from tests.faults.killing import READY, Say, Victim
from tests.faults.noting import Acknowledged, compared, note_down

NOTES: Final = 12
CHANGES: Final[dict[str, Change]] = {
    "rekey": change_the_key,
    "backup": make_a_backup,
    "restore": put_a_backup_back,
    "slot change": change_the_ways_in,
}


class Killing:
    """Cuts one change off after the other, each time on a fresh copy of the same vault."""

    def __init__(self, folder: Path, change: Change, seed: int) -> None:
        self._folder = folder
        self._change = change
        self._chance = random.Random(seed)  # noqa: S311  # when to kill, no secret
        self._notes = Acknowledged()
        self._pristine = self._make()
        self._longest = self._time_of_one()
        self.cut_off = 0
        self.opened_by: dict[str, int] = {}

    def kill_one(self, number: int) -> bool:
        """Kill a change somewhere in it; return whether the vault opens and is whole."""
        vault = self._copy(str(number))
        victim = Victim(self._change, vault)
        said = victim.killed_after(self._chance.uniform(0, 1.1 * self._longest))
        codes = [word for word in said if isinstance(word, str)]
        self.cut_off += victim.was_killed
        whole = self._is_whole(vault, codes) and self._backups_are_whole(vault, codes)
        shutil.rmtree(vault.path.parent)
        return whole

    def _is_whole(self, vault: Protected, codes: list[str]) -> bool:
        """Try every way in, on the vault or on the one that a restore has kept aside."""
        kept = [path for path in vault.path.parent.glob("*.kept-*") if path.suffix != ".json"]
        places = [vault, *(Protected(path, vault.code) for path in kept if _is_vault(path))]
        for place in places:
            for way in place.ways(*codes):
                try:
                    workspace = place.open(way)
                except ManagerNotesError:
                    continue
                with closing(workspace):
                    name = type(way).__name__
                    self.opened_by[name] = self.opened_by.get(name, 0) + 1
                    return compared(workspace, self._notes).good
        return False

    def _backups_are_whole(self, vault: Protected, codes: list[str]) -> bool:
        return all(
            any(_is_proven(path, code) for code in (vault.code, *codes))
            for path in vault.path.parent.rglob("*.mnbackup")
        )

    def _make(self) -> Protected:
        blank = Protected(self._folder / "pristine" / "vault.db", "")
        workspace, code = create_workspace(
            blank.path, Protection.KEYRING, None, clock=SystemClock(), keyring=blank.keyring
        )
        with closing(workspace):
            workspace.people.add(NewPerson(display_name="Dana Whitfield"))
            for serial in range(NOTES):
                note_down(workspace, serial, self._notes.add)
            BackupWork.of(workspace).make(BackupKind.MANUAL)
        return Protected(blank.path, code.text)

    def _copy(self, name: str) -> Protected:
        vault = Protected(self._folder / name / "vault.db", self._pristine.code)
        shutil.copytree(self._pristine.path.parent, vault.path.parent)
        shutil.copy(
            self._pristine.path.parent.with_suffix(".keyring"),
            vault.path.parent.with_suffix(".keyring"),
        )
        return vault

    def _time_of_one(self) -> float:
        begins: list[float] = []

        def say(word: Any) -> None:
            if word == READY and not begins:
                begins.append(time.monotonic())

        vault = self._copy("whole")
        self._change(say, vault)
        return time.monotonic() - begins[0]


@pytest.mark.parametrize("name", CHANGES)
@short_and_long(25, 200)
def test_a_vault_always_opens_by_one_of_its_ways(
    tmp_path: Path, figures: Figures, name: str, runs: int
) -> None:
    killing = Killing(tmp_path, CHANGES[name], seed=runs)
    shut = sum(not killing.kill_one(number) for number in range(runs))
    ways = ", ".join(f"{way} {count}" for way, count in sorted(killing.opened_by.items()))
    figures(
        f"kill -9 during {name}",
        runs,
        f"{shut} vaults shut or not whole ({killing.cut_off} cut off; {ways})",
    )
    assert killing.cut_off > runs // 4
    assert shut == 0


def test_a_change_that_lets_the_old_ways_go_first_is_found_out(tmp_path: Path) -> None:
    killing = Killing(tmp_path, change_the_keys_first, seed=1)
    assert not all(killing.kill_one(number) for number in range(10))


def change_the_keys_first(say: Say, vault: Protected) -> None:
    """Put slots of a new data key in place, and encrypt with it only then; and slowly."""
    files, key, code = VaultFiles(vault.path), DataKey.new(), RecoveryCode.new()
    with closing(vault.open()) as workspace:
        say(READY)
        old = read_envelope(files)
        say(code.text)
        new = sealed_envelope(old.vault_id, [recovery_slot(old.vault_id, key, code)], key)
        replace_envelope(files, old, new, key)
        time.sleep(0.05)
        workspace.ledger.db.execute(f"PRAGMA rekey = \"x'{key.material.hex()}'\"").fetchall()


def _is_vault(path: Path) -> bool:
    return path.is_file() and not path.name.endswith("-journal") and path.stat().st_size > 0


def _is_proven(path: Path, code: str) -> bool:
    try:
        proven(path, RecoveryWay(code))
    except ManagerNotesError:
        return False
    return True
