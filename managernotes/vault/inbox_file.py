"""The inbox beside a vault: sealed boxes that wait there for the next unlock, append-only.

Nothing of a box can be read without the vault. Every box is one write and one sync under a lock,
so that several programs may write at once and a crash costs at most the box it interrupted.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from managernotes.errors import DiskFullError, InboxFullError, InboxTooLargeError, UnsafePathError
from managernotes.vault import private_files
from managernotes.vault.file_lock import held_alone
from managernotes.vault.inbox_frames import framed
from managernotes.vault.location import VaultFiles, is_unsafe

MOST_BYTES: Final = 8 * 1024 * 1024
"""What the inbox may hold; about 10,000 lines of ordinary length."""

_APPEND: Final = os.O_APPEND | os.O_CREAT | os.O_WRONLY
_FLAGS: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_MODE: Final = 0o600


def append_box(files: VaultFiles, box: bytes) -> None:
    """Add a box to the inbox; when this returns, it is on the disk.

    InboxFullError when there is no place for it, UnsafePathError, VaultBusyError, or what the
    system refuses; then the inbox is as it was.
    """
    if is_unsafe(files):
        raise UnsafePathError
    with private_files.system_errors_named():
        is_new = not files.inbox.exists()
        with _opened(files.inbox, _APPEND) as descriptor, held_alone(descriptor):
            size = os.fstat(descriptor).st_size
            frame = framed(box)
            if size + len(frame) > MOST_BYTES:
                raise InboxFullError
            _write_whole(descriptor, frame, size)
        if is_new:
            private_files.sync_folder(files.folder)


class HeldInbox:
    """The inbox while nobody else may write to it."""

    def __init__(self, files: VaultFiles, descriptor: int) -> None:
        self._files = files
        self._descriptor = descriptor
        self.content = _read_whole(descriptor)

    def set_aside(self, unreadable: bytes) -> None:
        """Keep what could not be opened in a file of its own, before the inbox is emptied."""
        with private_files.system_errors_named(), _opened(self._files.inbox_aside, _APPEND) as kept:
            _write_whole(kept, unreadable, os.fstat(kept).st_size)

    def empty(self) -> None:
        """Take everything out; called once all of it is kept elsewhere."""
        with private_files.system_errors_named():
            os.ftruncate(self._descriptor, 0)
            os.fsync(self._descriptor)


def has_waiting(files: VaultFiles) -> bool:
    """Whether anything lies in the inbox."""
    try:
        return files.inbox.lstat().st_size > 0
    except OSError:
        return False


@contextlib.contextmanager
def held_inbox(files: VaultFiles) -> Iterator[HeldInbox]:
    """Hold the inbox for the block, so that what was read is what is emptied.

    InboxTooLargeError for one that no writer of ours has made, VaultBusyError, UnsafePathError.
    """
    if is_unsafe(files):
        raise UnsafePathError
    with contextlib.ExitStack() as held:
        with private_files.system_errors_named():
            descriptor = held.enter_context(_opened(files.inbox, os.O_RDWR))
            held.enter_context(held_alone(descriptor))
            inbox = HeldInbox(files, descriptor)
        yield inbox


@contextlib.contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    descriptor = os.open(path, flags | _FLAGS, _MODE)
    try:
        found = os.fstat(descriptor)
        ours = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
        if not (stat.S_ISREG(found.st_mode) and ours):
            raise UnsafePathError
        yield descriptor
    finally:
        os.close(descriptor)


def _read_whole(descriptor: int) -> bytes:
    if os.fstat(descriptor).st_size > MOST_BYTES:
        raise InboxTooLargeError
    with os.fdopen(os.dup(descriptor), "rb") as file:
        return file.read(MOST_BYTES)


def _write_whole(descriptor: int, content: bytes, size_before: int) -> None:
    """Write all of it with one call and sync it, or leave the file as long as it was."""
    try:
        written = os.write(descriptor, content)
        os.fsync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, size_before)
        raise
    if written < len(content):
        os.ftruncate(descriptor, size_before)
        raise DiskFullError
