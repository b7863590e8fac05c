"""Files and folders that only their owner may see, written so that a crash leaves old or new.

Files are 0600 in a 0700 folder (SECURITY-DESIGN §5 no. 18), whatever the umask is.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from managernotes.errors import (
    DiskFullError,
    ManagerNotesError,
    StorageFailedError,
    UnsafePathError,
    UnwritablePlaceError,
    VaultExistsError,
)
from managernotes.vault.location import VaultFiles

_FILE_MODE: Final = 0o600
_FOLDER_MODE: Final = 0o700
_OTHERS: Final = 0o077
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)
_STRAY_AFTER_SECONDS: Final = 60.0
_UNWRITABLE: Final = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextlib.contextmanager
def system_errors_named() -> Iterator[None]:
    """Turn the system's refusals inside the block into the errors of errors.py."""
    try:
        yield
    except OSError as error:
        raise _named(error) from None


def _named(error: OSError) -> ManagerNotesError:
    if error.errno == errno.EEXIST:
        return VaultExistsError()
    if error.errno == errno.ELOOP:
        return UnsafePathError()
    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _UNWRITABLE:
        return UnwritablePlaceError()
    return StorageFailedError()


def make_folder(folder: Path) -> tuple[Path, ...]:
    """Create the folder and its parents for the owner alone; return those that were not there."""
    if folder.is_dir():
        return ()
    above = make_folder(folder.parent)
    folder.mkdir(mode=_FOLDER_MODE)
    folder.chmod(_FOLDER_MODE)
    return (*above, folder)


def write_new_file(path: Path, content: bytes) -> None:
    """Create a file that must not exist yet, private from its first moment, and sync it to disk."""
    with new_file(path) as file:
        file.write(content)


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that must not exist yet, private from its first moment; sync it at the end."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _NO_FOLLOW | _BINARY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, _FILE_MODE)
        yield file
        file.flush()
        os.fsync(descriptor)


def open_to_read(path: Path) -> BinaryIO:
    """Open a file, never through a link and never waiting at a pipe."""
    descriptor = os.open(path, os.O_RDONLY | _NO_FOLLOW | _BINARY | _NO_WAIT)
    return os.fdopen(descriptor, "rb")


def read_small_file(path: Path, most: int) -> bytes:
    """Return at most ``most`` bytes of a file, never through a link."""
    with open_to_read(path) as file:
        return file.read(most)


def publish(finished: Path, name: Path) -> None:
    """Give a finished file its final name, which must be free; raises FileExistsError."""
    try:
        os.link(finished, name)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(name):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        finished.rename(name)
    else:
        finished.unlink()
    sync_folder(name.parent)


def sync_folder(folder: Path) -> None:
    """Make the folder's own entries durable, where the system can do that."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def part_name(path: Path) -> Path:
    """Return a fresh name beside a file, for its content while it is not finished."""
    return path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")


def sweep_strays(files: VaultFiles) -> None:
    """Remove unfinished files that a killed process left more than a minute ago."""
    ours = r"(\.keys(\.bak)?\.json|\.inbox\.json)?"
    pattern = re.compile(re.escape(files.database.name) + ours + r"\.[0-9a-f]{8}\.part(-journal)?")
    with contextlib.suppress(OSError):
        for entry in files.folder.iterdir():
            if pattern.fullmatch(entry.name):
                age = time.time() - entry.lstat().st_mtime
                if age > _STRAY_AFTER_SECONDS:
                    entry.unlink()


def open_to_others(files: VaultFiles) -> list[str]:
    """Return the names of the vault's files that others have any right to."""
    if os.name != "posix":
        return []
    found = []
    for path in files.all:
        with contextlib.suppress(OSError):  # it is not there
            if stat.S_IMODE(path.lstat().st_mode) & _OTHERS:
                found.append(path.name)
    return found


def repair_modes(files: VaultFiles) -> None:
    """Take the vault's files, and a folder that holds nothing else, away from everybody else."""
    if os.name != "posix":
        return
    for path in files.all:
        _close_to_others(path)
    if _is_ours_alone(files):
        _close_to_others(files.folder)


def _close_to_others(path: Path) -> None:
    with contextlib.suppress(OSError):  # a file system without modes, or the file is not there
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)


def _is_ours_alone(files: VaultFiles) -> bool:
    """Tell a vault's own folder from a home or a shared folder, whose mode is not ours to set."""
    try:
        sticky = files.folder.stat().st_mode & stat.S_ISVTX
        names = [entry.name for entry in files.folder.iterdir()]
    except OSError:
        return False
    return not sticky and all(name.startswith(files.database.name) for name in names)
