"""What protects this vault and how that is changed; all of it off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.errors import KeyChangeFailedError, ManagerNotesError
from managernotes.services.key_change import KeyChange
from managernotes.services.keys import KdfCost, RecoveryCode, SlotKind
from managernotes.services.protecting import NewSecrets, WaysChanged, change_ways, note_event
from managernotes.services.protection import VaultProtection, protection_of
from managernotes.services.slot_dates import SlotEvent
from managernotes.services.vault_copies import copies_beside
from managernotes.services.verifying import VaultReport, whole_look
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import protection as strings
from managernotes_ui.common.work_beside import WorkBeside
from managernotes_ui.recovery.typed_back import GroupChoice, TypedBack, two_by_chance

_BOTH = SlotKind.KEYRING_AND_PASSPHRASE
_USUAL_COST = KdfCost()


class Told(NamedTuple):
    """What the banner over the rows says."""

    title: str
    text: str


class ProtectionViewModel(QObject):
    """`changed` follows each look at the vault's files; one change is under way at a time."""

    changed = Signal()
    copies_read = Signal(object)
    busy_changed = Signal(str)
    told = Signal(object)
    checked = Signal(object, object)
    code_made = Signal(object, object)
    vault_closed = Signal()

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        *,
        choose_groups: GroupChoice = two_by_chance,
        cost: KdfCost = _USUAL_COST,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._choose_groups = choose_groups
        self._cost = cost
        self._beside = WorkBeside(session, self)
        self.busy = ""
        self.protection: VaultProtection | None = None

    @property
    def now(self) -> datetime:
        """The moment that dates are told from."""
        return self._session.clock.now()

    @Slot()
    def look_again(self) -> None:
        """Look at the files again."""
        self._session.read(protection_of, done=self._on_read, channel="protection")
        self._session.read(
            lambda w: copies_beside(w.files.database), done=self.copies_read.emit, channel="copies"
        )

    def remove(self, kind: SlotKind) -> None:
        """Take a way in away."""
        self._change(drop=(kind,))

    def add_keyring(self) -> None:
        """Let the keyring open the vault."""
        self._change(add=(SlotKind.KEYRING,))

    def set_passphrase(self, passphrase: str) -> None:
        """Let this passphrase open the vault, in place of the one it had."""
        self._change(add=(SlotKind.PASSPHRASE,), passphrase=passphrase)

    def need_both(self, passphrase: str) -> None:
        """Let nothing but keyring and passphrase together open the vault, in one step."""
        present = () if self.protection is None else self.protection.ways
        alone = [kind for kind in (SlotKind.KEYRING, SlotKind.PASSPHRASE) if kind in present]
        self._change(add=(_BOTH,), drop=alone, passphrase=passphrase)

    def need_either(self, passphrase: str) -> None:
        """Let keyring and passphrase each open the vault alone, in one step."""
        kinds = (SlotKind.KEYRING, SlotKind.PASSPHRASE)
        self._change(add=kinds, drop=(_BOTH,), passphrase=passphrase)

    def make_code(self) -> None:
        """Make a new recovery code; it is not in force before `use` is called with it."""
        code = RecoveryCode.new()
        self._show_code(code, lambda: self._use_code(code))

    def prepare_key_change(self, passphrase: str | None) -> None:
        """Prove that every way in can be made anew; then `code_made` brings the new code."""
        secrets = NewSecrets(passphrase=passphrase, cost=self._cost)
        self._work(
            lambda workspace: KeyChange(workspace, workspace.keyring, secrets=secrets),
            self._on_key_change_ready,
        )

    def check(self) -> None:
        """Check the whole vault; `checked` brings the report and the moment."""
        if not self.busy:
            self._set_busy(strings.CHECKING)
            self._beside.run(whole_look, done=self._on_checked, failed=self._on_failed)

    def _use_code(self, code: RecoveryCode) -> None:
        def work(workspace: Workspace) -> WaysChanged:
            secrets = NewSecrets(code=code)
            kind = SlotKind.RECOVERY
            done = change_ways(workspace, workspace.keyring, add=(kind,), secrets=secrets)
            note_event(workspace, kind, SlotEvent.CONFIRMED)
            return done

        after = Told(strings.CODE_DONE, strings.CODE_DONE_TEXT)
        self._work(work, lambda done: self._on_ways_changed(done, after))

    def _change(
        self,
        *,
        add: Sequence[SlotKind] = (),
        drop: Collection[SlotKind] = (),
        passphrase: str | None = None,
    ) -> None:
        secrets = NewSecrets(passphrase=passphrase, cost=self._cost)
        self._work(
            lambda workspace: change_ways(
                workspace, workspace.keyring, add=add, drop=drop, secrets=secrets
            ),
            self._on_ways_changed,
        )

    def _work(
        self,
        work: Callable[[Workspace], Any],
        done: Callable[[Any], None],
        words: str = strings.WORKING,
    ) -> None:
        """Do one thing on the vault's thread; nothing else is begun meanwhile."""
        if self.busy:
            return
        self._set_busy(words)

        def finished(outcome: Any) -> None:
            self._set_busy("")
            done(outcome)

        self._session.read(work, done=finished, failed=self._on_failed)

    def _set_busy(self, words: str) -> None:
        self.busy = words
        self.busy_changed.emit(words)

    def _show_code(self, code: RecoveryCode, use: Callable[[], None]) -> None:
        asked = self._choose_groups(len(code.groups))
        self.code_made.emit(TypedBack(self._session, code.groups, asked, self), use)

    def _on_read(self, protection: VaultProtection) -> None:
        if protection != self.protection:
            self.protection = protection
            self.changed.emit()

    def _on_ways_changed(self, done: WaysChanged, told: Told | None = None) -> None:
        if not done.keyring_clean:
            told = Told(strings.LEFT_OVER, strings.LEFT_OVER_TEXT)
        self.told.emit(told)
        self.look_again()

    def _on_key_change_ready(self, change: KeyChange) -> None:
        def carry_out(workspace: Workspace) -> WaysChanged:
            done = change.carry_out()
            note_event(workspace, SlotKind.RECOVERY, SlotEvent.CONFIRMED)
            return done

        after = Told(strings.CHANGED_KEY, strings.CHANGED_KEY_TEXT)
        finish: Callable[[Any], None] = lambda done: self._on_ways_changed(done, after)  # noqa: E731
        self._show_code(change.code, lambda: self._work(carry_out, finish, strings.CHANGING_KEY))

    def _on_checked(self, report: VaultReport) -> None:
        self._set_busy("")
        self.checked.emit(report, self.now)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy("")
        told = Told(strings.NOT_DONE, strings.NOT_DONE_TEXT)
        if isinstance(error, ManagerNotesError):
            told = Told(error.title, error.advice)
        self.told.emit(told)
        if isinstance(error, KeyChangeFailedError):
            self.vault_closed.emit()
        else:
            self.look_again()
