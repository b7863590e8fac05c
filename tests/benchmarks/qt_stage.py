"""An application with the product's look, and a vault that answers it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from managernotes.clock import SystemClock
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session
from managernotes_ui.common.tasks import TaskRunner
from managernotes_ui.style.theme import Theme
from tests.benchmarks.event_loop import wait_until
from tests.benchmarks.vaults import Twins


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


def _fail(error: Exception) -> None:
    raise error
