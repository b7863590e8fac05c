"""Where a vault's files lie, and whether that place may be trusted (SECURITY-DESIGN §5 no. 19)."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from managernotes.errors import UnsafePathError, UnwritablePlaceError
from managernotes.vault.states import FileFacts

_HEADER_BYTES: Final = 16
_ROOT: Final = 0


@dataclass(frozen=True, slots=True)
class VaultFiles:
    """The files that make up one vault, all named after the database file.

    Raises UnsafePathError when the path has no name, such as ``/``.
    """

    database: Path

    def __post_init__(self) -> None:
        object.__setattr__(self, "database", Path(self.database).absolute())
        if not self.database.name:
            raise UnsafePathError

    @property
    def folder(self) -> Path:
        """The folder that holds them."""
        return self.database.parent

    @property
    def envelope(self) -> Path:
        """The key file: wrapped keys only."""
        return self._beside(".keys.json")

    @property
    def envelope_backup(self) -> Path:
        """The previous good key file."""
        return self._beside(".keys.bak.json")

    @property
    def journal(self) -> Path:
        """SQLite's rollback journal, encrypted like the database."""
        return self._beside("-journal")

    @property
    def inbox_key(self) -> Path:
        """The public key that notes are sealed with while the vault is locked."""
        return self._beside(".inbox.json")

    @property
    def inbox(self) -> Path:
        """Sealed notes that wait for the next unlock."""
        return self._beside(".inbox")

    @property
    def inbox_aside(self) -> Path:
        """What lay in the inbox and could not be opened."""
        return self._beside(".inbox.aside")

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file that may exist for this vault."""
        keys = (self.envelope, self.envelope_backup)
        inbox = (self.inbox_key, self.inbox, self.inbox_aside)
        return (self.database, *keys, self.journal, *inbox)

    def _beside(self, suffix: str) -> Path:
        return self.database.with_name(self.database.name + suffix)


def look_at(files: VaultFiles) -> FileFacts:
    """Return what can be seen of the files without a key; nothing is changed or followed.

    Raises UnwritablePlaceError when the database is there and may not be read.
    """
    if is_unsafe(files):
        return FileFacts(unsafe=True)
    return FileFacts(
        database_bytes=files.database.stat().st_size if files.database.exists() else None,
        database_header=_header(files.database),
        envelope=files.envelope.exists(),
        envelope_backup=files.envelope_backup.exists(),
    )


def is_unsafe(files: VaultFiles) -> bool:
    """Tell whether a file or its folder is a link, no regular file, or somebody else's."""
    return _is_unsafe_folder(files.folder) or any(_is_unsafe_file(path) for path in files.all)


def refuse_unwritable(files: VaultFiles) -> None:
    """Raise UnwritablePlaceError when the database or its folder cannot be written."""
    effective = os.access in os.supports_effective_ids
    for path in (files.folder, files.database):
        if not os.access(path, os.W_OK, effective_ids=effective):
            raise UnwritablePlaceError


def _is_unsafe_file(path: Path) -> bool:
    found = _lstat(path)
    return found is not None and not (stat.S_ISREG(found.st_mode) and _owner_fits(found))


def _is_unsafe_folder(folder: Path) -> bool:
    found = _lstat(folder)
    if found is None:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return True
    if _owner_fits(found):
        return False
    # A folder of the system will do, such as /tmp, if nobody else can swap our files in it.
    swappable = found.st_mode & stat.S_IWOTH and not found.st_mode & stat.S_ISVTX
    return found.st_uid != _ROOT or bool(swappable)


def _owner_fits(found: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or found.st_uid == os.geteuid()


def _lstat(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        raise UnwritablePlaceError from None


def _header(database: Path) -> bytes:
    try:
        with database.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return b""
    except OSError:
        raise UnwritablePlaceError from None
