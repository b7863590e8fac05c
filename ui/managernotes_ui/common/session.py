"""An open vault as the screens see it: reads, writes, what changed, and whether it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.clock import Clock
from managernotes.errors import (
    EditConflictError,
    InvalidInputError,
    ManagerNotesError,
    NotFoundError,
    PersonExistsError,
    VaultDamagedError,
    VaultPlaceLostError,
)
from managernotes.services.vault_moving import moved
from managernotes.services.workspace import Workspace
from managernotes_ui.common.discreet import Discreet
from managernotes_ui.common.tasks import TaskRunner

T = TypeVar("T")

POLL_MS = 1000
"""How often the vault is asked whether another program wrote to it (DESIGN §4: within 2 s)."""


_REFUSALS = (InvalidInputError, NotFoundError, PersonExistsError, EditConflictError)
"""Answers of the core to what was asked; the disk is not their reason."""

_OF_THE_FILE = (VaultPlaceLostError, VaultDamagedError)
"""The vault's file is gone, or another one, or not what it was."""


class Changed(Enum):
    """What a write touches, so that only the screens concerned read again."""

    PEOPLE = auto()
    NOTES = auto()
    TALKS = auto()
    """Talks, preparations, promises, threads, templates; no note and no person."""
    NOTES_AND_TALKS = auto()
    NOTHING = auto()


class SaveKind(Enum):
    """The three states of the footer's last item."""

    SAVED = auto()
    SAVING = auto()
    NOT_SAVED = auto()


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether everything typed is on disk; `since` is when it last was."""

    kind: SaveKind
    since: datetime
    error: Exception | None = None


class Session(QObject):
    """One unlocked vault. "Saved" is announced only after COMMIT has returned."""

    people_changed = Signal()
    notes_changed = Signal()
    talks_changed = Signal()
    save_state_changed = Signal(object)
    failed = Signal(Exception)
    closing = Signal()
    """Before the vault is closed: whoever works beside it ends that now."""
    place_changed = Signal(object)
    """What is wrong with the vault's file at its place, or None once it is right again."""

    def __init__(
        self, workspace: Workspace, tasks: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self.clock = clock
        self.discreet = Discreet(self)
        self.discreet.changed.connect(self._announce_all)
        self._pending = 0
        self._lost: ManagerNotesError | None = None
        self._state = SaveState(SaveKind.SAVED, clock.now())
        tasks.set_interrupt(workspace.interrupt)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._ask_for_changes)
        self._poll.start()

    @property
    def save_state(self) -> SaveState:
        """The state that the footer shows now."""
        return self._state

    def read(
        self,
        work: Callable[[Workspace], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        channel: str = "",
        as_stored: bool = False,
    ) -> None:
        """Run a query on the database thread; a newer one of the same channel overtakes it.

        What it answers is fit to be shown: in discreet mode it holds no name. `as_stored` brings
        the words as they are, for an editor or a comparison.
        """

        def answered(outcome: tuple[T, bool]) -> None:
            answer, is_ready = outcome
            done(answer if is_ready else self.discreet.shown(answer))

        self._tasks.run(
            lambda: self._read(work, as_stored=as_stored),
            done=answered,
            failed=failed or self.failed.emit,
            channel=channel,
        )

    def write(
        self,
        work: Callable[[Workspace], T],
        *,
        changes: Changed,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a change on the database thread and announce it once it is committed."""
        self._pending += 1
        if self._state.kind is not SaveKind.NOT_SAVED:
            self._set_state(SaveState(SaveKind.SAVING, self._state.since))

        def committed(outcome: T) -> None:
            self._pending -= 1
            kind = SaveKind.SAVING if self._pending else SaveKind.SAVED
            self._set_state(SaveState(kind, self.clock.now()))
            if done is not None:
                done(outcome)
            self._announce(changes)

        def refused(error: Exception) -> None:
            self._pending -= 1
            self._set_state(self._state_after(error))
            self._on_not_asked(error)
            (failed or self.failed.emit)(error)

        def change() -> T:
            outcome = work(self._workspace)
            if changes is Changed.PEOPLE:
                self.discreet.people_changed()
            return outcome

        self._tasks.run(change, done=committed, failed=refused)

    def go_on_at(
        self, place: Path, *, done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """Copy the vault to another place and go on there, with everything that waits."""

        def move() -> None:
            self._workspace = moved(self._workspace, place)
            self._tasks.set_interrupt(self._workspace.interrupt)

        def arrived(_nothing: None) -> None:
            self._set_lost(None)
            done()

        self._tasks.run(move, done=arrived, failed=failed)

    @Slot()
    def look_again(self) -> None:
        """Ask now whether the file is right and what others wrote."""
        self._ask_for_changes()

    def settle(self, done: Callable[[], None]) -> None:
        """Call `done` once everything written so far is on disk or has failed; reads are dropped.

        A failure may write anew, another way: that is waited for too.
        """
        self._tasks.settle(lambda: self.settle(done) if self._pending else done())

    def settle_here(self) -> None:
        """Do the same and wait for it on this thread: for the end of the app."""
        self._tasks.settle_here()
        while self._pending:
            self._tasks.settle_here()

    def close(self) -> None:
        """Finish the writes that wait, close the vault and forget it; blocks until done."""
        self.closing.emit()
        self._poll.stop()
        self._tasks.set_interrupt(None)
        self._tasks.close(self._workspace.close)

    def _read(self, work: Callable[[Workspace], T], *, as_stored: bool) -> tuple[T, bool]:
        """Return an answer on the vault's thread, and whether it is what `done` is to get."""
        answer = work(self._workspace)
        self.discreet.learn(self._workspace)
        if as_stored or not self.discreet.is_on:
            return answer, as_stored
        return self.discreet.shown(answer), True

    def _state_after(self, error: Exception) -> SaveState:
        """Return the state after a write that failed: a refusal leaves nothing unsaved."""
        since = self._state.since
        if not isinstance(error, _REFUSALS):
            return SaveState(SaveKind.NOT_SAVED, since, error)
        if self._state.kind is SaveKind.NOT_SAVED:
            return self._state
        return SaveState(SaveKind.SAVING if self._pending else SaveKind.SAVED, since)

    def _announce(self, changes: Changed) -> None:
        if changes is Changed.PEOPLE:
            self.people_changed.emit()
        if changes in {Changed.NOTES, Changed.NOTES_AND_TALKS}:
            self.notes_changed.emit()
        if changes in {Changed.TALKS, Changed.NOTES_AND_TALKS}:
            self.talks_changed.emit()

    @Slot()
    def _announce_all(self) -> None:
        self.people_changed.emit()
        self.notes_changed.emit()
        self.talks_changed.emit()

    def _set_state(self, state: SaveState) -> None:
        self._state = state
        self.save_state_changed.emit(state)

    @Slot()
    def _ask_for_changes(self) -> None:
        self._tasks.run(
            self._look,
            done=self._on_asked,
            failed=self._on_not_asked,
            channel="changes",
        )

    def _look(self) -> bool:
        """Ask the vault that is open by then; runs on its thread."""
        return self._workspace.changed()

    def _on_not_asked(self, error: Exception) -> None:
        if isinstance(error, _OF_THE_FILE):
            self._set_lost(error)

    def _set_lost(self, lost: ManagerNotesError | None) -> None:
        if type(lost) is not type(self._lost):
            self._lost = lost
            self.place_changed.emit(lost)

    def _on_asked(self, changed: bool) -> None:  # noqa: FBT001 - the answer of a query
        self._set_lost(None)
        if changed:
            self.discreet.people_changed()
            self._announce_all()
