"""The backups of the open vault, worked on beside it: made, listed, compared, opened to read."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.errors import StoppedError
from managernotes.services.backup_plan import (
    BackupPlan,
    ProofMark,
    keep_plan,
    keep_proof_marks,
    proof_marks,
)
from managernotes.services.ways_in import TypedWay
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.tasks import TaskRunner

if TYPE_CHECKING:  # loaded when backups are first looked at, after the first rows
    from managernotes.services.backup_work import BackupWork, KnownBackup
    from managernotes.services.backups import Differences, Step
    from managernotes.services.keys import DataKey
    from managernotes.services.workspace import Workspace

T = TypeVar("T")
Done = Callable[[T], None]


class BackupKeeper(QObject):
    """One a vault, from unlock to lock; its work is done on a thread and a connection of its own.

    `progress` brings a Step while one is made, and None at the end; `changed` follows every look
    at the place. `restore_wanted` brings the way into the vault that a restore is.
    """

    changed = Signal()
    progress = Signal(object)
    failed = Signal(Exception)
    restore_wanted = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks: TaskRunner | None = None  # a thread only for whoever looks at backups
        self._work: BackupWork | None = None
        self._at_the_end: list[Callable[[], None]] = []
        self._stop = threading.Event()
        self._closing = threading.Event()
        self._told = _Told(self)
        self._told.step.connect(self.progress)
        session.closing.connect(self.close)
        self.known: tuple[KnownBackup, ...] = ()
        self.plan = BackupPlan()
        self.marks: dict[str, ProofMark] = {}
        self.place = Path()
        self.place_is_there = True
        self.is_busy = False
        self.failure: Exception | None = None
        """Why the latest backup that was wanted was not made; told in Settings only."""

    @property
    def now(self) -> datetime:
        """The moment."""
        return self._session.clock.now()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self._tasks is None or self._tasks.is_idle

    @property
    def session(self) -> Session:
        """The vault that these are the backups of."""
        return self._session

    def at_the_end(self, last: Callable[[], None]) -> None:
        """Name what is done on the backups' thread before the keys are wiped."""
        self._at_the_end.append(last)

    def begin(self) -> None:
        """Read the choices and look at the place; if a backup is due, make it."""
        self._read_choices(then=self._make_if_due)

    def look_again(self) -> None:
        """Read the choices and look at the place again."""
        self._read_choices(then=self._look)

    def back_up_now(self) -> None:
        """Make a backup that was asked for."""
        self._make(by_hand=True)

    def cancel(self) -> None:
        """Stop what is being made; nothing of it is left."""
        self._stop.set()

    def choose(self, plan: BackupPlan) -> None:
        """Keep other choices; they hold from the next backup on."""

        def keep(workspace: Workspace) -> None:
            keep_plan(workspace.preferences, plan)

        self._session.write(keep, changes=Changed.NOTHING, done=lambda _none: self.look_again())

    def choose_place(self, folder: Path | None) -> None:
        """Put backups into a folder from now on, which is made; None: beside the vault."""
        from managernotes.services.backup_places import make_place

        def chosen(_none: None) -> None:
            self.choose(replace(self.plan, place=folder, place_seen=self.now if folder else None))

        self.run(lambda _work: make_place(folder) if folder else None, chosen)

    def compare(self, backup: KnownBackup, done: Done[Differences]) -> None:
        """Compare the vault with a backup entry by entry."""
        self.run(lambda work: work.compared(backup.path), done, channel="compare")

    def unlock(
        self,
        backup: KnownBackup,
        text: str,
        refused: Callable[[Exception], None],
        done: Callable[[], None],
    ) -> None:
        """Unlock a backup of another key with its passphrase or recovery code, then look again."""

        def unlocked(_none: None) -> None:
            done()
            self._look()

        way = TypedWay(text)
        self.run(lambda work: work.unlock(backup.path, way), unlocked, failed=refused)

    def restore(self, backup: KnownBackup) -> None:
        """Ask the window to put a backup in the vault's place."""
        from managernotes.services.restoring_way import OpenKeyWay, RestoringWay

        def ready(key: DataKey) -> None:
            way = RestoringWay(backup.path, OpenKeyWay(key), self.now)
            self.restore_wanted.emit(way)

        self.run(lambda work: work.copied_key(backup.path), ready)

    @Slot()
    def close(self) -> None:
        """Stop everything, close what is open and wipe the key; blocks until done."""
        self._closing.set()
        self._stop.set()
        if self._tasks is not None:
            self._tasks.close(self._put_away)
        elif self._work is not None:
            self._work.close()

    def _read_choices(self, then: Callable[[], None]) -> None:
        def told(read: tuple[BackupWork, dict[str, ProofMark]]) -> None:
            before, (self._work, self.marks) = self._work, read
            self.plan, self.place = self._work.plan, self._work.place
            if before is not None:
                self._work.take_over(before)
                self.run(lambda _work: before.close(), lambda _none: None)
            then()

        self._session.read(_choices, done=told, failed=self.failed.emit)

    def _make_if_due(self) -> None:
        def told(due: bool) -> None:  # noqa: FBT001 - the answer of a query
            if due:
                self._make(by_hand=False)
            else:
                self._look()

        self.run(lambda work: work.is_due(), told, failed=lambda _error: self._look())

    def _make(self, *, by_hand: bool) -> None:
        from managernotes.services.backups import BackupKind

        if self.is_busy or self._closing.is_set():
            return
        if self._work is None:
            self._read_choices(then=lambda: self._make(by_hand=by_hand))
            return
        self.is_busy = True
        self._stop.clear()

        def ended(error: Exception | None = None) -> None:
            self.is_busy = False
            self.failure = error
            self.progress.emit(None)
            # What nobody asked for is told in Settings after three days, nowhere else.
            if error and by_hand and not isinstance(error, StoppedError):
                self.failed.emit(error)
            self._look()

        def made(backup: KnownBackup) -> None:
            if by_hand:  # who asks for one may wait for the stronger proof
                self.compare(backup, lambda _found: self._mark_compared(backup))
            ended()

        kind = BackupKind.MANUAL if by_hand else BackupKind.AUTOMATIC
        self.run(lambda work: work.make(kind, watcher=self._watch), made, failed=ended)

    def _mark_compared(self, backup: KnownBackup) -> None:
        self.mark(backup, ProofMark(compared=self.now))

    def _watch(self, step: Step) -> None:
        if self._stop.is_set():
            raise StoppedError
        if not self._closing.is_set():
            self._told.step.emit(step)

    def _look(self) -> None:
        def told(seen: tuple[list[KnownBackup], bool]) -> None:
            known, self.place_is_there = seen
            self.known = tuple(known)
            self._keep_seen()
            self.changed.emit()

        self.run(lambda work: (work.listed(), work.place_is_there), told, channel="look")

    def _keep_seen(self) -> None:
        """Keep when the chosen place was last there, once a day."""
        seen = self.plan.place_seen
        if self.plan.place is None or not self.place_is_there:
            return
        if seen is None or seen.date() != self.now.date():
            self.plan = replace(self.plan, place_seen=self.now)
            plan = self.plan
            self._session.write(
                lambda workspace: keep_plan(workspace.preferences, plan), changes=Changed.NOTHING
            )

    def mark(self, backup: KnownBackup, mark: ProofMark) -> None:
        """Keep what was done with a backup."""
        there = {known.digest for known in self.known}
        marks = {digest: kept for digest, kept in self.marks.items() if digest in there}
        self.marks = marks | {backup.digest: mark}
        marks = self.marks
        self._session.write(
            lambda workspace: keep_proof_marks(workspace.preferences, marks),
            changes=Changed.NOTHING,
        )
        self.changed.emit()

    def _put_away(self) -> None:
        for last in self._at_the_end:
            last()
        if self._work is not None:
            self._work.close()

    def run(
        self,
        work: Callable[[BackupWork], T],
        done: Done[T],
        *,
        failed: Callable[[Exception], None] | None = None,
        channel: str = "",
    ) -> None:
        """Do something with the backups on their thread; a lock drops it."""
        known = self._work
        if known is None or self._closing.is_set():
            return
        if self._tasks is None:
            self._tasks = TaskRunner(self)

        def unless_closing() -> T:
            if self._closing.is_set():
                raise StoppedError
            return work(known)

        self._tasks.run(
            unless_closing, done=done, failed=failed or self.failed.emit, channel=channel
        )


class _Told(QObject):
    """Carries steps from the working thread to the window's."""

    step = Signal(object)


def _choices(workspace: Workspace) -> tuple[BackupWork, dict[str, ProofMark]]:
    from managernotes.services.backup_work import BackupWork

    return BackupWork.of(workspace), proof_marks(workspace.preferences)
