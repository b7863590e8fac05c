"""The key file as it last was at its place, for the time that the place is gone."""

from __future__ import annotations

import contextlib

from managernotes.errors import ManagerNotesError
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope, verify_envelope
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.location import VaultFiles


class KnownKeyFile:
    """Reads the key file again whenever it has changed, and keeps the last sound one."""

    def __init__(self, files: VaultFiles, key: DataKey) -> None:
        self._files = files
        self._key = key
        self._changed_at = 0
        self._envelope: Envelope | None = None
        self.refresh()

    @property
    def envelope(self) -> Envelope | None:
        """The last sound one; None when there was none at all."""
        return self._envelope

    def refresh(self) -> None:
        """Look whether it has changed: one look at the folder, seldom more."""
        with contextlib.suppress(OSError, ManagerNotesError):
            changed_at = self._files.envelope.lstat().st_mtime_ns
            if changed_at != self._changed_at:
                found = read_envelope(self._files)
                verify_envelope(found, self._key)
                self._changed_at, self._envelope = changed_at, found
