"""The record chain: what every version of a note or a person is bound to when it is saved.

Each save appends one entry in its own transaction: which record, what happened, the revision, a
digest of the words, and a hash over all of this and the hash before. Replaying the chain tells
which versions must be there and what they said, so that a change outside the app shows (issue 3,
point 5). The digest is salted, and the salt lies with the words and goes with them: once they
are erased, nothing can be guessed from what the chain keeps.

What it cannot prove: that nobody with the vault's key recomputed the whole chain, cut off the
newest entries together with their notes, or put back an older copy of the file.
"""

from __future__ import annotations

import json
import secrets
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

SALT_BYTES: Final = 16
FIRST_HASH: Final = bytes(32)
"""What stands for the hash before the first entry."""

Moment = tuple[int, int]
"""UTC milliseconds and the offset in minutes, as they are stored."""

_FORM: Final = struct.Struct(">32sQ16s8sQ32s")
_NO_WORDS: Final = bytes(32)
_CANONICAL: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


class Act(StrEnum):
    """What an entry stands for."""

    ADOPTED = "adopted"
    """Words that were there when the chain began."""
    WRITTEN = "written"
    """The first words of a record."""
    REVISED = "revised"
    """New words; the ones before are kept as a revision."""
    AMENDED = "amended"
    """New words in the place of those that the same session had just typed (revision_rule)."""
    THINNED = "thinned"
    """A revision beyond the fifty that are kept is gone."""
    ERASED = "erased"
    """The record and all its revisions are gone for good."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is about to be appended; `digest` is None where words go."""

    act: Act
    record: bytes
    revision: int
    digest: bytes | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the chain as it is stored; `act` is what stands there, known or not."""

    number: int
    act: str
    record: bytes
    revision: int
    digest: bytes | None
    hash: bytes


def new_salt() -> bytes:
    """Return fresh salt for one version's words."""
    return secrets.token_bytes(SALT_BYTES)


def words_digest(salt: bytes, words: Mapping[str, Any], born: Moment, saved: Moment) -> bytes:
    """Return the digest of a version: its words, when its record was made, when it was saved."""
    content = _CANONICAL.encode([born, saved, words])
    return sha256(salt + content.encode("ascii")).digest()


def linked(before: bytes, number: int, change: Change) -> bytes:
    """Return the hash of a change as the entry of this number after an entry's hash."""
    act, digest = change.act.value, change.digest
    return entry_hash(before, number, act, change.record, revision=change.revision, digest=digest)


def entry_hash(  # noqa: PLR0913  an entry, column by column
    before: bytes, number: int, act: str, record: bytes, *, revision: int, digest: bytes | None
) -> bytes:
    """Return the hash that binds an entry to the one before."""
    form = _FORM.pack(before, number, record, act.encode(), revision, digest or _NO_WORDS)
    return sha256(form).digest()
