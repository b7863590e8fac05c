"""Making a vault, and the three ways into one (SECURITY-DESIGN §4).

Never a silent fall-back: each way in opens the vault or says which key failed and why.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from managernotes.errors import (
    InvalidInputError,
    KeyringMismatchError,
    NoSuchSlotError,
    UnsafePathError,
    VaultExistsError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from managernotes.vault import private_files
from managernotes.vault.connection import Connection, create_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope, new_vault_id, sealed_envelope, verify_envelope
from managernotes.vault.envelope_file import read_envelope, write_first_envelope
from managernotes.vault.key_derivation import KdfCost
from managernotes.vault.key_slots import (
    KeySlot,
    Secret,
    SlotKind,
    keyring_slot,
    opened,
    passphrase_slot,
    recovery_slot,
)
from managernotes.vault.location import VaultFiles, look_at
from managernotes.vault.os_keyring import KeyringPort
from managernotes.vault.recovery_code import RecoveryCode
from managernotes.vault.states import FileState, judge, refuse_unready

_KEYRING_SECRET_BYTES: Final = 32


class Protection(StrEnum):
    """What a new vault is opened with, besides the recovery code that it always has."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a way in
    KEYRING_AND_PASSPHRASE = "keyring+passphrase"  # noqa: S105  # two slots, each opens alone


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

    `cost` is what a guess of the passphrase takes.
    `furnish` fills the vault under a passing name, and the key file appears before the vault, so
    a crash leaves no vault without its schema or its keys. Raises VaultExistsError,
    InvalidInputError without a passphrase where one is wanted, a KeyringError, or what the
    system refuses.
    """
    _refuse_taken(files)
    key, code, vault_id = DataKey.new(), RecoveryCode.new(), new_vault_id()
    slots: list[KeySlot] = []
    if protection is not Protection.KEYRING:
        if not passphrase:
            raise InvalidInputError("The passphrase is empty.", "Type one that you will remember.")
        slots.append(passphrase_slot(vault_id, key, passphrase, cost))
    with contextlib.ExitStack() as undo:
        with private_files.system_errors_named():
            if protection is not Protection.PASSPHRASE:
                slots.append(_kept_in_keyring(vault_id, key, keyring, undo))
            slots.append(recovery_slot(vault_id, key, code))
            unfinished = _write_database(files, key, furnish, undo)
            _publish(unfinished, files, sealed_envelope(vault_id, slots, key), key, undo)
        yield NewVault(key, code)
        undo.pop_all()


def unlock_with_keyring(files: VaultFiles, keyring: KeyringPort) -> DataKey:
    """Return the data key, by the secret that this computer's keyring keeps.

    Raises the KeyringError that names the outcome, NoSuchSlotError, or what the files are.
    """
    envelope = _envelope_of(files)
    slots = _slots_of(envelope, SlotKind.KEYRING, "keyring")
    answer = keyring.read(_account(envelope.vault_id))
    if (failure := answer.failure(kept_in=slots[-1].backend)) is not None:
        raise failure
    key = _first_opened(envelope, slots, answer.secret or b"")
    if key is None:
        raise KeyringMismatchError
    return key


def unlock_with_passphrase(files: VaultFiles, passphrase: str) -> DataKey:
    """Return the data key, by the passphrase; takes about 0.7 s.

    Raises WrongPassphraseError, NoSuchSlotError, or what the files are.
    """
    envelope = _envelope_of(files)
    slots = _slots_of(envelope, SlotKind.PASSPHRASE, "passphrase")
    key = _first_opened(envelope, slots, passphrase)
    if key is None:
        raise WrongPassphraseError
    return key


def unlock_with_recovery_code(files: VaultFiles, text: str) -> DataKey:
    """Return the data key, by the recovery code as it was typed.

    Raises MistypedRecoveryCodeError, WrongRecoveryCodeError, NoSuchSlotError, or what the files
    are.
    """
    envelope = _envelope_of(files)
    slots = _slots_of(envelope, SlotKind.RECOVERY, "recovery code")
    key = _first_opened(envelope, slots, RecoveryCode.parse(text))
    if key is None:
        raise WrongRecoveryCodeError
    return key


def ways_in(files: VaultFiles) -> tuple[SlotKind, ...]:
    """Return the kinds of slots that the vault has, without opening any."""
    return tuple(dict.fromkeys(slot.kind for slot in _envelope_of(files).slots))


def _refuse_taken(files: VaultFiles) -> None:
    state = judge(look_at(files))
    if state is FileState.UNSAFE_PATH:
        raise UnsafePathError
    if state is not FileState.FIRST_RUN:
        raise VaultExistsError


def _kept_in_keyring(
    vault_id: str, key: DataKey, keyring: KeyringPort, undo: contextlib.ExitStack
) -> KeySlot:
    account, secret = _account(vault_id), secrets.token_bytes(_KEYRING_SECRET_BYTES)
    answer = keyring.write(account, secret)
    if (failure := answer.failure()) is not None:
        raise failure
    undo.callback(keyring.delete, account)
    return keyring_slot(vault_id, key, secret, answer.backend)


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


def _account(vault_id: str) -> str:
    """Return the keyring's name for a vault: visible to others, so it tells nothing."""
    return f"vault-{vault_id[:8]}"


def _envelope_of(files: VaultFiles) -> Envelope:
    refuse_unready(judge(look_at(files)))
    return read_envelope(files)


def _slots_of(envelope: Envelope, kind: SlotKind, way: str) -> tuple[KeySlot, ...]:
    slots = envelope.of_kind(kind)
    if not slots:
        raise NoSuchSlotError(way)
    return slots


def _first_opened(envelope: Envelope, slots: tuple[KeySlot, ...], secret: Secret) -> DataKey | None:
    """Return the data key of the first slot that opens, the whole envelope verified with it."""
    for slot in slots:
        key = opened(slot, envelope.vault_id, secret)
        if key is not None:
            verify_envelope(envelope, key)
            return key
    return None
