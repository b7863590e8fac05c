"""A process to be killed while it changes the ways into a vault, or its data key.

`python -m tests.faults.slot_change_program slots|rekey VAULT KEYRING_FOLDER` says `ready`, waits
for a line on stdin, then changes one thing after the other until it is killed. Before a recovery
code is put to use it prints `code XXXX-…`, and `done` once it is in force.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from managernotes.clock import SystemClock
from managernotes.services.key_change import KeyChange
from managernotes.services.keys import RecoveryCode, SlotKind
from managernotes.services.protecting import NewSecrets, change_ways
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import Workspace, open_workspace
from tests.core.vault_fakes import CHEAP
from tests.faults.folder_keyring import FolderKeyring

PASSPHRASE = "correct horse"


def main() -> None:
    """Open the vault by its keyring and change it without end."""
    what, vault, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    _say("ready")
    sys.stdin.readline()
    keyring = FolderKeyring(folder)
    workspace = open_workspace(vault, KeyringWay(), clock=SystemClock(), keyring=keyring)
    _say("open")
    for turn in itertools.count():
        if what == "rekey":
            _change_key(workspace, keyring)
        else:
            _change_slots(workspace, keyring, turn)


def _change_key(workspace: Workspace, keyring: FolderKeyring) -> None:
    change = KeyChange(
        workspace, keyring, secrets=NewSecrets(cost=CHEAP), keep_copy=lambda _workspace: None
    )
    _say(f"code {change.code.text}")
    change.carry_out()
    _say("done")


def _change_slots(workspace: Workspace, keyring: FolderKeyring, turn: int) -> None:
    code = RecoveryCode.new()
    change_ways(workspace, keyring, add=[SlotKind.KEYRING])
    _say(f"code {code.text}")
    change_ways(workspace, keyring, add=[SlotKind.RECOVERY], secrets=NewSecrets(code=code))
    _say("done")
    if turn % 4 == 3:
        both = SlotKind.KEYRING_AND_PASSPHRASE
        secrets = NewSecrets(passphrase=PASSPHRASE, cost=CHEAP)
        change_ways(workspace, keyring, add=[both], secrets=secrets)
        change_ways(workspace, keyring, drop=[both])


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  what the killer reads


if __name__ == "__main__":
    main()
