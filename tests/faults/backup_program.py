"""Work to be killed: it backs a vault up, or restores backups of it, without end.

For `tests.faults.killing.Victim`; `("done", text)` is said of what is finished.
"""

from __future__ import annotations

import itertools
from pathlib import Path

from managernotes.clock import SystemClock
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.services.backup_places import look_at_backup
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import BackupKind
from managernotes.services.restoring import Restore, restore_as_new, restore_over
from managernotes.services.ways_in import RecoveryWay
from managernotes.services.workspace import open_workspace
from tests.core.vault_fakes import MemoryKeyring
from tests.faults.killing import READY, Say


def back_up_without_end(say: Say, vault: Path, code: str) -> None:
    """Write a note, make a backup, and so on."""
    clock = SystemClock()
    workspace = open_workspace(vault, RecoveryWay(code), clock=clock, keyring=MemoryKeyring())
    work = BackupWork.of(workspace)
    say(READY)
    for number in itertools.count():
        text = NoteText(fact=f"note {number}")
        workspace.notes.add(NewObservation(text=text, occurred_on=clock.now().date()))
        say(("noted", ""))
        work.make(BackupKind.MANUAL)
        say(("done", ""))


def restore_without_end(say: Say, backups: list[tuple[Path, str]], vault: Path) -> None:
    """Put one backup after the other in the vault's place, which is kept aside each time."""
    keys = [RecoveryWay(code).open_backup(look_at_backup(path).envelope) for path, code in backups]
    say(READY)
    for turn in itertools.count():
        at = turn % len(backups)
        order = Restore(backup=backups[at][0], vault=vault, key=keys[at])
        restore_over(order, SystemClock().now())
        say(("done", ""))


def restore_to_new_places(say: Say, backup: Path, code: str, folder: Path) -> None:
    """Make one new vault after the other."""
    key = RecoveryWay(code).open_backup(look_at_backup(backup).envelope)
    say(READY)
    for turn in itertools.count():
        restore_as_new(Restore(backup=backup, vault=folder / f"{turn}.vault", key=key))
        say(("done", ""))
