"""The banner of 18b: one outcome of the keyring, what is safe, and the ways on (SPEC §5, 18)."""

from __future__ import annotations

from typing import NamedTuple

from managernotes.errors import (
    KeyringAbsentError,
    KeyringError,
    KeyringLockedError,
    KeyringMismatchError,
    KeyringTimeoutError,
    KeyringUnavailableError,
)
from managernotes_ui.common.strings import unlock as strings


class Notice(NamedTuple):
    """What a banner says: what happened; what is safe and what to do."""

    title: str
    text: str


def keyring_notice(error: KeyringError, *, has_passphrase: bool) -> Notice:
    """Return the banner for a keyring that did not open the vault."""
    title, first = _title_and_way(error)
    return Notice(title, strings.ways_on(first, has_passphrase=has_passphrase))


def _title_and_way(error: KeyringError) -> tuple[str, str]:
    match error:
        case KeyringAbsentError():
            return strings.KEYRING_ABSENT, ""
        case KeyringMismatchError():
            return strings.KEYRING_MISMATCH, ""
        case KeyringLockedError():
            return strings.KEYRING_LOCKED, strings.UNLOCK_IT
        case KeyringTimeoutError():
            return strings.KEYRING_TIMEOUT, strings.TRY_ONCE_MORE
        case KeyringUnavailableError(refused=refused) if refused:
            return strings.KEYRING_REFUSED, ""
        case _:
            return strings.KEYRING_NONE, ""
