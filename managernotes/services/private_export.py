"""Writing a file that the manager has asked for by name: private, and never over another one."""

from __future__ import annotations

from pathlib import Path

from managernotes.errors import NameTakenError, VaultExistsError
from managernotes.vault import private_files


def write_private_file(path: Path, content: bytes) -> None:
    """Create the file for its owner alone and sync it to the disk.

    Raises NameTakenError for a name that is taken, be it by a link; what the system refuses.
    """
    try:
        with private_files.system_errors_named():
            private_files.write_new_file(path, content)
            private_files.sync_folder(path.parent)
    except VaultExistsError:
        raise NameTakenError from None
