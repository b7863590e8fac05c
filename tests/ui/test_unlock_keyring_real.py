"""The lock before a real gnome-keyring, in the states it can be found in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.services.keys import OsKeyring, Protection
from managernotes.services.workspace import create_workspace
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.unlock.first_run_view import FirstRunView
from managernotes_ui.unlock.protection_step import ProtectionStep
from managernotes_ui.unlock.unlock_view import UnlockView
from tests.core.keyring_session import KeyringSession, running_keyring
from tests.core.vault_fakes import CHEAP
from tests.ui.unlock_bench import PASSPHRASE, TUESDAY, GateBench, gate_bench

pytestmark = pytest.mark.keyring

HURRY_SECONDS = 2.0


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


@pytest.fixture
def session(home: Path) -> Iterator[KeyringSession]:
    with running_keyring(home) as session:
        yield session


@pytest.fixture
def keyring(session: KeyringSession) -> OsKeyring:
    return OsKeyring(environment=session.environment, budget_seconds=HURRY_SECONDS)


@pytest.fixture
def vault(tmp_path: Path, keyring: OsKeyring) -> Path:
    path = tmp_path / "vault.db"
    workspace, _code = create_workspace(
        path,
        Protection.KEYRING_OR_PASSPHRASE,
        PASSPHRASE,
        clock=TUESDAY,
        keyring=keyring,
        cost=CHEAP,
    )
    workspace.close()
    return path


def test_opens_by_itself(bench: GateBench, vault: Path, keyring: OsKeyring) -> None:
    bench.session_of(bench.gate(vault, keyring))


@pytest.mark.parametrize(
    "outcome",
    [
        (KeyringSession.lock, strings.KEYRING_LOCKED),
        (KeyringSession.clear, strings.KEYRING_ABSENT),
        (KeyringSession.freeze, strings.KEYRING_TIMEOUT),
        (KeyringSession.stop_daemon, strings.KEYRING_NONE),
    ],
)
def test_says_why_not_and_the_passphrase_opens_all_the_same(
    bench: GateBench,
    session: KeyringSession,
    vault: Path,
    keyring: OsKeyring,
    outcome: tuple[Callable[[KeyringSession], None], str],
) -> None:
    happens, title = outcome
    happens(session)
    gate = bench.gate(vault, keyring)
    page = gate.page
    assert isinstance(page, UnlockView)
    bench.wait(page.banner.isVisible)
    assert page.banner.words.startswith(title)
    page.daily.field.edit.setText(PASSPHRASE)
    page.daily.open.click()
    bench.session_of(gate)


def test_the_first_run_finds_it_and_puts_the_key_there(
    bench: GateBench, session: KeyringSession, keyring: OsKeyring, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "vault.db"
    gate = bench.gate(path, keyring)
    view = gate.page
    assert isinstance(view, FirstRunView)
    view.page.go_on()
    step = view.page
    assert isinstance(step, ProtectionStep)
    bench.wait(step.cards[Protection.KEYRING].radio.isEnabled)
    step.cards[Protection.KEYRING].radio.setChecked(True)
    step.go_on()
    bench.wait(path.exists)
    bench.wait(lambda: view.page is not step)
    assert len(session.labels()) == 1
