"""A vault that cannot be opened: the newest whole backup is offered, and takes its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import NewObservation, NoteText
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import BackupKind
from managernotes.services.ways_in import RecoveryWay
from managernotes.services.workspace import Workspace, open_workspace
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.unlock.file_page import FilePage
from managernotes_ui.unlock.gate_view import GateView
from tests.ui.unlock_bench import (
    PASSPHRASE,
    TUESDAY,
    GateBench,
    MadeVault,
    gate_bench,
    made_vault,
)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


@pytest.fixture
def vault(tmp_path: Path) -> MadeVault:
    """Make a vault with one note and a backup of it."""
    made = made_vault(tmp_path / "here")
    workspace = open_workspace(
        made.path, RecoveryWay(made.code), clock=TUESDAY, keyring=made.keyring
    )
    note = NewObservation(text=NoteText(fact="Kept"), occurred_on=TUESDAY.moment.date())
    workspace.notes.add(note)
    BackupWork.of(workspace).make(BackupKind.AUTOMATIC)
    workspace.close()
    return made


def page_of(gate: GateView) -> FilePage:
    assert isinstance(gate.page, FilePage)
    return gate.page


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 3 + 50] ^= 1
    path.write_bytes(content)


SPOILT: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:9_000]),
    "gone": Path.unlink,
    "keys": lambda path: path.with_name(f"{path.name}.keys.json").write_text("{}"),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
@pytest.mark.parametrize("by_code", [True, False], ids=["code", "passphrase"])
def test_the_backup_is_named_restored_and_opened(
    bench: GateBench, vault: MadeVault, spoil: Callable[[Path], object], *, by_code: bool
) -> None:
    spoil(vault.path)
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    if not isinstance(gate.page, FilePage):  # found out only with the key
        gate.page.daily.field.edit.setText(PASSPHRASE)  # type: ignore[union-attr]
        gate.page.daily.open.click()  # type: ignore[union-attr]
        bench.wait(lambda: isinstance(gate.page, FilePage))
    page = page_of(gate)
    bench.wait(page.rescue.isVisible)
    assert page.rescue.title.text() == strings.RESCUE_TITLE.format(when="Today 10:42")
    page.rescue.field.edit.setText(vault.code if by_code else PASSPHRASE)
    page.rescue.yes.click()
    session = bench.session_of(gate)
    assert bench.ask(session, _notes) == 1
    assert page.rescue.field.text() == ""
    kept = [path for path in vault.path.parent.iterdir() if ".kept-" in path.name]
    assert kept


def test_a_wrong_key_changes_nothing_and_is_said(bench: GateBench, vault: MadeVault) -> None:
    vault.path.write_bytes(b"")
    gate = bench.gate(vault.path, vault.keyring)
    page = page_of(gate)
    bench.wait(page.rescue.isVisible)
    before = sorted(path.name for path in vault.path.parent.iterdir())
    page.rescue.field.edit.setText("another")
    page.rescue.yes.click()
    bench.wait(page.rescue.yes.isEnabled)
    assert strings.RESCUE_WRONG in page.rescue.checked.accessibleDescription() or any(
        label.isVisible() and label.text() == strings.RESCUE_WRONG
        for label in page.rescue.findChildren(type(page.rescue.title))
    )
    assert sorted(path.name for path in vault.path.parent.iterdir()) == before
    assert not bench.has_opened


def test_without_a_whole_backup_none_is_offered(bench: GateBench, vault: MadeVault) -> None:
    for path in vault.path.parent.glob("*.backups/*"):
        flip(path)
    vault.path.write_bytes(b"")
    gate = bench.gate(vault.path, vault.keyring)
    page = page_of(gate)
    bench.qtbot.wait(300)
    assert not page.rescue.isVisible()


def test_a_backup_that_lies_elsewhere_can_be_chosen(
    bench: GateBench, vault: MadeVault, tmp_path: Path
) -> None:
    [made] = vault.path.parent.glob("*.backups/*.mnbackup")
    disk = tmp_path / "disk"
    disk.mkdir()
    chosen = made.rename(disk / made.name)
    spoilt = disk / "spoilt.mnbackup"
    spoilt.write_bytes(chosen.read_bytes())
    flip(spoilt)
    vault.path.write_bytes(b"")
    gate = bench.gate(vault.path, vault.keyring)
    page = page_of(gate)
    page.backup.click()
    [dialog] = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(spoilt))
    bench.wait(page.problem.text)
    assert page.problem.text().startswith("This backup is damaged.")
    assert not page.rescue.isVisible()
    dialog.fileSelected.emit(str(chosen))
    dialog.close()
    bench.wait(page.rescue.isVisible)
    assert page.problem.text() == ""
    page.rescue.field.edit.setText(vault.code)
    page.rescue.yes.click()
    assert bench.ask(bench.session_of(gate), _notes) == 1


def _notes(workspace: Workspace) -> int:
    return len(workspace.notes.timeline().rows)
