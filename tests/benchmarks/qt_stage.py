"""What the Qt processes of the benchmarks share: an application, patience, and memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from managernotes.clock import SystemClock
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session
from managernotes_ui.common.tasks import TaskRunner
from managernotes_ui.style.theme import Theme
from tests.benchmarks.vaults import Twins

_PATIENCE_SECONDS = 60.0
_PAGE_BYTES = 4096
MEBIBYTE = 1024 * 1024


def dressed_application() -> tuple[QApplication, Theme]:
    """Return an application with the product's look."""
    app = QApplication([])
    theme = Theme()
    theme.apply(app)
    return app, theme


def session_on(twins: Twins) -> Session:
    """Open the vault on a database thread of its own, as the gatekeeper does."""
    tasks = TaskRunner()
    opened: list[Workspace] = []
    tasks.run(twins.open_vault, done=opened.append, failed=_fail)
    wait_until(lambda: bool(opened))
    return Session(opened[0], tasks, SystemClock())


def wait_until(what: Callable[[], bool]) -> None:
    """Handle events until something is so, without a pause; raises TimeoutError."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not what():
        if time.monotonic() > deadline:
            raise TimeoutError
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)


def resident_mebibytes() -> float:
    """Return what this process keeps in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * _PAGE_BYTES / MEBIBYTE


def _fail(error: Exception) -> None:
    raise error
