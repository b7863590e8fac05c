"""Asking where a vault is, or where a new one shall be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from managernotes.paths import default_vault
from managernotes_ui.common.discreet_dialog import discreet_dialog
from managernotes_ui.common.strings import unlock as strings


def ask_for_vault(parent: QWidget, start: Path, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a vault that is there; `chosen` is called with it, or nothing happens."""
    dialog = discreet_dialog(parent, strings.CHOOSE_VAULT, _nearest_folder(start))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(strings.VAULT_FILES)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def ask_for_backup(parent: QWidget, start: Path, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a backup; `chosen` is called with it, or nothing happens."""
    dialog = discreet_dialog(parent, strings.CHOOSE_BACKUP, _nearest_folder(start))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(strings.BACKUP_FILES)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def ask_for_folder(
    parent: QWidget,
    start: Path,
    chosen: Callable[[Path], None],
    title: str = strings.CHOOSE_FOLDER,
) -> QFileDialog:
    """Ask for a folder; `chosen` is called with the place of the vault in it."""
    dialog = discreet_dialog(parent, title, _nearest_folder(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: chosen(Path(name) / default_vault().name))
    dialog.open()
    return dialog


def _nearest_folder(start: Path) -> Path:
    return next((folder for folder in start.parents if folder.is_dir()), Path.home())
