"""Choosing a vault's place, without leaving a trace of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.unlock.vault_dialogs import ask_for_folder, ask_for_vault


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def secret(home: Path) -> Path:
    """Give a folder whose name must not be kept anywhere, with a file in it."""
    folder = home / "About Dana Whitfield"
    folder.mkdir()
    (folder / "mine.db").touch()
    return folder


def type_and_accept(qtbot: QtBot, dialog: QFileDialog, name: str) -> None:
    """Type a name and press Enter, and wait until the dialog is gone."""
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    [edit] = dialog.findChildren(QLineEdit, "fileNameEdit")
    edit.setText(name)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(gone))


def test_brings_the_vault_that_was_typed(qtbot: QtBot, window: QWidget, secret: Path) -> None:
    chosen: list[Path] = []
    dialog = ask_for_vault(window, secret / "vault.db", chosen.append)
    type_and_accept(qtbot, dialog, "mine.db")
    assert chosen == [secret / "mine.db"]


def test_brings_the_vaults_place_in_the_folder_that_was_typed(
    qtbot: QtBot, window: QWidget, secret: Path
) -> None:
    chosen: list[Path] = []
    dialog = ask_for_folder(window, secret / "vault.db", chosen.append)
    type_and_accept(qtbot, dialog, str(secret))
    assert chosen == [secret / "vault.db"]


def test_begins_in_the_nearest_folder_that_is_there(
    qtbot: QtBot, window: QWidget, secret: Path
) -> None:
    dialog = ask_for_folder(window, secret / "not yet" / "there" / "vault.db", lambda _path: None)
    assert Path(dialog.directory().absolutePath()) == secret
    dialog.reject()


def test_leaves_no_trace_of_the_folder(
    qtbot: QtBot, window: QWidget, secret: Path, home: Path
) -> None:
    dialog = ask_for_vault(window, secret / "vault.db", lambda _path: None)
    type_and_accept(qtbot, dialog, "mine.db")
    qt = Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName())
    for file in (*home.rglob("*"), qt):
        if file.is_file():
            assert b"Dana" not in file.read_bytes(), file


def test_other_programs_keep_their_history(qtbot: QtBot, window: QWidget, secret: Path) -> None:
    place = QSettings(QSettings.Scope.UserScope, "QtProject")
    place.setValue("FileDialog/lastVisited", "file:///srv/pictures")
    place.sync()
    dialog = ask_for_vault(window, secret / "vault.db", lambda _path: None)
    type_and_accept(qtbot, dialog, "mine.db")
    place.sync()
    assert place.value("FileDialog/lastVisited") == "file:///srv/pictures"
    assert place.value("FileDialog/history") is None
