"""What is said of a damaged vault: which backup is whole, and how it comes back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from managernotes.errors import (
    DamagedBackupError,
    NotABackupError,
    OrphanEnvelopeError,
    VaultDamagedError,
)
from managernotes.services.backups import newest_sound_backup

_OF_A_BACKUP: Final = (DamagedBackupError, NotABackupError)


@contextlib.contextmanager
def naming_backups(vault: Path) -> Iterator[None]:
    """Add the newest whole backup to what the block says of a damaged or missing vault.

    It is read through once, and named without its folder.
    """
    try:
        yield
    except (VaultDamagedError, OrphanEnvelopeError) as error:
        newest = None if isinstance(error, _OF_A_BACKUP) else newest_sound_backup(vault)
        if newest is not None:
            when = f"{newest.head.made_at:%Y-%m-%d %H:%M}"
            where = f"{newest.path.parent.name}/{newest.path.name}"
            hint = f"The newest whole backup is of {when}: {where}, beside the vault"
            error.args = (f"{error} {hint}; `managernotes restore` makes a new vault of it.",)
        raise
