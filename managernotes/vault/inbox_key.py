"""The small file beside a vault with the public key that its inbox is sealed with.

It holds no secret. It names the vault, so that one vault's file beside another is found at once;
somebody who may write here can still replace the key itself, which the next unlock notices
because the vault knows its own (SECURITY.md, "Notes while locked").
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from managernotes.errors import DamagedInboxKeyError, NewerVaultError, NoInboxKeyError
from managernotes.vault import private_files
from managernotes.vault.location import VaultFiles
from managernotes.vault.sealed_box import KEY_BYTES

KEY_FILE_VERSION: Final = 1
MOST_BYTES: Final = 4096
_VAULT_ID_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class InboxKey:
    """Whose inbox it is, and what is sealed with."""

    vault_id: str
    public: bytes


def read_inbox_key(files: VaultFiles) -> InboxKey:
    """Return the key beside the vault.

    NoInboxKeyError, DamagedInboxKeyError for anything but its exact form, NewerVaultError.
    """
    if not files.inbox_key.exists():
        raise NoInboxKeyError
    with private_files.system_errors_named():
        return from_bytes(private_files.read_small_file(files.inbox_key, MOST_BYTES + 1))


def write_inbox_key(files: VaultFiles, key: InboxKey) -> None:
    """Put the file in place, whole or not at all."""
    with private_files.system_errors_named():
        part = private_files.part_name(files.inbox_key)
        try:
            private_files.write_new_file(part, to_bytes(key))
            part.replace(files.inbox_key)
            private_files.sync_folder(files.folder)
        finally:
            part.unlink(missing_ok=True)


def to_bytes(key: InboxKey) -> bytes:
    """Return the one canonical form."""
    body = {"v": KEY_FILE_VERSION, "vault_id": key.vault_id, "public_key": key.public.hex()}
    return _canonical(body | {"checksum": sha256(_canonical(body)).hexdigest()}) + b"\n"


def from_bytes(content: bytes) -> InboxKey:
    """Read a key file, trusting nothing in it."""
    try:
        document = json.loads(content)
        version = document["v"]
        if type(version) is int and version > KEY_FILE_VERSION:
            raise NewerVaultError
        key = InboxKey(
            _bytes(document["vault_id"], _VAULT_ID_BYTES).hex(),
            _bytes(document["public_key"], KEY_BYTES),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        raise DamagedInboxKeyError from None
    if to_bytes(key) != content:
        raise DamagedInboxKeyError
    return key


def _bytes(text: str, length: int) -> bytes:
    value = bytes.fromhex(text)
    if len(value) != length:
        raise ValueError("wrong length")
    return value


def _canonical(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")
