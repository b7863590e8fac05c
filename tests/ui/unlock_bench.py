"""Real vaults, a keyring in memory, and a gate before them; for the tests of lock and first run."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.clock import FixedClock
from managernotes.services.keys import KeyringAnswer, KeyringPort, Protection
from managernotes.services.workspace import Workspace, create_workspace
from managernotes_ui.common.session import Session
from managernotes_ui.style.theme import Theme
from managernotes_ui.unlock.gate_view import GateView
from managernotes_ui.unlock.gatekeeper import Gatekeeper
from tests.core.vault_fakes import CHEAP, MemoryKeyring
from tests.ui.style_bench import dressed

T = TypeVar("T")

PASSPHRASE = "four words by chance"
TUESDAY = FixedClock(datetime(2026, 11, 24, 10, 42, tzinfo=UTC))
PATIENCE_MS = 15_000


class SlowKeyring(MemoryKeyring):
    """Answers only when it is let go; counts how often it is asked."""

    def __init__(self, keyring: MemoryKeyring) -> None:
        super().__init__()
        self.secrets = keyring.secrets
        self.asked = 0
        self.go = threading.Event()

    def read(self, account: str) -> KeyringAnswer:
        self.asked += 1
        assert self.go.wait(PATIENCE_MS / 1000)
        return super().read(account)


@dataclass(frozen=True)
class MadeVault:
    """A vault on disk, closed, and what opens it."""

    path: Path
    code: str
    keyring: MemoryKeyring


def made_vault(
    folder: Path, protection: Protection = Protection.KEYRING_OR_PASSPHRASE
) -> MadeVault:
    """Make a real vault in a folder and close it."""
    keyring = MemoryKeyring()
    path = folder / "vault.db"
    passphrase = None if protection is Protection.KEYRING else PASSPHRASE
    workspace, code = create_workspace(
        path, protection, passphrase, clock=TUESDAY, keyring=keyring, cost=CHEAP
    )
    workspace.close()
    return MadeVault(path, code.text, keyring)


class GateBench:
    """Opens gates before vaults, and closes in the end whatever they let through."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.theme = theme
        self._keepers: list[Gatekeeper] = []
        self._gates: list[GateView] = []
        self._sessions: list[Session] = []
        self._let_through: dict[GateView, Session] = {}

    def keeper(self, path: Path, keyring: KeyringPort) -> Gatekeeper:
        """Return a gatekeeper whose passphrases are cheap to try."""
        keeper = Gatekeeper(path, TUESDAY, keyring, cost=CHEAP)
        self._keepers.append(keeper)
        return keeper

    def gate(
        self,
        path: Path,
        keyring: KeyringPort,
        *,
        by_hand: bool = False,
        expected: bool = False,
    ) -> GateView:
        """Return the gate before a place, in an active window of the usual size."""
        keeper = self.keeper(path, keyring)
        gate = GateView(self.theme, keeper, locked_by_hand=by_hand, expected=expected)
        self._gates.append(gate)
        gate.opened.connect(self._sessions.append)
        gate.opened.connect(lambda session: self._let_through.update({gate: session}))
        self.qtbot.addWidget(gate)
        gate.resize(1280, 800)
        gate.show()
        gate.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is gate)
        return gate

    def wait(self, happened: Callable[[], object]) -> None:
        """Wait until something is true."""
        self.qtbot.waitUntil(lambda: bool(happened()), timeout=PATIENCE_MS)

    def session_of(self, gate: GateView) -> Session:
        """Wait until a gate lets somebody through and return the session."""
        self.wait(lambda: gate in self._let_through)
        return self._let_through[gate]

    def sessions(self, keeper: Gatekeeper) -> list[Session]:
        """Return a list that fills with what a gatekeeper opens."""
        opened: list[Session] = []
        keeper.opened.connect(opened.append)
        keeper.opened.connect(self._sessions.append)
        return opened

    @property
    def has_opened(self) -> bool:
        """Whether any gate let somebody through."""
        return bool(self._sessions)

    def ask(self, session: Session, work: Callable[[Workspace], T]) -> T:
        """Return what `work` returns on the vault's own thread."""
        answers: list[T] = []
        session.read(work, done=answers.append)
        self.wait(lambda: answers)
        return answers[0]

    def close(self) -> None:
        """Close every session and gate."""
        for gate in self._gates:
            gate.leave()
        for keeper in self._keepers:
            keeper.close()
        for session in self._sessions:
            session.close()


@contextmanager
def gate_bench(qtbot: QtBot, app: QApplication) -> Iterator[GateBench]:
    """Open a bench with the light theme on, and clear it away in the end."""
    with dressed(app) as theme:
        bench = GateBench(qtbot, theme)
        try:
            yield bench
        finally:
            bench.close()
