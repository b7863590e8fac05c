"""Opens and makes vaults off the UI thread, on the thread that will own the connection."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from managernotes.clock import Clock
from managernotes.services.keys import (
    FileState,
    KeyringPort,
    KeyringReport,
    Protection,
    RecoveryCode,
    SlotKind,
)
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


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault that was just made: open, and with the code to show once."""

    session: Session
    code: RecoveryCode


class Gatekeeper(QObject):
    """Stands between the files and the window; emits exactly one outcome for each try."""

    opened = Signal(object)
    made = Signal(object)
    refused = Signal(Exception)
    keyring_probed = Signal(object)

    def __init__(
        self, vault: Path, clock: Clock, keyring: KeyringPort, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.vault = vault
        self._clock = clock
        self._keyring = keyring
        self._tasks: TaskRunner | None = None
        self._probe = TaskRunner(self)

    def state(self) -> FileState:
        """Return what the files at the vault's place amount to."""
        return vault_state(self.vault)

    def ways_in(self) -> tuple[SlotKind, ...]:
        """Return what opens the vault; raises what is wrong with its key file."""
        return ways_in(self.vault)

    def open(self, way: WayIn) -> None:
        """Try one way in; `opened` brings a Session, `refused` the reason."""
        self._begin().run(
            lambda: open_workspace(self.vault, way, clock=self._clock, keyring=self._keyring),
            done=self._on_opened,
            failed=self._on_refused,
        )

    def make(self, protection: Protection, passphrase: str | None) -> None:
        """Make the vault; `made` brings a NewVault, `refused` the reason."""
        self._begin().run(
            lambda: create_workspace(
                self.vault, protection, passphrase, clock=self._clock, keyring=self._keyring
            ),
            done=self._on_made,
            failed=self._on_refused,
        )

    def probe_keyring(self) -> None:
        """Ask which keyring would be used; `keyring_probed` brings a KeyringReport."""
        self._probe.run(self._keyring.report, done=self._on_probed, failed=self.refused.emit)

    def close(self) -> None:
        """Stop asking; a try that is under way opens nothing."""
        self._probe.close()
        if self._tasks is not None:
            self._tasks.close()
            self._tasks = None

    def _begin(self) -> TaskRunner:
        if self._tasks is not None:
            self._tasks.close()
        self._tasks = TaskRunner()
        return self._tasks

    def _session(self, workspace: Workspace) -> Session:
        tasks, self._tasks = self._tasks, None
        assert tasks is not None
        return Session(workspace, tasks, self._clock)

    def _on_opened(self, workspace: Workspace) -> None:
        self.opened.emit(self._session(workspace))

    def _on_made(self, made: tuple[Workspace, RecoveryCode]) -> None:
        workspace, code = made
        self.made.emit(NewVault(self._session(workspace), code))

    def _on_refused(self, error: Exception) -> None:
        self.close_try()
        self.refused.emit(error)

    def _on_probed(self, report: KeyringReport) -> None:
        self.keyring_probed.emit(report)

    def close_try(self) -> None:
        """End the thread of a try that failed."""
        if self._tasks is not None:
            self._tasks.close()
            self._tasks = None
