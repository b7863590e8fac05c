"""A process: the app as `managernotes` starts it, gone once the first rows have been drawn.

Everything is the product's own but the keyring, which is a file. With a second argument it stays
long enough to open somebody's page, and prints what that took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from managernotes import quiet
from managernotes.cli.main import main as run_command_line


class QuittingFrontEnd:
    """The window's side of the command line, over a vault whose key lies beside it."""

    def __init__(self, *, visits_somebody: bool) -> None:
        self._visits_somebody = visits_somebody

    def open_window(self, vault: Path) -> int:
        """Open the window, and close it when its rows are there."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from managernotes.clock import SystemClock
        from managernotes_ui.app import ManagerNotes
        from managernotes_ui.common.collector import MainThreadCollector
        from managernotes_ui.shell.single_instance import Request, SingleInstance
        from tests.benchmarks.file_keyring import FileKeyring

        qt = QApplication([])
        instance = SingleInstance(vault)
        if not instance.claim():
            return 1
        collector = MainThreadCollector(qt)
        keyring = FileKeyring(vault.with_name("keyring.json"))
        app = ManagerNotes(qt, vault, SystemClock(), keyring)
        app.answer(Request.RAISE)
        look = QTimer(interval=1)
        look.timeout.connect(lambda: self._end_when_shown(app))
        look.start()
        try:
            return qt.exec()
        finally:
            collector.close()
            instance.release()

    def quick_capture(self, vault: Path) -> int:
        """Not asked for."""
        raise NotImplementedError

    def tour(self, out: Path) -> int:
        """Not asked for."""
        raise NotImplementedError
