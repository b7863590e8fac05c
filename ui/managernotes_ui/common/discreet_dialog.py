"""A file dialog that leaves no trace of where it has been (SECURITY-DESIGN §5 no. 7)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_OWNER, _GROUP = "QtProject", "FileDialog"
"""Where Qt keeps the history of the file dialogs of every Qt program."""


def discreet_dialog(parent: QWidget, title: str, folder: Path) -> QFileDialog:
    """Return a dialog that forgets itself once it is closed.

    The system's own dialog would put the place on its list of recent files, and Qt's writes a
    history: that is put back to what it was, because other programs share it.
    """
    before = _history()
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.destroyed.connect(lambda: _put_back(before))  # Qt writes while it destroys the dialog
    return dialog


def _history() -> dict[str, object]:
    settings = QSettings(QSettings.Scope.UserScope, _OWNER)
    settings.beginGroup(_GROUP)
    return {key: settings.value(key) for key in settings.allKeys()}


def _put_back(history: dict[str, object]) -> None:
    settings = QSettings(QSettings.Scope.UserScope, _OWNER)
    settings.remove(_GROUP)
    settings.beginGroup(_GROUP)
    for key, value in history.items():
        settings.setValue(key, value)
