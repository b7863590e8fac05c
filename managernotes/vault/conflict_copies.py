"""Copies of a vault that lie beside it, as cloud folders make them (SECURITY-DESIGN §5 no. 23).

When two computers write to a shared folder at once, the service keeps both files and gives one
another name. The app lists such files; it never opens, merges or removes one by itself.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from managernotes.vault.location import VaultFiles

_ADDITIONS: Final = (
    r" ?\([^()]{1,80}\)",  # Dropbox, Nextcloud, Google Drive: (Ada's conflicted copy …), (1)
    r"\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]{7})?",  # Syncthing
    r"_conflict-\d{8}-\d{6}",  # ownCloud
    r" \d{1,3}",  # iCloud
    r"-(?=[A-Za-z0-9-]*[A-Z])[A-Za-z0-9-]{2,63}",  # OneDrive: the name of a computer
)
_ADDED: Final = "|".join(_ADDITIONS)


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """One such file; a copy of the key file opens nothing that the vault's own does not."""

    path: Path
    size: int
    changed_at: datetime
    is_key_file: bool


def conflict_copies(files: VaultFiles) -> tuple[ConflictCopy, ...]:
    """Return the copies beside a vault and its key file, A to Z; no file is opened.

    A folder that cannot be listed has none to tell of.
    """
    vault, keys = _vault_names(files.database.name), _key_file_names(files.database.name)
    found = []
    for path in _entries(files.folder):
        is_key_file = keys.fullmatch(path.name) is not None
        if is_key_file or vault.fullmatch(path.name):
            found += _copy(path, is_key_file=is_key_file)
    return tuple(found)


def _vault_names(name: str) -> re.Pattern[str]:
    """Match a vault's name with an addition before its suffix."""
    path = Path(name)
    return re.compile(f"{re.escape(path.stem)}({_ADDED}){re.escape(path.suffix)}")


def _key_file_names(name: str) -> re.Pattern[str]:
    """Match the key file's name with an addition before any of its suffixes."""
    stem, suffix = re.escape(Path(name).stem), re.escape(Path(name).suffix)
    added = f"({_ADDED})"
    return re.compile(
        rf"{stem}{added}{suffix}\.keys\.json"
        rf"|{stem}{suffix}{added}\.keys\.json|{stem}{suffix}\.keys{added}\.json"
    )


def _entries(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(folder.iterdir())
    except OSError:
        return


def _copy(path: Path, *, is_key_file: bool) -> list[ConflictCopy]:
    try:
        found = path.lstat()
    except OSError:
        return []
    if not stat.S_ISREG(found.st_mode):
        return []
    changed_at = datetime.fromtimestamp(found.st_mtime, UTC)
    return [ConflictCopy(path, found.st_size, changed_at, is_key_file)]
