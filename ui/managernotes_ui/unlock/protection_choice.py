"""Which protections can be chosen, why one cannot, and what is said about a passphrase."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.services.keys import KeyringOutcome, KeyringReport, Protection
from managernotes_ui.common.passphrase_words import is_complete
from managernotes_ui.common.strings import unlock as strings


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyringWords:
    """How the keyring's card speaks: its state and its second line.

    `is_ready` when it can be chosen; `can_be` also while it is still being looked for.
    """

    is_ready: bool
    can_be: bool
    state: str
    text: str


def keyring_words(report: KeyringReport | None) -> KeyringWords:
    """Return what the keyring's card says; None while it is not known yet."""
    if report is None:
        return KeyringWords(
            is_ready=False, can_be=True, state=strings.LOOKING, text=strings.KEYRING_CARD_TEXT
        )
    if report.outcome is KeyringOutcome.FOUND:
        return KeyringWords(
            is_ready=True, can_be=True, state=strings.FOUND_READY, text=strings.KEYRING_CARD_TEXT
        )
    return KeyringWords(
        is_ready=False, can_be=False, state=strings.NOT_AVAILABLE, text=_why_not(report)
    )


def _why_not(report: KeyringReport) -> str:
    if report.outcome is KeyringOutcome.LOCKED:
        return strings.WHY_LOCKED
    if report.outcome is KeyringOutcome.TIMEOUT:
        return strings.WHY_TIMEOUT
    return strings.WHY_REFUSED if report.refused else strings.WHY_NONE


def wants_passphrase(protection: Protection) -> bool:
    """Whether this protection needs a passphrase."""
    return protection is not Protection.KEYRING


def wants_keyring(protection: Protection) -> bool:
    """Whether this protection needs the keyring."""
    return protection is not Protection.PASSPHRASE


def is_chosen(protection: Protection, passphrase: str, again: str) -> bool:
    """Whether the choice is complete, so that the vault can be made."""
    if not wants_passphrase(protection):
        return True
    return is_complete(passphrase, again)
