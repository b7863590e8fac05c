"""What the lock screen does: the ways into one vault, their outcomes, and the wait between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.errors import (
    KeyringError,
    ManagerNotesError,
    MistypedRecoveryCodeError,
    UnfinishedKeyChangeError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from managernotes.services.keys import SlotKind
from managernotes.services.ways_in import KeyringWay, PassphraseWay, ProvenRecoveryWay, WayIn
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.unlock.file_trouble import trouble_of_error
from managernotes_ui.unlock.gatekeeper import Gatekeeper
from managernotes_ui.unlock.keyring_notice import Notice, keyring_notice

_TYPED = frozenset({SlotKind.PASSPHRASE, SlotKind.KEYRING_AND_PASSPHRASE})

SLOW_MS = 300
"""After this long a try is spoken of: a quick keyring opens without a word."""

SECOND_MS = 1000
WAITS = (0, 0, 1, 2, 4)
"""Seconds to wait after the first, second, … wrong try; the last one holds (SECURITY-DESIGN §4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockState:
    """What shows: `trying` is the way under way, `is_slow` once it is worth a word.

    `wait` is in seconds; `problem` is the sentence under the field, `notice` the banner over it.
    """

    by_code: bool = False
    trying: SlotKind | None = None
    is_slow: bool = False
    wait: int = 0
    problem: str = ""
    notice: Notice | None = None
    keyring_failed: bool = False

    @property
    def can_submit(self) -> bool:
        """Whether what is typed may be tried now; a keyring that is slow stops nobody."""
        return not self.wait and self.trying in {None, SlotKind.KEYRING}


class UnlockViewModel(QObject):
    """One vault's lock; the keyring is asked by itself unless somebody locked by hand."""

    changed = Signal(object)
    text_refused = Signal()
    opened = Signal(object)
    files_in_trouble = Signal(object)

    def __init__(
        self,
        gatekeeper: Gatekeeper,
        ways: tuple[SlotKind, ...],
        *,
        locked_by_hand: bool,
        second_ms: int = SECOND_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._gatekeeper = gatekeeper
        self._asks_keyring = not locked_by_hand
        self.has_keyring = SlotKind.KEYRING in ways
        self.has_passphrase = not _TYPED.isdisjoint(ways)
        self.recovered = False
        """Whether what was tried last is the recovery code: then a way in is set up anew."""
        self.takes_notes = gatekeeper.takes_notes()
        only_code = not (self.has_keyring or self.has_passphrase)
        self._state = UnlockState(by_code=only_code)
        self._wrong_tries = 0
        self._wrong = ""
        self._slow = QTimer(self, interval=SLOW_MS, singleShot=True)
        self._slow.timeout.connect(self._on_slow)
        self._second = QTimer(self, interval=second_ms)
        self._second.timeout.connect(self._on_second)
        gatekeeper.opened.connect(self._on_opened)
        gatekeeper.refused.connect(self._on_refused)

    @property
    def state(self) -> UnlockState:
        """What shows now."""
        return self._state

    def begin(self) -> None:
        """Try the keyring if this vault has one, and it was not locked by hand."""
        if self.has_keyring and self._asks_keyring:
            self.try_keyring()

    def try_keyring(self) -> None:
        """Ask the keyring for the key."""
        if self._state.trying is None:
            self._change(notice=None, problem="")
            self._try(SlotKind.KEYRING, KeyringWay())

    def try_text(self, text: str) -> None:
        """Try what was typed: the recovery code on its page, else the passphrase."""
        if not text.strip() or not self._state.can_submit:
            return
        if self._state.by_code:
            self._try(SlotKind.RECOVERY, ProvenRecoveryWay(text))
            self.recovered = True
        else:
            self._try(SlotKind.PASSPHRASE, PassphraseWay(text))

    def open_by(self, way: WayIn) -> None:
        """Open the vault another way, such as by restoring a backup first."""
        self._try(SlotKind.RECOVERY, way)

    def typing(self) -> None:
        """Take the sentence away as soon as something else is typed; a wait stays said."""
        if not self._state.wait:
            self._change(problem="")

    def use_code(self, by_code: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Turn to the recovery code, or back to what opens the vault day to day."""
        if by_code or self.has_keyring or self.has_passphrase:
            wait = self._state.wait
            problem = strings.wait_sentence(self._wrong, wait) if wait else ""
            self._change(by_code=by_code, problem=problem)

    def _try(self, kind: SlotKind, way: WayIn) -> None:
        self.recovered = False
        self._change(trying=kind, is_slow=False, problem="")
        self._slow.start()
        self._gatekeeper.open(way)

    def _change(self, **parts: Any) -> None:
        before, self._state = self._state, replace(self._state, **parts)
        if self._state != before:
            self.changed.emit(self._state)

    @Slot()
    def _on_slow(self) -> None:
        self._change(is_slow=True)

    @Slot()
    def _on_second(self) -> None:
        wait = self._state.wait - 1
        if not wait:
            self._second.stop()
        self._change(wait=wait, problem=strings.wait_sentence(self._wrong, wait))

    @Slot(object)
    def _on_opened(self, session: Session) -> None:
        self._slow.stop()
        self.opened.emit(session)

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        self._slow.stop()
        self._change(trying=None, is_slow=False)
        trouble = trouble_of_error(error)
        match error:
            case _ if trouble is not None:
                self.files_in_trouble.emit(trouble)
            case KeyringError():
                notice = keyring_notice(error, has_passphrase=self.has_passphrase)
                self._change(notice=notice, keyring_failed=True)
            case WrongPassphraseError():
                self._refuse_wrong(strings.WRONG_PASSPHRASE)
            case WrongRecoveryCodeError():
                self._refuse_wrong(strings.WRONG_CODE)
            case MistypedRecoveryCodeError():
                self._change(problem=strings.MISTYPED_CODE)
                self.text_refused.emit()
            case UnfinishedKeyChangeError() if self._state.by_code:
                self._change(problem=strings.OTHER_SIDE)
                self.text_refused.emit()
            case ManagerNotesError():
                self._change(notice=Notice(error.title, error.advice))
            case _:
                self._change(notice=Notice(strings.NOT_OPENED, strings.NOT_OPENED_TEXT))

    def _refuse_wrong(self, what: str) -> None:
        wait = WAITS[min(self._wrong_tries, len(WAITS) - 1)]
        self._wrong_tries += 1
        self._wrong = what
        if wait:
            self._second.start()
        self._change(wait=wait, problem=strings.wait_sentence(what, wait))
        self.text_refused.emit()
