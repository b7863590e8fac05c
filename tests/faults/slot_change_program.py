"""Work to be killed: it changes the ways into a vault, or its data key, without end.

Before a recovery code is put to use it says `("code", text)`, and `("done", text)` once that code
is in force. For `tests.faults.killing.Victim`.
"""

from __future__ import annotations

import itertools
from pathlib import Path

from managernotes.clock import SystemClock
from managernotes.services.key_change import KeyChange
from managernotes.services.keys import RecoveryCode, SlotKind
from managernotes.services.protecting import NewSecrets, change_ways
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import Workspace, open_workspace
from tests.core.vault_fakes import CHEAP
from tests.faults.folder_keyring import FolderKeyring
from tests.faults.killing import READY, Say

PASSPHRASE = "correct horse"


def change_without_end(say: Say, what: str, vault: Path, keyring_folder: Path) -> None:
    """Open the vault by its keyring and change its `slots`, or its data key (`rekey`)."""
    keyring = FolderKeyring(keyring_folder)
    workspace = open_workspace(vault, KeyringWay(), clock=SystemClock(), keyring=keyring)
    say(READY)
    for turn in itertools.count():
        if what == "rekey":
            _change_key(say, workspace, keyring)
        else:
            _change_slots(say, workspace, keyring, turn)


def _change_key(say: Say, workspace: Workspace, keyring: FolderKeyring) -> None:
    change = KeyChange(
        workspace, keyring, secrets=NewSecrets(cost=CHEAP), keep_copy=lambda _workspace: None
    )
    say(("code", change.code.text))
    change.carry_out()
    say(("done", change.code.text))


def _change_slots(say: Say, workspace: Workspace, keyring: FolderKeyring, turn: int) -> None:
    code = RecoveryCode.new()
    change_ways(workspace, keyring, add=[SlotKind.KEYRING])
    say(("code", code.text))
    change_ways(workspace, keyring, add=[SlotKind.RECOVERY], secrets=NewSecrets(code=code))
    say(("done", code.text))
    if turn % 4 == 3:
        both = SlotKind.KEYRING_AND_PASSPHRASE
        secrets = NewSecrets(passphrase=PASSPHRASE, cost=CHEAP)
        change_ways(workspace, keyring, add=[both], secrets=secrets)
        change_ways(workspace, keyring, drop=[both])
