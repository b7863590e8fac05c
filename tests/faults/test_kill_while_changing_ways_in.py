"""`kill -9` while the ways in or the data key are being changed: the vault always opens."""

from __future__ import annotations

import random
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
from tests.faults.figures import Figures, short_and_long
from tests.faults.folder_keyring import FolderKeyring
from tests.faults.killing import Victim
from tests.faults.slot_change_program import change_without_end

NOTES: Final = 20
_LATEST_KILL_SECONDS: Final = {"slots": 0.12, "rekey": 0.3}
_NAMES: Final = {"slots": "slot change", "rekey": "rekey"}


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

    def kill_once(self, after: float) -> bool:
        """Let a process work for a moment, kill it, and tell whether it was in the middle."""
        victim = Victim(change_without_end, self.what, self.files.database, self.keyring_folder)
        for word, code in victim.killed_after(after):
            self.codes = [*self.codes, code] if word == "code" else [code]
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


@pytest.mark.parametrize("what", ["slots", "rekey"])
@short_and_long(25, 200)
def test_a_kill_at_any_moment_leaves_a_vault_that_opens(
    tmp_path: Path, figures: Figures, runs: int, what: str
) -> None:
    target, chance = Target(tmp_path, what), random.Random(7)  # noqa: S311  moments, no secret
    middle = 0
    for _ in range(runs):
        middle += target.kill_once(chance.uniform(0, _LATEST_KILL_SECONDS[what]))
        target.prove()
    figures(f"kill -9 during {_NAMES[what]}", runs, f"{middle} in the middle, 0 locked out")
    assert middle > 0
