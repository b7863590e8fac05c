"""Taking notes while the vault is locked: sealed into its inbox, filed at the next unlock."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from managernotes.clock import Clock
from managernotes.clock import today as day_of_clock
from managernotes.errors import DamagedInboxKeyError, ManagerNotesError, NoInboxKeyError
from managernotes.text.note_text import accepted_text
from managernotes.text.sealed_text import checked_unread
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.inbox_file import append_box
from managernotes.vault.inbox_key import InboxKey, read_inbox_key
from managernotes.vault.location import VaultFiles, look_at
from managernotes.vault.sealed_box import seal
from managernotes.vault.sealed_line import SealedLine, to_content
from managernotes.vault.states import judge, refuse_unready


class SealedCapture:
    """The inbox of one locked vault, seen from outside: lines go in, nothing comes out."""

    def __init__(self, vault: Path, clock: Clock) -> None:
        self._files = VaultFiles(vault)
        self._clock = clock

    def refuse_unready(self) -> None:
        """Raise what stands against sealing here: the files' state, NoInboxKeyError and others."""
        self._key()

    def can_seal(self) -> bool:
        """Whether a line can be sealed here, by the files as they are."""
        try:
            self._key()
        except ManagerNotesError:
            return False
        return True

    def take(self, line: str) -> None:
        """Seal a line; when this returns, it is on the disk.

        InvalidInputError for a line that could not be a note whoever its people are, and what
        stands against sealing: InboxFullError, NoInboxKeyError, a full disk.
        """
        self._seal(checked_unread(line, day_of_clock(self._clock)))

    def take_unfinished(self, text: str) -> None:
        """Seal what was typed and left, finished or not; InvalidInputError when it says nothing."""
        self._seal(accepted_text(text))

    def _seal(self, text: str) -> None:
        key = self._key()
        line = SealedLine(id=uuid4(), written_at=self._clock.now(), text=text)
        append_box(self._files, seal(to_content(line), key.public))

    def _key(self) -> InboxKey:
        refuse_unready(judge(look_at(self._files)))
        key = read_inbox_key(self._files)
        if key.vault_id != read_envelope(self._files).vault_id:
            raise DamagedInboxKeyError
        return key


__all__ = ["NoInboxKeyError", "SealedCapture"]
