"""Opens and makes vaults off the UI thread, on the thread that will own the connection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from managernotes.clock import Clock
from managernotes.services.keys import (
    FileState,
    KdfCost,
    KeyringPort,
    KeyringReport,
    Protection,
    RecoveryCode,
    SlotKind,
)
from managernotes.services.sealed_capture import SealedCapture
from managernotes.services.ways_in import WayIn
from managernotes.services.workspace import (
    Workspace,
    create_workspace,
    open_workspace,
    vault_state,
    ways_in,
)
from managernotes_ui.common.session import Session
from managernotes_ui.common.tasks import TaskRunner

if TYPE_CHECKING:  # loaded when a vault is missing: the usual one opens without
    from managernotes.services.backups import BackupFile

T = TypeVar("T")

_USUAL_COST = KdfCost()


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault that was just made: open, and with the code to show once."""

    session: Session
    code: RecoveryCode


class Gatekeeper(QObject):
    """Stands between the files and the window; each try that is not overtaken has one outcome.

    A try overtakes the one before. What an overtaken one opens after all is closed unseen, and
    nobody waits for it: a keyring may take six seconds.
    """

    opened = Signal(object)
    made = Signal(object)
    refused = Signal(Exception)
    keyring_probed = Signal(object)
    backup_found = Signal(object)
    backup_refused = Signal(Exception)

    def __init__(
        self,
        vault: Path,
        clock: Clock,
        keyring: KeyringPort,
        parent: QObject | None = None,
        *,
        cost: KdfCost = _USUAL_COST,
    ) -> None:
        super().__init__(parent)
        self.vault = vault
        self.clock = clock
        self._keyring = keyring
        self._cost = cost
        self._opening: _Try[Workspace] | None = None
        self._making: _Try[tuple[Workspace, RecoveryCode]] | None = None
        self._probing: _Try[KeyringReport] | None = None
        self._looking: _Try[BackupFile | None] | None = None

    def state(self) -> FileState:
        """Return what the files at the vault's place amount to; raises what cannot be read."""
        return vault_state(self.vault)

    def ways_in(self) -> tuple[SlotKind, ...]:
        """Return what opens the vault; raises what is wrong with its key file."""
        return ways_in(self.vault)

    def takes_notes(self) -> bool:
        """Whether a note can be sealed here while the vault is locked."""
        return SealedCapture(self.vault, self.clock).can_seal()

    def open(self, way: WayIn) -> None:
        """Try one way in; `opened` brings a Session, `refused` the reason."""
        self._drop_opening()
        vault, clock, keyring = self.vault, self.clock, self._keyring
        self._opening = _Try(
            lambda: open_workspace(vault, way, clock=clock, keyring=keyring),
            done=self._on_opened,
            failed=self._on_refused,
            unwanted=Workspace.close,
        )

    def make(self, protection: Protection, passphrase: str | None) -> None:
        """Make the vault; `made` brings a NewVault, `refused` the reason."""
        if self._making is not None:
            return
        make = partial(create_workspace, clock=self.clock, keyring=self._keyring, cost=self._cost)
        self._making = _Try(
            lambda: make(self.vault, protection, passphrase),
            done=self._on_made,
            failed=self._on_refused,
            unwanted=lambda made: made[0].close(),
        )

    def probe_keyring(self) -> None:
        """Ask which keyring would be used; `keyring_probed` brings a KeyringReport."""
        if self._probing is None:
            self._probing = _Try(
                self._keyring.report,
                done=self._on_probed,
                failed=self._on_probe_failed,
                unwanted=lambda _report: None,
            )

    def look_for_backup(self) -> None:
        """Look for the newest backup of which not a bit has changed; `backup_found` brings it."""
        vault = self.vault
        from managernotes.services.backups import newest_sound_backup

        self._look(lambda: newest_sound_backup(vault))

    def look_at_backup(self, path: Path) -> None:
        """Check a backup that was chosen; `backup_found` or `backup_refused` follows."""
        from managernotes.services.backups import proven

        self._look(lambda: proven(path, None).file)

    def close(self) -> None:
        """Want no outcome any more; a vault that is being made is finished first (0.7 s)."""
        self._drop_opening()
        if self._probing is not None:
            self._probing.drop()
            self._probing = None
        if self._looking is not None:
            self._looking.drop()
            self._looking = None
        if self._making is not None:
            self._making.finish()
            self._making = None

    def _drop_opening(self) -> None:
        if self._opening is not None:
            self._opening.drop()
            self._opening = None

    def _on_opened(self, workspace: Workspace, tasks: TaskRunner) -> None:
        self._opening = None
        self.opened.emit(Session(workspace, tasks, self.clock))

    def _on_made(self, made: tuple[Workspace, RecoveryCode], tasks: TaskRunner) -> None:
        self._making = None
        workspace, code = made
        self.made.emit(NewVault(Session(workspace, tasks, self.clock), code))

    def _on_refused(self, error: Exception) -> None:
        self._opening = self._making = None
        self.refused.emit(error)

    def _on_probed(self, report: KeyringReport, tasks: TaskRunner) -> None:
        self._probing = None
        tasks.close()
        self.keyring_probed.emit(report)

    def _look(self, work: Callable[[], BackupFile | None]) -> None:
        if self._looking is not None:
            self._looking.drop()
        self._looking = _Try(
            work,
            done=self._on_looked,
            failed=self.backup_refused.emit,
            unwanted=lambda _found: None,
        )

    def _on_looked(self, found: BackupFile | None, tasks: TaskRunner) -> None:
        self._looking = None
        tasks.close()
        if found is not None:
            self.backup_found.emit(found)

    def _on_probe_failed(self, error: Exception) -> None:
        self._probing = None
        self.refused.emit(error)


class _Try(Generic[T]):
    """One piece of work on a thread of its own, which `done` takes over together with its fruit.

    Dropped, it ends by itself: its thread keeps it alive until then, and `unwanted` puts away
    there what it brought.
    """

    def __init__(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T, TaskRunner], None],
        failed: Callable[[Exception], None],
        unwanted: Callable[[T], None],
    ) -> None:
        self._done = done
        self._failed = failed
        self._unwanted = unwanted
        self._wanted = True
        self._brought: list[T] = []
        self._tasks = TaskRunner()
        self._tasks.run(lambda: self._keep(work()), done=self._on_done, failed=self._on_failed)

    def drop(self) -> None:
        """Tell nobody what comes of it."""
        self._wanted = False

    def finish(self) -> None:
        """Wait until the work is done and put its fruit away."""
        self._wanted = False
        self._tasks.close(self._put_away)

    def _keep(self, fruit: T) -> None:
        self._brought.append(fruit)

    def _put_away(self) -> None:
        while self._brought:
            self._unwanted(self._brought.pop())

    def _on_done(self, _nothing: None) -> None:
        if self._wanted:
            self._done(self._brought.pop(), self._tasks)
        else:
            self._tasks.close(self._put_away)

    def _on_failed(self, error: Exception) -> None:
        self._tasks.close()
        if self._wanted:
            self._failed(error)
