"""Making a vault, whole or not at all (SECURITY-DESIGN §4)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from managernotes.errors import UnsafePathError, VaultExistsError
from managernotes.vault import private_files
from managernotes.vault.connection import Connection, create_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope, new_vault_id, sealed_envelope
from managernotes.vault.envelope_file import write_first_envelope
from managernotes.vault.key_derivation import KdfCost
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.location import VaultFiles, look_at
from managernotes.vault.new_slots import Ingredients, fresh_slots
from managernotes.vault.os_keyring import KeyringPort
from managernotes.vault.recovery_code import RecoveryCode
from managernotes.vault.states import FileState, judge


class Protection(StrEnum):
    """What a new vault is opened with, besides the recovery code that it always has."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a way in
    KEYRING_AND_PASSPHRASE = "keyring+passphrase"  # noqa: S105  # one slot, both are needed
    KEYRING_OR_PASSPHRASE = "keyring, passphrase"  # noqa: S105  # two slots, each opens alone


_SLOTS: Final[Mapping[Protection, tuple[SlotKind, ...]]] = {
    Protection.KEYRING: (SlotKind.KEYRING,),
    Protection.PASSPHRASE: (SlotKind.PASSPHRASE,),
    Protection.KEYRING_AND_PASSPHRASE: (SlotKind.KEYRING_AND_PASSPHRASE,),
    Protection.KEYRING_OR_PASSPHRASE: (SlotKind.PASSPHRASE, SlotKind.KEYRING),
}


class NewVault(NamedTuple):
    """What making a vault yields: the key it is open with, and the code to show once."""

    data_key: DataKey
    recovery_code: RecoveryCode


@contextlib.contextmanager
def new_vault(  # noqa: PLR0913  what a vault is made of
    files: VaultFiles,
    protection: Protection,
    passphrase: str | None,
    keyring: KeyringPort,
    *,
    furnish: Callable[[Connection], None],
    cost: KdfCost,
) -> Iterator[NewVault]:
    """Make a vault for the block to open; whatever fails, in it too, nothing is left behind.

    `cost` is what a guess of the passphrase takes. `furnish` fills the vault under a passing
    name, and the key file appears before the vault, so that a crash leaves no vault without its
    schema or its keys. Raises VaultExistsError, InvalidInputError without a passphrase where one
    is wanted, a KeyringError, or what the system refuses.
    """
    _refuse_taken(files)
    key, code, vault_id = DataKey.new(), RecoveryCode.new(), new_vault_id()
    given = Ingredients(
        vault_id=vault_id, key=key, keyring=keyring, cost=cost, passphrase=passphrase, code=code
    )
    kinds = (*_SLOTS[protection], SlotKind.RECOVERY)
    with contextlib.ExitStack() as undo, fresh_slots(kinds, given, prove=False) as slots:
        with private_files.system_errors_named():
            unfinished = _write_database(files, key, furnish, undo)
            _publish(unfinished, files, sealed_envelope(vault_id, slots, key), key, undo)
        yield NewVault(key, code)
        undo.pop_all()


def _refuse_taken(files: VaultFiles) -> None:
    state = judge(look_at(files))
    if state is FileState.UNSAFE_PATH:
        raise UnsafePathError
    if state is not FileState.FIRST_RUN:
        raise VaultExistsError


def _write_database(
    files: VaultFiles,
    key: DataKey,
    furnish: Callable[[Connection], None],
    undo: contextlib.ExitStack,
) -> VaultFiles:
    """Make and furnish the database under a passing name, and return that name's files."""
    for made in private_files.make_folder(files.folder):
        undo.callback(_remove_folder, made)
    unfinished = VaultFiles(private_files.part_name(files.database))
    undo.callback(_remove_files, unfinished.database, unfinished.journal)
    with contextlib.closing(create_connection(unfinished, key)) as db:
        furnish(db)
    unfinished.journal.unlink(missing_ok=True)  # empty by now, and named after the passing name
    return unfinished


def _publish(
    unfinished: VaultFiles,
    files: VaultFiles,
    envelope: Envelope,
    key: DataKey,
    undo: contextlib.ExitStack,
) -> None:
    """Write the key file, and after it give the finished database its name."""
    write_first_envelope(files, envelope, key)
    undo.callback(_remove_files, files.envelope, files.envelope_backup)
    private_files.publish(unfinished.database, files.database)
    undo.callback(_remove_files, files.database, files.journal)


def _remove_files(*paths: Path) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _remove_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
