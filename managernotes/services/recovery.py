"""Setting up a way in again, once the recovery code has opened a vault and proven it whole.

ways_in.ProvenRecoveryWay opens and checks it; nothing here asks for the code.
"""

from __future__ import annotations

from managernotes.errors import BothNeededError
from managernotes.services.protecting import NewSecrets, WaysChanged, change_ways
from managernotes.services.slot_dates import SlotEvent, keep_date
from managernotes.services.workspace import Workspace, ways_in
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.os_keyring import KeyringPort


def set_up_keyring(workspace: Workspace, keyring: KeyringPort) -> WaysChanged:
    """Let this computer's keyring open the recovered vault, in place of what it had.

    Raises BothNeededError where the keyring alone never opened it (it must not from now on),
    KeyringNotSetUpError; nothing is changed then.
    """
    kinds = ways_in(workspace.files.database)
    if SlotKind.KEYRING_AND_PASSPHRASE in kinds and SlotKind.KEYRING not in kinds:
        raise BothNeededError
    changed = change_ways(workspace, keyring, add=(SlotKind.KEYRING,))
    _note_code_used(workspace)
    return changed


def set_up_passphrase(
    workspace: Workspace, keyring: KeyringPort, secrets: NewSecrets
) -> WaysChanged:
    """Let a new passphrase open the recovered vault, in place of the one it had."""
    changed = change_ways(workspace, keyring, add=(SlotKind.PASSPHRASE,), secrets=secrets)
    _note_code_used(workspace)
    return changed


def _note_code_used(workspace: Workspace) -> None:
    with workspace.ledger.db.transaction():
        keep_date(workspace.ledger, SlotKind.RECOVERY, SlotEvent.USED)
