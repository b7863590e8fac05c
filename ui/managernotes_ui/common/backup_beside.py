"""One backup opened beside the vault, to read and to bring single notes back from."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from managernotes.domain.identity import NoteId
from managernotes.errors import StoppedError
from managernotes.services.backup_plan import ProofMark
from managernotes.services.backup_reading import BackupNote, BackupReader, BackupRow, bring_back
from managernotes.services.backup_work import BackupWork, KnownBackup
from managernotes.services.backups import Differences
from managernotes_ui.common.backup_keeper import BackupKeeper
from managernotes_ui.common.session import Changed


class BackupBeside:
    """At most one is open; what is read of it comes from the keeper's thread."""

    def __init__(self, keeper: BackupKeeper) -> None:
        self._keeper = keeper
        self._reader: BackupReader | None = None
        self._open = contextlib.ExitStack()
        keeper.at_the_end(self._let_go)

    @property
    def today(self) -> date:
        """The day."""
        return self._keeper.now.date()

    def read(self, backup: KnownBackup, done: Callable[[list[BackupRow]], None]) -> None:
        """Open a backup to read it, in place of one that was open; `done` brings its notes."""
        mark = self._keeper.marks.get(backup.digest, ProofMark())
        self._keeper.mark(backup, replace(mark, opened=self._keeper.now))
        self._keeper.run(lambda work: self._opened(work, backup).rows(), done)

    def read_note(self, identity: NoteId, done: Callable[[BackupNote], None]) -> None:
        """Read one note of the backup that is open."""
        self._keeper.run(lambda _work: self._open_reader.note(identity), done, channel="note")

    def offer_notes(
        self, backup: KnownBackup, found: Differences, done: Callable[[list[BackupRow]], None]
    ) -> None:
        """Open a backup and list the notes that can be brought back from it."""
        self._keeper.run(lambda work: self._opened(work, backup).rows_of(found), done)

    def fetch(self, identities: Sequence[NoteId], done: Callable[[int], None]) -> None:
        """Bring notes of the backup that is open back into the vault."""

        def hand_over(notes: list[BackupNote]) -> None:
            self._keeper.session.write(
                lambda workspace: bring_back(workspace, notes), changes=Changed.NOTES, done=done
            )

        wanted = tuple(identities)
        self._keeper.run(lambda _work: [self._open_reader.note(one) for one in wanted], hand_over)

    def close(self) -> None:
        """Let go of the backup that is open."""
        self._keeper.run(lambda _work: self._let_go(), lambda _none: None)

    def _opened(self, work: BackupWork, backup: KnownBackup) -> BackupReader:
        self._let_go()
        db = self._open.enter_context(work.opened(backup.path))
        self._reader = BackupReader(db, self._keeper.session.clock)
        return self._reader

    @property
    def _open_reader(self) -> BackupReader:
        if self._reader is None:
            raise StoppedError
        return self._reader

    def _let_go(self) -> None:
        self._reader = None
        self._open.close()
