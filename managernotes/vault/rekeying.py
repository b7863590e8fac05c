"""Changing the data key: both keys' slots stay in the envelope until the vault is proven.

The order (SECURITY-DESIGN §4 Rotation): the envelope with both sets, `PRAGMA rekey`, a second
connection that opens with the new key and checks everything, then the envelope with the new set
alone. Wherever it is cut off, `settle` finds out at the next opening which of the two it was.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Sequence
from typing import Final

from managernotes.errors import FreeSpaceError, KeyChangeFailedError, ManagerNotesError
from managernotes.vault.connection import Connection, fits, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.driver_errors import StatementError
from managernotes.vault.envelope import Envelope, sealed_envelope, verify_envelope, with_successor
from managernotes.vault.envelope_file import read_envelope, replace_envelope, tidy_backup
from managernotes.vault.integrity import check_integrity
from managernotes.vault.key_slots import KeySlot
from managernotes.vault.location import VaultFiles
from managernotes.vault.slot_changes import sealed_slots

_SPARE_BYTES: Final = 50_000_000  # SECURITY-DESIGN §5 no. 22

Census = Callable[[Connection], object]
"""Counts what a vault holds, in a form that can be compared."""


def refuse_little_space(files: VaultFiles) -> None:
    """Raise FreeSpaceError unless the journal of every page, and some more, has room."""
    wanted = files.database.stat().st_size + _SPARE_BYTES
    if shutil.disk_usage(files.folder).free < wanted:
        raise FreeSpaceError(wanted)


def change_data_key(  # noqa: PLR0913  both keys, and what is checked
    files: VaultFiles,
    db: Connection,
    key: DataKey,
    new_key: DataKey,
    new_slots: Sequence[KeySlot],
    *,
    census: Census,
) -> tuple[KeySlot, ...]:
    """Encrypt the vault under the new key and return the slots of the old one, now gone.

    The connection goes on under the new key. Raises VaultBusyError with nothing changed, or
    KeyChangeFailedError with the connection closed and both keys' slots kept.
    """
    with db.alone():
        old = sealed_slots(files, key)
        before = census(db)
        both = with_successor(old, key, new_slots, new_key)
        replace_envelope(files, old, both, key)
        try:
            db.change_key(new_key)
        except (ManagerNotesError, StatementError):
            db.close()
            _settle_alone(files, key, new_key)
            raise KeyChangeFailedError from None
    with contextlib.closing(open_connection(files, new_key)) as proven:
        if not check_integrity(proven).sound or census(proven) != before:
            db.close()
            raise KeyChangeFailedError
        with proven.transaction():
            return _settled(files, new_key)


def settle(files: VaultFiles, db: Connection, key: DataKey) -> tuple[KeySlot, ...]:
    """Finish or undo a change of the ways in that was cut off, and return the slots now gone.

    The key is the one that this connection is open with. Damage leaves both sets in place.
    """
    present = read_envelope(files)
    if present.successor is None:
        verify_envelope(present, key)
        tidy_backup(files, present)
        return ()
    if not check_integrity(db).sound:
        return ()
    with db.transaction():  # whoever changes the key keeps everybody out, so nobody does now
        return _settled(files, key)


def _settled(files: VaultFiles, key: DataKey) -> tuple[KeySlot, ...]:
    """Leave the slots of the key that fits; another program may have been quicker."""
    both = read_envelope(files)
    verify_envelope(both, key)
    if both.successor is None:
        return ()
    stays, goes = (both, both.successor) if both.is_of(key) else (both.successor, both)
    replace_envelope(files, both, _of(both, stays.slots, key), key)
    return goes.slots


def _settle_alone(files: VaultFiles, *keys: DataKey) -> None:
    """Settle after a failure, as far as it goes: the next opening does what is left."""
    with contextlib.suppress(ManagerNotesError):
        for key in keys:
            if fits(files, key):
                with contextlib.closing(open_connection(files, key)) as db:
                    settle(files, db, key)
                return


def _of(envelope: Envelope, slots: Sequence[KeySlot], key: DataKey) -> Envelope:
    return sealed_envelope(envelope.vault_id, slots, key)
