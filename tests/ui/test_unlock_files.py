"""Vault files that cannot be opened get a calm page, and nothing is made or changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from managernotes.errors import UnwritablePlaceError, VaultBusyError
from managernotes.services.keys import FileState
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.unlock.file_page import FilePage
from managernotes_ui.unlock.file_trouble import Trouble, trouble_of_error, trouble_of_state
from managernotes_ui.unlock.first_run_view import FirstRunView
from managernotes_ui.unlock.gate_view import GateView
from managernotes_ui.unlock.unlock_view import UnlockView
from tests.core.vault_fakes import MemoryKeyring
from tests.ui.unlock_bench import PASSPHRASE, GateBench, MadeVault, gate_bench, made_vault


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


@pytest.fixture
def vault(tmp_path: Path) -> MadeVault:
    return made_vault(tmp_path / "Dana Whitfield")


def keys_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.keys.json")


def spare_keys_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.keys.bak.json")


def lose_keys(path: Path) -> None:
    keys_of(path).unlink()
    spare_keys_of(path).unlink(missing_ok=True)


def keep_spare_keys(path: Path) -> None:
    keys_of(path).rename(spare_keys_of(path))


def make_plain(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))


def make_link(path: Path) -> None:
    real = path.with_name("real.db")
    path.rename(real)
    path.symlink_to(real)


SPOILT: list[tuple[Trouble, Callable[[Path], object]]] = [
    (Trouble.KEYS_MISSING, lose_keys),
    (Trouble.KEYS_IN_BACKUP, keep_spare_keys),
    (Trouble.VAULT_MISSING, Path.unlink),
    (Trouble.EMPTY, lambda path: path.write_bytes(b"")),
    (Trouble.TRUNCATED, lambda path: path.write_bytes(path.read_bytes()[:1000])),
    (Trouble.PLAINTEXT, make_plain),
    (Trouble.UNSAFE, make_link),
    (Trouble.KEYS_DAMAGED, lambda path: keys_of(path).write_text("{}")),
]


def page_of(gate: GateView) -> FilePage:
    assert isinstance(gate.page, FilePage)
    return gate.page


def everything_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize(("trouble", "spoil"), SPOILT)
def test_says_what_happened_and_touches_nothing(
    bench: GateBench, vault: MadeVault, trouble: Trouble, spoil: Callable[[Path], object]
) -> None:
    spoil(vault.path)
    before = everything_in(vault.path.parent)
    gate = bench.gate(vault.path, vault.keyring)
    page = page_of(gate)
    assert page.trouble is trouble
    words = "\n".join(label.text() for label in page.findChildren(QLabel))
    for part in strings.FILE_PAGES[trouble.value]:
        assert part in words
    assert "Dana" not in words
    assert vault.path.name not in words
    assert everything_in(vault.path.parent) == before
    assert not bench.has_opened


def test_every_trouble_has_its_page() -> None:
    assert {trouble.value for trouble in Trouble} == set(strings.FILE_PAGES)


def test_every_state_is_a_trouble_but_first_run_and_ready() -> None:
    calm = {state for state in FileState if trouble_of_state(state) is None}
    assert calm == {FileState.FIRST_RUN, FileState.READY}


def test_a_busy_vault_is_no_trouble_with_its_files() -> None:
    assert trouble_of_error(VaultBusyError()) is None


def test_a_place_that_cannot_be_written_is_a_trouble_with_the_files() -> None:
    assert trouble_of_error(UnwritablePlaceError()) is Trouble.UNWRITABLE


def test_looking_again_after_the_repair_leads_to_the_lock(
    bench: GateBench, vault: MadeVault
) -> None:
    keep_spare_keys(vault.path)
    gate = bench.gate(vault.path, vault.keyring)
    spare_keys_of(vault.path).rename(keys_of(vault.path))
    page_of(gate).again.click()
    assert isinstance(gate.page, UnlockView)
    bench.session_of(gate)


def test_looking_again_without_a_repair_says_the_same(bench: GateBench, vault: MadeVault) -> None:
    lose_keys(vault.path)
    gate = bench.gate(vault.path, vault.keyring)
    page_of(gate).again.click()
    assert page_of(gate).trouble is Trouble.KEYS_MISSING


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_place_without_the_right_to_write_gets_its_page(
    bench: GateBench, vault: MadeVault
) -> None:
    vault.path.parent.chmod(0o500)
    try:
        gate = bench.gate(vault.path, vault.keyring, by_hand=True)
        page = gate.page
        assert isinstance(page, UnlockView)
        page.daily.field.edit.setText(PASSPHRASE)
        page.daily.open.click()
        bench.wait(lambda: isinstance(gate.page, FilePage))
        assert page_of(gate).trouble is Trouble.UNWRITABLE
    finally:
        vault.path.parent.chmod(0o700)


def test_files_spoilt_while_locked_turn_the_lock_into_the_page(
    bench: GateBench, vault: MadeVault
) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    page = gate.page
    assert isinstance(page, UnlockView)
    vault.path.write_bytes(b"")
    page.daily.field.edit.setText(PASSPHRASE)
    page.daily.open.click()
    bench.wait(lambda: isinstance(gate.page, FilePage))
    assert page_of(gate).trouble is Trouble.EMPTY


def test_a_new_vault_elsewhere_is_only_asked_for(
    bench: GateBench, vault: MadeVault, tmp_path: Path
) -> None:
    lose_keys(vault.path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    gate = bench.gate(vault.path, vault.keyring)
    chosen: list[Path] = []
    gate.vault_chosen.connect(chosen.append)
    page_of(gate).new.click()
    dialog = gate.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(elsewhere))
    dialog.reject()
    assert chosen == [elsewhere / "vault.db"]
    assert not any(elsewhere.iterdir())
    assert isinstance(bench.gate(chosen[0], vault.keyring).page, FirstRunView)


def test_a_vault_that_is_not_where_it_was_is_never_replaced_by_a_new_one(
    bench: GateBench, tmp_path: Path
) -> None:
    gone = tmp_path / "drive" / "vault.db"
    gate = bench.gate(gone, MemoryKeyring(), expected=True)
    page = page_of(gate)
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert strings.FILE_PAGES[Trouble.NOT_THERE].title in words
    assert not gone.parent.exists()
