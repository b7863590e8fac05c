"""After the recovery code the window offers a way in for every day, once the vault is proven."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from managernotes.services.keys import KeyringOutcome, Protection, SlotKind
from managernotes.services.protection import ways_of
from managernotes.services.ways_in import KeyringWay, PassphraseWay, WayIn
from managernotes.services.workspace import open_workspace, ways_in
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.recovery.passphrase_dialog import PassphraseDialog
from managernotes_ui.unlock.file_page import FilePage
from managernotes_ui.unlock.gate_view import GateView
from managernotes_ui.unlock.new_way_page import NewWayPage
from managernotes_ui.unlock.new_way_vm import PATIENCE_MS, NewWayViewModel
from managernotes_ui.unlock.unlock_view import UnlockView
from tests.core.vault_fakes import MemoryKeyring
from tests.ui.unlock_bench import TUESDAY, GateBench, MadeVault, gate_bench, made_vault

PASSPHRASE = "new words drawn by chance"
BOTH = Protection.KEYRING_AND_PASSPHRASE


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


def recovered(bench: GateBench, vault: MadeVault, keyring: MemoryKeyring) -> GateView:
    """Type the code at the lock; whoever lost the keyring's key has nothing else."""
    gate = bench.gate(vault.path, keyring, by_hand=True)
    assert isinstance(gate.page, UnlockView)
    gate.page.daily.to_code.click()
    gate.page.by_code.field.setText(vault.code)
    gate.page.by_code.open.click()
    bench.wait(lambda: not isinstance(gate.page, UnlockView))
    return gate


def page_of(gate: GateView) -> NewWayPage:
    assert isinstance(gate.page, NewWayPage)
    return gate.page


def type_new(bench: GateBench, page: NewWayPage) -> None:
    bench.wait(lambda: page.findChildren(PassphraseDialog))
    (dialog,) = page.findChildren(PassphraseDialog)
    QTest.keyClicks(dialog.first.edit, PASSPHRASE)
    QTest.keyClicks(dialog.again.edit, PASSPHRASE)
    dialog.yes.click()


def opens(vault: MadeVault, way: WayIn, keyring: MemoryKeyring) -> bool:
    open_workspace(vault.path, way, clock=TUESDAY, keyring=keyring).close()
    return True


def test_the_keyring_is_set_up_again(bench: GateBench, tmp_path: Path) -> None:
    vault, keyring = made_vault(tmp_path, Protection.KEYRING), MemoryKeyring()
    gate = recovered(bench, vault, keyring)
    page_of(gate).keyring.click()
    session = bench.session_of(gate)
    assert opens(vault, KeyringWay(), keyring)
    ways = {way.kind: way for way in bench.ask(session, ways_of)}
    assert ways[SlotKind.RECOVERY].used is not None


def test_a_new_passphrase_is_set(bench: GateBench, tmp_path: Path) -> None:
    vault, keyring = made_vault(tmp_path, Protection.PASSPHRASE), MemoryKeyring()
    gate = recovered(bench, vault, keyring)
    page_of(gate).passphrase.click()
    type_new(bench, page_of(gate))
    bench.session_of(gate)
    assert opens(vault, PassphraseWay(PASSPHRASE), keyring)
    assert keyring.secrets == {}


def test_without_a_keyring_it_says_so_and_the_vault_stays_open(
    bench: GateBench, tmp_path: Path
) -> None:
    vault = made_vault(tmp_path, Protection.KEYRING)
    gate = recovered(bench, vault, MemoryKeyring(KeyringOutcome.UNAVAILABLE))
    page = page_of(gate)
    before = vault.path.with_name("vault.db.keys.json").read_bytes()
    page.keyring.click()
    bench.wait(page.banner.isVisible)
    assert "No keyring" in page.banner.words
    assert vault.path.with_name("vault.db.keys.json").read_bytes() == before
    page.not_now.click()
    bench.session_of(gate)


def test_where_both_were_needed_the_keyring_alone_is_not_offered(
    bench: GateBench, tmp_path: Path
) -> None:
    vault, keyring = made_vault(tmp_path, BOTH), MemoryKeyring()
    gate = recovered(bench, vault, keyring)
    page = page_of(gate)
    assert page.keyring.text() == strings.BOTH_AGAIN
    page.keyring.click()
    type_new(bench, page)
    bench.session_of(gate)
    assert set(ways_in(vault.path)) == {SlotKind.KEYRING_AND_PASSPHRASE, SlotKind.RECOVERY}
    assert opens(vault, PassphraseWay(PASSPHRASE), keyring)


def test_a_damaged_vault_gets_no_new_way_in(bench: GateBench, tmp_path: Path) -> None:
    vault = made_vault(tmp_path, Protection.KEYRING)
    content = bytearray(vault.path.read_bytes())
    content[-2000] ^= 1
    vault.path.write_bytes(content)
    keys = vault.path.with_name("vault.db.keys.json").read_bytes()
    gate = recovered(bench, vault, MemoryKeyring())
    assert isinstance(gate.page, FilePage)
    assert not bench.has_opened
    assert vault.path.read_bytes() == bytes(content)
    assert vault.path.with_name("vault.db.keys.json").read_bytes() == keys


def test_the_page_shows_nothing_of_the_vault(bench: GateBench, tmp_path: Path) -> None:
    vault = made_vault(tmp_path, Protection.KEYRING)
    gate = recovered(bench, vault, MemoryKeyring())
    words = " ".join(label.text() for label in gate.page.findChildren(QLabel))
    assert "vault.db" not in words
    assert str(tmp_path) not in words


def test_both_needed_is_typed_at_the_lock_and_each_failure_is_told(
    bench: GateBench, tmp_path: Path
) -> None:
    vault = made_vault(tmp_path, BOTH)
    gate = bench.gate(vault.path, MemoryKeyring(KeyringOutcome.LOCKED), by_hand=False)
    lock = gate.page
    assert isinstance(lock, UnlockView)
    assert not lock.daily.keyring.isVisible()
    QTest.keyClicks(lock.daily.field.edit, "correct horse")
    lock.daily.open.click()
    bench.wait(lock.banner.isVisible)
    assert strings.KEYRING_LOCKED in lock.banner.words


def test_an_open_vault_that_nobody_answers_for_is_locked_again(
    bench: GateBench, tmp_path: Path
) -> None:
    vault, keyring = made_vault(tmp_path, Protection.PASSPHRASE), MemoryKeyring()
    gate = recovered(bench, vault, keyring)
    page_of(gate).passphrase.click()
    vm = gate.findChild(NewWayViewModel)
    assert isinstance(vm, NewWayViewModel)
    (wait,) = vm.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert wait.interval() == PATIENCE_MS
    closed: list[bool] = []
    vm.session.closing.connect(lambda: closed.append(True))
    wait.start(30)
    bench.wait(lambda: isinstance(gate.page, UnlockView))
    assert not bench.has_opened
    assert closed == [True]
