"""Further connections that only read: to the open vault, and to a copy of one.

Neither ever opens and closes the vault's file past SQLite: on POSIX systems closing any handle
of a file drops every lock that this process has on it, those of a commit under way too
(https://www.sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

from pathlib import Path

from managernotes.vault import open_sequence
from managernotes.vault.connection import Connection, opening
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from managernotes.vault.waiting import FairWait


def open_beside(files: VaultFiles, key: DataKey) -> Connection:
    """Open the vault once more, to read it on another thread while it is written on its own.

    Raises DamagedPagesError, UnwritablePlaceError or VaultBusyError.
    """
    wait = FairWait()
    with opening(files.database, wait) as raw:
        open_sequence.give_key(raw, key)
        open_sequence.refuse_foreign(raw)
        open_sequence.configure_reader(raw)
        return Connection(raw, wait)


def open_copy(database: Path, key: DataKey) -> Connection:
    """Open a finished copy that nobody writes; the file is not touched, no journal appears.

    Raises DamagedPagesError when the key or a page does not fit, ForeignFileError.
    """
    wait = FairWait()
    with opening(database, wait, mode="mode=ro&immutable=1") as raw:
        open_sequence.give_key(raw, key)
        open_sequence.refuse_foreign(raw)
        open_sequence.configure_reader(raw)
        return Connection(raw, wait)
