"""After the recovery code: a way in for every day, set up once the vault has been proven whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.errors import KeyringError, ManagerNotesError
from managernotes.services.keys import KdfCost, SlotKind
from managernotes.services.protecting import NewSecrets, change_ways, note_event
from managernotes.services.recovery import set_up_keyring, set_up_passphrase
from managernotes.services.slot_dates import SlotEvent
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.unlock.keyring_notice import Notice

_BOTH = SlotKind.KEYRING_AND_PASSPHRASE
_USUAL_COST = KdfCost()
PATIENCE_MS = 300_000
"""So long the open vault waits for an answer (§4: five minutes, as the usual lock does)."""


class NewWayViewModel(QObject):
    """Owns the open session until `done`; whatever fails, the vault stays open and as it was.

    Nobody may be there any more: without an answer the vault is closed, and `gave_up` follows.
    """

    done = Signal()
    gave_up = Signal()
    refused = Signal(object)
    busy_changed = Signal(bool)

    def __init__(
        self,
        session: Session,
        ways: tuple[SlotKind, ...],
        parent: QObject | None = None,
        *,
        cost: KdfCost = _USUAL_COST,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._waits = QTimer(self, interval=patience_ms)
        self._waits.timeout.connect(self._on_nobody_there)
        self._waits.start()
        self.session = session
        self.needs_both = _BOTH in ways and SlotKind.KEYRING not in ways
        self.is_busy = False
        self._handed_on = False
        self._cost = cost
        session.read(
            lambda workspace: note_event(workspace, SlotKind.RECOVERY, SlotEvent.USED),
            done=lambda _none: None,
            failed=lambda _error: None,  # only a date
        )

    def use_keyring(self) -> None:
        """Let the keyring open the vault by itself again."""
        self._set_up(lambda workspace: set_up_keyring(workspace, workspace.keyring))

    def use_passphrase(self, passphrase: str) -> None:
        """Let this passphrase open the vault."""
        secrets = NewSecrets(passphrase=passphrase, cost=self._cost)
        self._set_up(lambda workspace: set_up_passphrase(workspace, workspace.keyring, secrets))

    def use_both(self, passphrase: str) -> None:
        """Let keyring and passphrase together open the vault again."""
        secrets = NewSecrets(passphrase=passphrase, cost=self._cost)
        self._set_up(
            lambda workspace: change_ways(
                workspace, workspace.keyring, add=(_BOTH,), secrets=secrets
            )
        )

    def later(self) -> None:
        """Go on without."""
        if not self.is_busy:
            self._hand_on()

    def leave(self) -> None:
        """Close the vault, unless it was handed on; a change under way is finished first."""
        self._waits.stop()
        if not self._handed_on:
            self.session.close()

    @Slot()
    def _on_nobody_there(self) -> None:
        if not self.is_busy:
            self.leave()
            self.gave_up.emit()

    def _hand_on(self) -> None:
        self._waits.stop()
        self._handed_on = True
        self.done.emit()

    def _set_up(self, work: Callable[[Workspace], object]) -> None:
        if self.is_busy:
            return
        self._set_busy(busy=True)
        self.session.read(work, done=lambda _done: self._on_set_up(), failed=self._on_failed)

    def _set_busy(self, *, busy: bool) -> None:
        self.is_busy = busy
        self.busy_changed.emit(busy)

    def _on_set_up(self) -> None:
        self._set_busy(busy=False)
        self._hand_on()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        notice = Notice(strings.NOT_OPENED, strings.NOT_OPENED_TEXT)
        if isinstance(error, KeyringError | ManagerNotesError):
            notice = Notice(error.title, error.advice)
        self.refused.emit(notice)
