"""Where a vault would live, in words, and whether something copies that place elsewhere."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from managernotes.paths import default_vault
from managernotes_ui.common.strings import unlock as strings

_GIGABYTE = 1_000_000_000
_SERVICES = (
    (re.compile(r"onedrive( - .*)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"dropbox( \(.*\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs", re.IGNORECASE), "iCloud"),
    (re.compile(r"google ?drive.*|googledrive-.*|my drive", re.IGNORECASE), "Google Drive"),
    (re.compile(r"nextcloud|owncloud|syncthing|sync|box|pcloud ?drive|mega", re.IGNORECASE), ""),
)
"""Names of folders that these services give (SECURITY-DESIGN §5 no. 23); "": said by its name."""


@dataclass(frozen=True, slots=True)
class VaultPlace:
    """`words` name the folder, `room` tells the free space, `service` what copies it, if any."""

    words: str
    room: str
    service: str


def place_of(vault: Path) -> VaultPlace:
    """Return how the place of a vault is spoken of; the folder need not be there yet."""
    usual = vault == default_vault()
    room = _room(vault)
    if usual:
        room = f"{room} {strings.NOT_IN_DOCUMENTS}".strip()
    return VaultPlace(_words(vault, usual=usual), room, synchronised_by(vault.parent))


def synchronised_by(folder: Path) -> str:
    """Return the name of the service that copies a folder to other computers, or an empty text."""
    for part in folder.parts:
        for pattern, name in _SERVICES:
            if pattern.fullmatch(part):
                return name or part
    return ""


def _words(vault: Path, *, usual: bool) -> str:
    if usual:
        return strings.APP_DATA
    folder = vault.parent
    if folder.is_relative_to(Path.home()):
        return " › ".join((strings.HOME, *folder.relative_to(Path.home()).parts))
    return str(folder)


def _room(vault: Path) -> str:
    there = next((folder for folder in vault.parents if folder.is_dir()), None)
    try:
        return strings.free_space(shutil.disk_usage(there).free // _GIGABYTE) if there else ""
    except OSError:
        return ""
