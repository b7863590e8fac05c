"""The three ways into a vault (SECURITY-DESIGN §4).

Never a silent fall-back: each way in opens the vault or says which key failed and why.
"""

from __future__ import annotations

from managernotes.errors import (
    KeyringMismatchError,
    NoSuchSlotError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope, verify_envelope
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.key_slots import (
    KeySlot,
    Secret,
    SlotKind,
    opened,
)
from managernotes.vault.location import VaultFiles, look_at
from managernotes.vault.os_keyring import KeyringPort, account_of
from managernotes.vault.recovery_code import RecoveryCode
from managernotes.vault.states import judge, refuse_unready


def unlock_with_keyring(files: VaultFiles, keyring: KeyringPort) -> DataKey:
    """Return the data key, by the secret that this computer's keyring keeps.

    Raises the KeyringError that names the outcome, NoSuchSlotError, or what the files are.
    """
    envelope = _envelope_of(files)
    slots = _slots_of(envelope, SlotKind.KEYRING, "keyring")
    answer = keyring.read(account_of(envelope.vault_id))
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
    return key_by_passphrase(_envelope_of(files), passphrase)


def key_by_passphrase(envelope: Envelope, passphrase: str) -> DataKey:
    """Return the data key that an envelope, a vault's or a backup's, keeps for a passphrase."""
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
    return key_by_recovery_code(_envelope_of(files), text)


def key_by_recovery_code(envelope: Envelope, text: str) -> DataKey:
    """Return the data key that an envelope, a vault's or a backup's, keeps for a code as typed."""
    slots = _slots_of(envelope, SlotKind.RECOVERY, "recovery code")
    key = _first_opened(envelope, slots, RecoveryCode.parse(text))
    if key is None:
        raise WrongRecoveryCodeError
    return key


def ways_in(files: VaultFiles) -> tuple[SlotKind, ...]:
    """Return the kinds of slots that the vault has, without opening any."""
    return tuple(dict.fromkeys(slot.kind for slot in _envelope_of(files).slots))


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
