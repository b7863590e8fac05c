"""Every file of the app's own, wherever it lies, and what it is to the manager."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from managernotes import paths
from managernotes.vault.location import VaultFiles


class Part(StrEnum):
    """What a file is, as it may be told to anybody."""

    VAULT = "the vault"
    JOURNAL = "its journal"
    KEYS = "a key file"
    BACKUP = "a backup"
    BESIDE = "a file beside the vault"
    SETTINGS = "the settings"
    LOG = "a log"
    TEMPORARY = "a temporary file"


@dataclass(frozen=True, slots=True)
class Place:
    """One file, or a folder that only such files may be in."""

    part: Part
    path: Path
    is_folder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where to look; a test has its own."""

    backups: tuple[Path, ...] = ()
    settings: Path
    logs: tuple[Path, ...]
    temporary: Path


_BACKUPS: Final = frozenset({".backups", ".mnbackup"})
_TEMPORARY_NAME: Final = re.compile(r"managernotes-tour-\w{8}|(managernotes|Manager Notes)\.\w{6}")
"""What the app, its tour and Qt on its behalf would call a temporary file or folder."""


def usual_folders(backups: tuple[Path, ...] = ()) -> Folders:
    """Return where this system keeps such files."""
    return Folders(
        backups=backups,
        settings=paths.settings_file().parent,
        logs=paths.other_folders(),
        temporary=Path(tempfile.gettempdir()),
    )


def places_of(files: VaultFiles, folders: Folders) -> list[Place]:
    """Return every file of the vault and of the app, and the folders that are theirs alone."""
    found = [*_beside(files)]
    for folder in folders.backups:
        found += _all_below(Part.BACKUP, folder)
    found += _all_below(Part.SETTINGS, folders.settings)
    for folder in folders.logs:
        found += _all_below(Part.LOG, folder)
    for entry in _entries(folders.temporary):
        if _TEMPORARY_NAME.fullmatch(entry.name) and _is_mine(entry):
            found += _all_below(Part.TEMPORARY, entry)
    first: dict[Path, Place] = {}
    for place in found:
        first.setdefault(place.path, place)
    return list(first.values())


def _beside(files: VaultFiles) -> Iterator[Place]:
    known = {
        files.database: Part.VAULT,
        files.journal: Part.JOURNAL,
        files.envelope: Part.KEYS,
        files.envelope_backup: Part.KEYS,
    }
    ours = True
    for entry in _entries(files.folder):
        if entry.name.startswith(files.database.name):
            yield from _all_below(known.get(entry, Part.BESIDE), entry)
        else:
            ours = ours and entry.name == paths.POINTER
    if ours and files.folder.is_dir():
        yield Place(Part.BESIDE, files.folder, is_folder=True)


def _all_below(part: Part, path: Path) -> Iterator[Place]:
    """Yield a file, or a folder with everything in it; links are named, not followed."""
    try:
        is_folder = path.is_dir() and not path.is_symlink()
    except OSError:
        return
    part = Part.BACKUP if part is Part.BESIDE and path.suffix in _BACKUPS else part
    if not is_folder:
        if os.path.lexists(path):
            yield Place(part, path)
        return
    yield Place(part, path, is_folder=True)
    for entry in _entries(path):
        yield from _all_below(part, entry)


def _entries(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(folder.iterdir())
    return []


def _is_mine(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return not hasattr(os, "geteuid") or path.lstat().st_uid == os.geteuid()
    return False
