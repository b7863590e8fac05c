"""The file that a backup is: one strict container (SECURITY-DESIGN §4 Backups).

Big-endian, nothing between the parts, nothing after them::

    8 magic · 2 version · 4 head bytes · 4 envelope bytes · 4 facts bytes · 8 database bytes
    head (canonical JSON) · envelope · sealed facts · encrypted database · 32 SHA-256 of it all

The head says what anybody may know: kind, moment, schema. What the backup holds is in the sealed
facts, which the data key opens. The digest needs no key and finds damage; forgery is found with
the key, because the facts are bound to head and envelope and name the database's own digest.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Final

from managernotes.errors import (
    DamagedBackupError,
    MissingBackupError,
    NewerBackupError,
    NotABackupError,
)
from managernotes.vault import private_files
from managernotes.vault.envelope import MOST_BYTES as MOST_ENVELOPE_BYTES
from managernotes.vault.states import PAGE_BYTES

SUFFIX: Final = ".mnbackup"
VERSION: Final = 1
_MAGIC: Final = b"MNBACKUP"
_FRAME: Final = struct.Struct(">8sHIIIQ")
_DIGEST_BYTES: Final = 32
_MOST_HEAD_BYTES: Final = 1024
_MOST_FACTS_BYTES: Final = 64 * 1024
_MOST_DATABASE_BYTES: Final = 1 << 40
_CHUNK: Final = 1 << 20

Watch = Callable[[int], None]
"""Told how many bytes have been dealt with so far; what it raises ends the work."""


class BackupKind(StrEnum):
    """Why a backup was made."""

    AUTOMATIC = "automatic"
    MANUAL = "manual"
    BEFORE_UPDATE = "before update"
    BEFORE_REKEY = "before rekey"


@dataclass(frozen=True, slots=True)
class BackupHead:
    """What a backup says of itself to anybody; `schema` is the vault's `user_version`."""

    kind: BackupKind
    made_at: datetime
    schema: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallParts:
    """What lies before the database: the head, the key file and the sealed facts."""

    head: BackupHead
    envelope: bytes
    facts: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFrame(SmallParts):
    """A backup but for its database; `digest` is the one written at its end, not yet checked."""

    database_bytes: int
    digest: bytes

    @property
    def database_at(self) -> int:
        """Where in the file the database begins."""
        return _FRAME.size + len(head_bytes(self.head)) + len(self.envelope) + len(self.facts)

    @property
    def total_bytes(self) -> int:
        """The size of the whole file."""
        return self.database_at + self.database_bytes + _DIGEST_BYTES


def head_bytes(head: BackupHead) -> bytes:
    """Return the one canonical form of a head."""
    body = {"kind": head.kind, "made_at": head.made_at.isoformat(), "schema": head.schema}
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")


def write_container(path: Path, small: SmallParts, database: Path, watch: Watch) -> None:
    """Write a backup to a new file, private from its first moment, and sync it to the disk."""
    clear, size = head_bytes(small.head), database.stat().st_size
    lengths = (len(clear), len(small.envelope), len(small.facts), size)
    start = _FRAME.pack(_MAGIC, VERSION, *lengths) + clear + small.envelope + small.facts
    digest = hashlib.sha256(start)
    with private_files.new_file(path) as target, database.open("rb") as source:
        target.write(start)
        _pour(source, size, watch, digest.update, target.write)
        target.write(digest.digest())


def read_frame(path: Path) -> BackupFrame:
    """Read a backup's small parts, trusting nothing in it and following no link.

    Raises NotABackupError, NewerBackupError, DamagedBackupError, or what the system refuses.
    """
    with private_files.system_errors_named(), _opened(path) as file:
        return _frame_of(file)


def check_digest(path: Path, watch: Watch) -> BackupFrame:
    """Read the whole backup once and return its frame; DamagedBackupError when a bit is off."""
    with private_files.system_errors_named(), _opened(path) as file:
        frame = _frame_of(file)
        _check(file, frame, watch, lambda _chunk: None)
        return frame


def extract_database(path: Path, target: Path, watch: Watch) -> BackupFrame:
    """Write the encrypted database to a new file, every byte of the backup checked on the way.

    What was written is removed again when the check fails with DamagedBackupError.
    """
    with private_files.system_errors_named(), _opened(path) as file:
        frame = _frame_of(file)
        try:
            with private_files.new_file(target) as out:
                _check(file, frame, watch, out.write)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        return frame


def _opened(path: Path) -> BinaryIO:
    try:
        file = private_files.open_to_read(path)
    except FileNotFoundError:
        raise MissingBackupError from None
    except IsADirectoryError:
        raise NotABackupError from None
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotABackupError
    return file


def _frame_of(file: BinaryIO) -> BackupFrame:
    start = file.read(_FRAME.size)
    if len(start) < _FRAME.size or not start.startswith(_MAGIC):
        raise NotABackupError
    _magic, version, head, envelope, facts, database = _FRAME.unpack(start)
    if version > VERSION:
        raise NewerBackupError
    sound = (
        version == VERSION
        and 0 < head <= _MOST_HEAD_BYTES
        and 0 < envelope <= MOST_ENVELOPE_BYTES
        and 0 < facts <= _MOST_FACTS_BYTES
        and PAGE_BYTES <= database <= _MOST_DATABASE_BYTES
        and database % PAGE_BYTES == 0
    )
    total = _FRAME.size + head + envelope + facts + database + _DIGEST_BYTES
    if not sound or os.fstat(file.fileno()).st_size != total:
        raise DamagedBackupError
    small = file.read(head + envelope + facts)
    file.seek(total - _DIGEST_BYTES)
    return BackupFrame(
        head=_head_from(small[:head]),
        envelope=small[head : head + envelope],
        facts=small[head + envelope :],
        database_bytes=database,
        digest=file.read(_DIGEST_BYTES),
    )


def _head_from(content: bytes) -> BackupHead:
    try:
        body = json.loads(content)
        head = BackupHead(
            kind=BackupKind(body["kind"]),
            made_at=datetime.fromisoformat(body["made_at"]),
            schema=body["schema"],
        )
        known = type(head.schema) is int and head.made_at.utcoffset() is not None
        if not known or head_bytes(head) != content:
            raise DamagedBackupError
    except (ValueError, TypeError, KeyError, RecursionError):
        raise DamagedBackupError from None
    return head


def _check(
    file: BinaryIO, frame: BackupFrame, watch: Watch, write: Callable[[bytes], object]
) -> None:
    digest = hashlib.sha256()
    file.seek(0)
    digest.update(file.read(frame.database_at))
    _pour(file, frame.database_bytes, watch, digest.update, write)
    if digest.digest() != frame.digest:
        raise DamagedBackupError


def _pour(
    source: BinaryIO,
    size: int,
    watch: Watch,
    *takers: Callable[[bytes], object],
) -> None:
    """Hand so many bytes on, a piece at a time; DamagedBackupError when they end too soon."""
    done = 0
    while done < size:
        chunk = source.read(min(_CHUNK, size - done))
        if not chunk:
            raise DamagedBackupError
        for take in takers:
            take(chunk)
        done += len(chunk)
        watch(done)
