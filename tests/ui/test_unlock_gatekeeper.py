"""Opening and making vaults off the UI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.errors import KeyringLockedError, VaultExistsError, WrongPassphraseError
from managernotes.services.keys import FileState, KeyringOutcome, KeyringReport, Protection
from managernotes.services.ways_in import KeyringWay, PassphraseWay
from managernotes_ui.unlock.gatekeeper import Gatekeeper, NewVault
from tests.core.vault_fakes import MemoryKeyring
from tests.ui.capture_bench import heard
from tests.ui.unlock_bench import (
    PASSPHRASE,
    GateBench,
    MadeVault,
    SlowKeyring,
    gate_bench,
    made_vault,
)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


@pytest.fixture
def vault(tmp_path: Path) -> MadeVault:
    return made_vault(tmp_path)


@pytest.fixture
def vault_threads() -> Callable[[], int]:
    """Return what counts the vaults' threads begun by this test."""
    before = set(threading.enumerate())

    def count() -> int:
        return sum(t.name == "vault" for t in set(threading.enumerate()) - before)

    return count


def test_opens_with_the_passphrase(bench: GateBench, vault: MadeVault) -> None:
    keeper = bench.keeper(vault.path, vault.keyring)
    opened = bench.sessions(keeper)
    keeper.open(PassphraseWay(PASSPHRASE))
    bench.wait(lambda: opened)
    [session] = opened
    assert bench.ask(session, lambda workspace: workspace.people.list_people()) == []


def test_refuses_a_wrong_passphrase_and_stays_ready(bench: GateBench, vault: MadeVault) -> None:
    keeper = bench.keeper(vault.path, vault.keyring)
    refused, opened = heard(keeper.refused), bench.sessions(keeper)
    keeper.open(PassphraseWay("something else"))
    bench.wait(lambda: refused)
    assert isinstance(refused[0], WrongPassphraseError)
    keeper.open(PassphraseWay(PASSPHRASE))
    bench.wait(lambda: opened)


def test_an_overtaken_try_is_neither_heard_nor_waited_for(
    bench: GateBench, vault: MadeVault, vault_threads: Callable[[], int]
) -> None:
    slow = SlowKeyring(vault.keyring)
    keeper = bench.keeper(vault.path, slow)
    opened, refused = bench.sessions(keeper), heard(keeper.refused)
    keeper.open(KeyringWay())
    bench.wait(lambda: slow.asked)
    keeper.open(PassphraseWay(PASSPHRASE))
    bench.wait(lambda: opened)
    slow.go.set()
    bench.wait(lambda: vault_threads() == 1)  # the overtaken vault was closed, its thread ended
    assert len(opened) == 1
    assert not refused
    opened[0].close()
    assert vault_threads() == 0


def test_after_close_nothing_is_opened(
    bench: GateBench, vault: MadeVault, vault_threads: Callable[[], int]
) -> None:
    slow = SlowKeyring(vault.keyring)
    keeper = bench.keeper(vault.path, slow)
    opened, refused = bench.sessions(keeper), heard(keeper.refused)
    keeper.open(KeyringWay())
    bench.wait(lambda: slow.asked)
    keeper.close()
    slow.go.set()
    bench.wait(lambda: vault_threads() == 0)
    assert not opened
    assert not refused


def test_makes_a_vault_with_a_code_that_opens_it(bench: GateBench, tmp_path: Path) -> None:
    keeper = bench.keeper(tmp_path / "new" / "vault.db", MemoryKeyring())
    assert keeper.state() is FileState.FIRST_RUN
    made = heard(keeper.made)
    keeper.make(Protection.KEYRING_OR_PASSPHRASE, PASSPHRASE)
    bench.wait(lambda: made)
    new = made[0]
    assert isinstance(new, NewVault)
    assert len(new.code.groups) == 8
    assert keeper.state() is FileState.READY
    assert new.code.text not in repr(new)
    new.session.close()


def test_makes_nothing_where_a_vault_is(bench: GateBench, vault: MadeVault) -> None:
    keeper = bench.keeper(vault.path, vault.keyring)
    before = vault.path.read_bytes()
    refused = heard(keeper.refused)
    keeper.make(Protection.PASSPHRASE, PASSPHRASE)
    bench.wait(lambda: refused)
    assert isinstance(refused[0], VaultExistsError)
    assert vault.path.read_bytes() == before


def test_a_locked_keyring_leaves_nothing_behind(bench: GateBench, tmp_path: Path) -> None:
    path = tmp_path / "new" / "vault.db"
    keeper = bench.keeper(path, MemoryKeyring(KeyringOutcome.LOCKED))
    refused = heard(keeper.refused)
    keeper.make(Protection.KEYRING, None)
    bench.wait(lambda: refused)
    assert isinstance(refused[0], KeyringLockedError)
    assert keeper.state() is FileState.FIRST_RUN
    assert not path.parent.exists()


def test_closing_finishes_a_vault_that_is_being_made(
    bench: GateBench, tmp_path: Path, vault_threads: Callable[[], int]
) -> None:
    keeper = bench.keeper(tmp_path / "vault.db", MemoryKeyring())
    keeper.make(Protection.PASSPHRASE, PASSPHRASE)
    keeper.close()
    assert keeper.state() is FileState.READY
    assert vault_threads() == 0


def test_tells_which_keyring_would_be_used(bench: GateBench, tmp_path: Path) -> None:
    keeper: Gatekeeper = bench.keeper(tmp_path / "vault.db", MemoryKeyring())
    probed = heard(keeper.keyring_probed)
    keeper.probe_keyring()
    bench.wait(lambda: probed)
    assert isinstance(probed[0], KeyringReport)
    assert probed[0].outcome is KeyringOutcome.FOUND
