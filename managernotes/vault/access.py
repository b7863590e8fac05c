"""The ways into a vault (SECURITY-DESIGN §4).

Never a silent fall-back: each way in opens the vault or says which key failed and why. While the
data key is being changed the envelope holds the slots of two keys; a secret may open both, and
the database itself tells which one counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from managernotes.errors import (
    KeyringMismatchError,
    NoSuchSlotError,
    UnfinishedKeyChangeError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from managernotes.vault.connection import fits
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope, verify_envelope
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.key_slots import (
    BothSecrets,
    KeySlot,
    Secret,
    SlotKind,
    opened,
)
from managernotes.vault.location import VaultFiles, look_at
from managernotes.vault.os_keyring import (
    KeyringOutcome,
    KeyringPort,
    account_of,
    first_account_of,
)
from managernotes.vault.recovery_code import RecoveryCode
from managernotes.vault.states import judge, refuse_unready

_WAYS = {
    SlotKind.KEYRING: "keyring",
    SlotKind.PASSPHRASE: "passphrase",
    SlotKind.KEYRING_AND_PASSPHRASE: "keyring and passphrase together",
    SlotKind.RECOVERY: "recovery code",
}


def unlock_with_keyring(files: VaultFiles, keyring: KeyringPort) -> DataKey:
    """Return the data key, by the secret that this computer's keyring keeps.

    Raises the KeyringError that names the outcome, NoSuchSlotError, or what the files are.
    """
    envelope = _envelope_of(files)
    slots = _slots_of(envelope, SlotKind.KEYRING)
    key = _opened_key(files, envelope, _kept_secrets(envelope, slots, keyring))
    if key is None:
        raise KeyringMismatchError
    return key


def unlock_with_passphrase(files: VaultFiles, passphrase: str) -> DataKey:
    """Return the data key, by the passphrase alone; takes about 0.7 s.

    Raises WrongPassphraseError, NoSuchSlotError, or what the files are.
    """
    envelope = _envelope_of(files)
    slots = _slots_of(envelope, SlotKind.PASSPHRASE)
    key = _opened_key(files, envelope, ((slot, passphrase) for slot in slots))
    if key is None:
        raise WrongPassphraseError
    return key


def key_by_passphrase(envelope: Envelope, passphrase: str) -> DataKey:
    """Return the data key that a backup's envelope keeps for a passphrase."""
    slots = _slots_of(envelope, SlotKind.PASSPHRASE)
    key = _key_of(envelope, ((slot, passphrase) for slot in slots))
    if key is None:
        raise WrongPassphraseError
    return key


def unlock_with_both(files: VaultFiles, passphrase: str, keyring: KeyringPort) -> DataKey:
    """Return the data key, by what the keyring keeps and the passphrase together.

    The keyring is asked first. Raises the KeyringError that names the outcome,
    WrongPassphraseError once the keyring has given its part, or as the other ways do.
    """
    envelope = _envelope_of(files)
    slots = _slots_of(envelope, SlotKind.KEYRING_AND_PASSPHRASE)
    kept = _kept_secrets(envelope, slots, keyring)
    pairs = ((slot, BothSecrets(secret, passphrase)) for slot, secret in kept)
    key = _opened_key(files, envelope, pairs)
    if key is None:
        raise WrongPassphraseError
    return key


def unlock_with_recovery_code(files: VaultFiles, text: str) -> DataKey:
    """Return the data key, by the recovery code as it was typed.

    Raises MistypedRecoveryCodeError, WrongRecoveryCodeError, NoSuchSlotError, or what the files
    are.
    """
    envelope = _envelope_of(files)
    slots = _slots_of(envelope, SlotKind.RECOVERY)
    code = RecoveryCode.parse(text)
    key = _opened_key(files, envelope, ((slot, code) for slot in slots))
    if key is None:
        raise WrongRecoveryCodeError
    return key


def key_by_recovery_code(envelope: Envelope, text: str) -> DataKey:
    """Return the data key that a backup's envelope keeps for a code as typed."""
    slots = _slots_of(envelope, SlotKind.RECOVERY)
    code = RecoveryCode.parse(text)
    key = _key_of(envelope, ((slot, code) for slot in slots))
    if key is None:
        raise WrongRecoveryCodeError
    return key


def ways_in(files: VaultFiles) -> tuple[SlotKind, ...]:
    """Return the kinds of slots that the vault has, without opening any."""
    return tuple(dict.fromkeys(slot.kind for slot in _envelope_of(files).slots))


def _envelope_of(files: VaultFiles) -> Envelope:
    refuse_unready(judge(look_at(files)))
    return read_envelope(files)


def _slots_of(envelope: Envelope, kind: SlotKind) -> tuple[KeySlot, ...]:
    slots = tuple(slot for slot in envelope.every_slot if slot.kind is kind)
    if not slots:
        raise NoSuchSlotError(_WAYS[kind])
    return slots


def _kept_secrets(
    envelope: Envelope, slots: tuple[KeySlot, ...], keyring: KeyringPort
) -> list[tuple[KeySlot, bytes]]:
    """Return what the keyring keeps for these slots; raises the outcome when that is nothing."""
    kept: list[tuple[KeySlot, bytes]] = []
    for slot in slots:
        answer = keyring.read(account_of(slot.slot_id))
        if answer.outcome is KeyringOutcome.ABSENT:
            continue
        if (failure := answer.failure()) is not None:
            raise failure
        kept.append((slot, answer.secret or b""))
    if kept:
        return kept
    answer = keyring.read(first_account_of(envelope.vault_id))
    if (failure := answer.failure(kept_in=slots[-1].backend)) is not None:
        raise failure
    return [(slot, answer.secret or b"") for slot in slots]


def _opened_key(
    files: VaultFiles, envelope: Envelope, secrets: Iterable[tuple[KeySlot, Secret]]
) -> DataKey | None:
    """Return the data key that the secrets open, or None when they open nothing.

    Raises UnfinishedKeyChangeError when it is not the one of two that the database has.
    """
    keys = _keys_of(envelope, secrets)
    if envelope.successor is None:
        return next(keys, None)
    opened_keys: list[DataKey] = []
    for key in keys:
        if fits(files, key):
            return key
        opened_keys.append(key)
    if len(opened_keys) == 1:
        raise UnfinishedKeyChangeError
    # Both keys and neither fits: the database is damaged, as opening it will tell.
    return opened_keys[0] if opened_keys else None


def _key_of(envelope: Envelope, secrets: Iterable[tuple[KeySlot, Secret]]) -> DataKey | None:
    return next(_keys_of(envelope, secrets), None)


def _keys_of(envelope: Envelope, secrets: Iterable[tuple[KeySlot, Secret]]) -> Iterator[DataKey]:
    """Yield each data key that a secret opens, the whole envelope verified with it."""
    for slot, secret in secrets:
        key = opened(slot, envelope.vault_id, secret)
        if key is not None:
            verify_envelope(envelope, key)
            yield key
