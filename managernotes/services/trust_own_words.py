"""What the app's own files say by themselves: such words give nothing away of the notes."""

from __future__ import annotations

import platform
from dataclasses import fields
from typing import Final

from managernotes.domain.observation import Kind
from managernotes.settings import Settings, Theme
from managernotes.vault.key_derivation import KdfCost
from managernotes.vault.key_slots import KeySlot, SlotKind
from managernotes.vault.location import VaultFiles

_OF_FORMATS: Final = (
    "managernotes Manager Notes window lock vault backup automatic manual before update rekey "
    "made_at schema version counts database_sha256 checksum key_check vault_id slots "
    "keyring.backends.SecretService.Keyring libsecret kwallet.DBusKeyring macOS "
    "Windows.WinVaultKeyring SQLite format inbox public sealed"
)


def own_words(files: VaultFiles) -> str:
    """Return the words of every format, and of the place of the vault, which a file names."""
    names = [
        *(entry.name for kind in (Settings, KeySlot, KdfCost) for entry in fields(kind)),
        *(choice.value for kinds in (Theme, SlotKind, Kind) for choice in kinds),
    ]
    place = (str(files.database), platform.node(), platform.system())
    return " ".join((_OF_FORMATS, *names, *place))
