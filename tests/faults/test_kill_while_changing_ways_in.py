"""`kill -9` while the ways in or the data key are being changed: the vault always opens."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.clock import SystemClock
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.errors import KeyProblemError
from managernotes.services.keys import Protection, SlotKind
from managernotes.services.ways_in import KeyringWay, ProvenRecoveryWay
from managernotes.services.workspace import create_workspace, open_workspace, ways_in
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.key_slots import IN_KEYRING
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import account_of
from tests.core.vault_fakes import CHEAP
from tests.faults.folder_keyring import FolderKeyring

SHORT: Final = 25
LONG: Final = 200
NOTES: Final = 20
_LATEST_KILL_SECONDS: Final = {"slots": 0.12, "rekey": 0.15}


class Target:
    """One vault that is changed and killed again and again, and the codes that may open it."""

    def __init__(self, folder: Path, what: str) -> None:
        self.what = what
        self.keyring_folder = folder / "keyring"
        self.keyring = FolderKeyring(self.keyring_folder)
        self.files = VaultFiles(folder / "vault" / "vault.db")
        workspace, code = create_workspace(
            self.files.database,
            Protection.KEYRING,
            None,
            clock=SystemClock(),
            keyring=self.keyring,
            cost=CHEAP,
        )
        day = SystemClock().now().date()
        for number in range(NOTES):
            text = NoteText(fact=f"note {number} " + "word " * 400)
            workspace.notes.add(NewObservation(text=text, occurred_on=day))
        workspace.close()
        self.codes = [code.text]  # the first is in force, or the last already is

    def start(self) -> subprocess.Popen[str]:
        module = "tests.faults.slot_change_program"
        return subprocess.Popen(
            [sys.executable, "-m", module, self.what, self.files.database, self.keyring_folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def kill_once(self, program: subprocess.Popen[str], after: float) -> bool:
        """Let the program work for a moment, kill it, and tell whether it was in the middle."""
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        print(file=program.stdin, flush=True)
        assert program.stdout.readline() == "open\n"
        time.sleep(after)
        program.kill()
        said = program.stdout.read().split("\n")
        program.wait()
        program.stdin.close()
        program.stdout.close()
        for line in said:
            word, _, code = line.partition(" ")
            if word == "code" and len(code) == len(self.codes[0]):
                self.codes.append(code)
            elif word == "done":
                self.codes = self.codes[-1:]
        return len(self.codes) > 1 or read_envelope(self.files).successor is not None

    def prove(self) -> None:
        """Open it by the keyring and by a known code; every note is there, nothing is left over."""
        assert self._count(KeyringWay()) == NOTES
        envelope = read_envelope(self.files)
        assert envelope.successor is None
        kept = {account_of(slot.slot_id) for slot in envelope.slots if slot.kind in IN_KEYRING}
        assert kept <= set(self.keyring.accounts)
        assert {SlotKind.KEYRING, SlotKind.RECOVERY} <= set(ways_in(self.files.database))
        good = [code for code in self.codes if self._opens_by(code)]
        assert len(good) == 1
        self.codes = good

    def _opens_by(self, code: str) -> bool:
        try:
            return self._count(ProvenRecoveryWay(code)) == NOTES
        except KeyProblemError:
            return False

    def _count(self, way: KeyringWay | ProvenRecoveryWay) -> int:
        with closing(
            open_workspace(self.files.database, way, clock=SystemClock(), keyring=self.keyring)
        ) as workspace:
            row = workspace.ledger.db.execute("SELECT count(*) FROM observation").fetchone()
            return int(row[0])


def _kill_again_and_again(folder: Path, what: str, times: int) -> int:
    """Return how many of the kills fell into the middle of a change."""
    target, chance = Target(folder, what), random.Random(7)  # noqa: S311  moments, no secret
    waiting = [target.start() for _ in range(3)]
    middle = 0
    try:
        for _ in range(times):
            program = waiting.pop(0)
            waiting.append(target.start())
            middle += target.kill_once(program, chance.uniform(0, _LATEST_KILL_SECONDS[what]))
            target.prove()
    finally:
        for program in waiting:
            program.kill()
            program.communicate()
    return middle


@pytest.mark.parametrize("what", ["slots", "rekey"])
def test_a_kill_at_any_moment_leaves_a_vault_that_opens(tmp_path: Path, what: str) -> None:
    assert _kill_again_and_again(tmp_path, what, SHORT) > 0


@pytest.mark.long
@pytest.mark.parametrize("what", ["slots", "rekey"])
def test_two_hundred_kills_leave_a_vault_that_opens(tmp_path: Path, what: str) -> None:
    assert _kill_again_and_again(tmp_path, what, LONG) > LONG // 10
