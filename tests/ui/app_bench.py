"""The running app on a real vault, for tests of what it does between locked and open."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from managernotes.clock import FixedClock
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import NewPerson
from managernotes.services.keys import Protection
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import Workspace, create_workspace, open_workspace
from managernotes_ui.app import ManagerNotes
from managernotes_ui.shell.main_window import MainWindow
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.shell_view import ShellView
from managernotes_ui.shell.single_instance import Request
from tests.core.vault_fakes import MemoryKeyring

CLOCK = FixedClock(datetime(2026, 11, 24, 10, 42, tzinfo=UTC))
SECRET = "Led the rollback calmly"


class Bench:
    """An app on a vault that the keyring opens, and the same vault as another program sees it."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, file: Path) -> None:
        self.file = file
        self.keyring = MemoryKeyring()
        workspace, _code = create_workspace(
            file, Protection.KEYRING, None, clock=CLOCK, keyring=self.keyring
        )
        dana = workspace.people.add(NewPerson(display_name="Dana Whitfield"))
        workspace.notes.add(
            NewObservation(
                text=NoteText(fact=SECRET),
                kind=Kind.WIN,
                people=(dana.id,),
                occurred_on=date(2026, 11, 19),
            )
        )
        workspace.close()
        self.dana = dana.id
        self._qtbot = qtbot
        gc.freeze()  # each lock collects everything, and earlier tests have left a great deal
        self.taken: set[Path] = set()
        """Vaults that have a window of their own."""
        self.app = ManagerNotes(
            qapp, file, CLOCK, self.keyring, claim=lambda vault: vault not in self.taken
        )
        self.app.answer(Request.RAISE)

    @property
    def window(self) -> MainWindow:
        """The one window."""
        [window] = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        return window

    def wait(self, happened: Callable[[], object]) -> None:
        """Wait until something is true."""
        self._qtbot.waitUntil(lambda: bool(happened()), timeout=10_000)

    def opened(self) -> ShellView:
        """Wait for the open vault."""
        self.wait(lambda: isinstance(self.window.content, ShellView))
        assert isinstance(self.window.content, ShellView)
        return self.window.content

    def elsewhere(self, work: Callable[[Workspace], object]) -> object:
        """Return what another program finds in the vault."""
        other = self.open_elsewhere()
        try:
            return work(other)
        finally:
            other.close()

    def open_elsewhere(self) -> Workspace:
        """Open the vault as another program does."""
        return open_workspace(self.file, KeyringWay(), clock=CLOCK, keyring=self.keyring)

    def close(self) -> None:
        """End the app."""
        self.window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        delete(self.window)
        delete(self.app)
        gc.unfreeze()


def words_on_screen() -> str:
    """Return every text that any living widget holds."""
    words = []
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel):
            words.append(widget.text())
        elif isinstance(widget, QTextEdit):
            words.append(widget.toPlainText())
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return "\n".join(words)


def go_to_dana(bench: Bench, view: ShellView) -> QWidget:
    """Go to Dana's page and return it."""
    bench.window.activateWindow()
    view.navigator.go(Place(PageName.PERSON, person=bench.dana))
    bench.wait(lambda: "Dana Whitfield" in words_on_screen())
    assert view.page is not None
    return view.page
