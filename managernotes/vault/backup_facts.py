"""What a backup holds, sealed under the data key: told only to whoever can open the backup.

ChaCha20-Poly1305, bound to the backup's head and envelope; names the database's own digest, so
that with the key not only damage but any exchange of parts is found.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from managernotes.errors import DamagedBackupError
from managernotes.vault.backup_container import BackupHead, head_bytes
from managernotes.vault.data_key import DataKey

_NONCE_BYTES: Final = 12
_PURPOSE: Final = b"backup facts"


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """The rows of every table, and the SHA-256 of the encrypted database, in hex."""

    counts: Mapping[str, int]
    database_sha256: str


def sealed_facts(facts: BackupFacts, key: DataKey, head: BackupHead, envelope: bytes) -> bytes:
    """Return the facts, encrypted and bound to this head and envelope."""
    body = {"counts": dict(facts.counts), "database_sha256": facts.database_sha256}
    nonce = secrets.token_bytes(_NONCE_BYTES)
    plain = json.dumps(body, sort_keys=True, separators=(",", ":")).encode("utf-8")
    return nonce + _cipher(key).encrypt(nonce, plain, _bound_to(head, envelope))


def opened_facts(sealed: bytes, key: DataKey, head: BackupHead, envelope: bytes) -> BackupFacts:
    """Return the facts; DamagedBackupError when they are not this backup's or this key's."""
    nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        plain = _cipher(key).decrypt(nonce, rest, _bound_to(head, envelope))
    except (InvalidTag, ValueError):
        raise DamagedBackupError from None
    body = json.loads(plain)
    return BackupFacts(body["counts"], body["database_sha256"])


def digest_of_file(path: Path) -> str:
    """Return a file's SHA-256 in hex."""
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _cipher(key: DataKey) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(key.tag(_PURPOSE))


def _bound_to(head: BackupHead, envelope: bytes) -> bytes:
    return head_bytes(head) + b"\0" + envelope
