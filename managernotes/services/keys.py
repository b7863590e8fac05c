"""The vault's values that a front end handles: states, protections, ways in, the keyring port."""

from __future__ import annotations

from managernotes.vault.creation import Protection
from managernotes.vault.data_key import DataKey
from managernotes.vault.key_derivation import KdfCost
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.os_keyring import (
    KeyringAnswer,
    KeyringOutcome,
    KeyringPort,
    KeyringReport,
    OsKeyring,
)
from managernotes.vault.recovery_code import RecoveryCode
from managernotes.vault.states import FileState

__all__ = [
    "DataKey",
    "FileState",
    "KdfCost",
    "KeyringAnswer",
    "KeyringOutcome",
    "KeyringPort",
    "KeyringReport",
    "OsKeyring",
    "Protection",
    "RecoveryCode",
    "SlotKind",
]
