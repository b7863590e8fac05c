"""Restoring in the window: the vault is shut, the backup takes its place and opens by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import NewObservation, NoteText
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import BackupKind
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import backup as words
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.settings.backup import BackupSection
from managernotes_ui.settings.settings_page import SettingsPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.shell_view import ShellView
from tests.ui.app_bench import CLOCK, Bench, words_on_screen

NEWER = "Written after the backup"


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(qtbot, qapp, tmp_path / "vault.db")
    bench.elsewhere(_back_up_and_go_on)
    yield bench
    bench.close()


def test_the_backup_becomes_the_vault_and_the_vault_is_kept_aside(bench: Bench) -> None:
    before = bench.opened()
    section = _backup_section(bench, before)
    section.list.setCurrentIndex(section.list.model().index(0, 0))
    bench.wait(section.card.restore.isEnabled)
    section.ask_restore().yes.click()
    bench.wait(lambda: bench.window.content is not before)
    view = bench.opened()
    bench.wait(lambda: strings.RESTORED in words_on_screen())
    assert view is not before
    assert bench.elsewhere(_facts) == ["Led the rollback calmly"]
    [aside] = [path for path in bench.file.parent.glob("*.kept-*") if path.suffix != ".json"]
    bench.file = aside
    assert bench.elsewhere(_facts) == ["Led the rollback calmly", NEWER]


def _backup_section(bench: Bench, view: ShellView) -> BackupSection:
    view.navigator.go(Place(PageName.SETTINGS))
    page = view.page
    assert isinstance(page, SettingsPage)
    page.choose(words.SECTION)
    section = page.backups.section
    bench.wait(lambda: section.list.model().rowCount() > 0)
    return section


def _back_up_and_go_on(workspace: Workspace) -> None:
    BackupWork.of(workspace).make(BackupKind.AUTOMATIC)
    note = NewObservation(text=NoteText(fact=NEWER), occurred_on=CLOCK.moment.date())
    workspace.notes.add(note)


def _facts(workspace: Workspace) -> list[str]:
    return sorted(row.headline for row in workspace.notes.timeline().rows)
