"""An open vault with a few notes, a clock to move, and what a test of backups asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from managernotes.domain.observation import NewObservation, NoteText, Observation
from managernotes.services.ways_in import RecoveryWay
from managernotes.services.workspace import Workspace, create_workspace, open_workspace
from managernotes.storage.migrations import runner
from managernotes.vault.connection import Connection
from managernotes.vault.creation import Protection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import sealed_envelope
from managernotes.vault.envelope_file import read_envelope, replace_envelope
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.location import VaultFiles
from tests.core.office import MovingClock
from tests.core.vault_fakes import CHEAP, MemoryKeyring

PASSPHRASE: Final = "four words of mine"


@dataclass
class BackupDesk:
    """One open vault; `code` is its recovery code."""

    workspace: Workspace
    code: str
    clock: MovingClock
    keyring: MemoryKeyring

    @property
    def files(self) -> VaultFiles:
        return self.workspace.files

    @property
    def key(self) -> DataKey:
        return self.workspace.key

    @property
    def db(self) -> Connection:
        return self.workspace.ledger.db

    @property
    def folder(self) -> Path:
        return self.files.folder

    def note(self, fact: str) -> Observation:
        """Write one note."""
        new = NewObservation(text=NoteText(fact=fact), occurred_on=self.clock.now().date())
        return self.workspace.notes.add(new)

    def count(self) -> int:
        """Return how many notes there are."""
        return int(self.db.execute("SELECT count(*) FROM observation").fetchone()[0])

    def drop_recovery_slot(self) -> None:
        """Leave only the keyring as a way in."""
        old = read_envelope(self.files)
        slots = [slot for slot in old.slots if slot.kind is not SlotKind.RECOVERY]
        new = sealed_envelope(old.vault_id, slots, self.key)
        replace_envelope(self.files, old, new, self.key)


def desk_with(
    folder: Path, *facts: str, protection: Protection = Protection.KEYRING_OR_PASSPHRASE
) -> BackupDesk:
    """Make a vault that these notes are in."""
    clock, keyring = MovingClock(), MemoryKeyring()
    passphrase = None if protection is Protection.KEYRING else PASSPHRASE
    workspace, code = create_workspace(
        folder / "mine.vault", protection, passphrase, clock=clock, keyring=keyring, cost=CHEAP
    )
    desk = BackupDesk(workspace, code.text, clock, keyring)
    for fact in facts:
        desk.note(fact)
    return desk


@contextmanager
def opened(vault: Path, code: str) -> Iterator[Workspace]:
    """Open a vault by its recovery code."""
    workspace = open_workspace(
        vault, RecoveryWay(code), clock=MovingClock(), keyring=MemoryKeyring()
    )
    try:
        yield workspace
    finally:
        workspace.close()


def newest_schema() -> int:
    """Return the version of the newest schema."""
    return len(runner.STEPS)
