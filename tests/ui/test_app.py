"""The running app between locked and open, on a real vault: what a lock saves, and what it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
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
from managernotes_ui.unlock.gate_view import GateView
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
        self.app = ManagerNotes(qapp, file, CLOCK, self.keyring)
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
        other = open_workspace(self.file, KeyringWay(), clock=CLOCK, keyring=self.keyring)
        try:
            return work(other)
        finally:
            other.close()

    def close(self) -> None:
        """End the app."""
        self.window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        delete(self.window)
        delete(self.app)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    """Start the app on a vault with one person and one note."""
    bench = Bench(qtbot, qapp, tmp_path / "vault.db")
    yield bench
    bench.close()


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


def test_the_keyring_opens_the_vault_when_the_app_starts(bench: Bench) -> None:
    assert bench.opened().isVisible()
    assert bench.window.windowTitle() == "Manager Notes"


def test_a_lock_by_hand_destroys_every_view_and_waits_for_the_person(
    bench: Bench, qtbot: QtBot
) -> None:
    view = bench.opened()
    go_to_dana(bench, view)
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "Dana" not in words_on_screen()
    assert SECRET not in words_on_screen()
    qtbot.wait(300)
    assert isinstance(bench.window.content, GateView), "the keyring opened it by itself"


def test_what_is_typed_when_it_locks_is_there_again_as_a_draft(bench: Bench) -> None:
    view = bench.opened()
    page = go_to_dana(bench, view)
    page.compose()  # type: ignore[attr-defined]
    QTest.keyClicks(QApplication.focusWidget() or page, "half a thought")
    bench.app.lock()
    drafts = bench.elsewhere(lambda workspace: workspace.drafts.read(f"capture:{bench.dana}"))
    assert drafts == "half a thought"


def test_closing_the_window_keeps_what_is_typed(bench: Bench) -> None:
    view = bench.opened()
    page = go_to_dana(bench, view)
    page.compose()  # type: ignore[attr-defined]
    QTest.keyClicks(QApplication.focusWidget() or page, "half a thought")
    bench.window.close()
    drafts = bench.elsewhere(lambda workspace: workspace.drafts.read(f"capture:{bench.dana}"))
    assert drafts == "half a thought"


def test_opening_and_locking_ten_times_leaves_no_window_behind(bench: Bench) -> None:
    before = len(QApplication.topLevelWidgets())
    for _ in range(10):
        bench.opened()
        bench.app.lock()
        bench.wait(lambda: isinstance(bench.window.content, GateView))
        gate = bench.window.content
        assert isinstance(gate, GateView)
        gate.page.daily.keyring.click()  # type: ignore[union-attr]
    bench.opened()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(QApplication.topLevelWidgets()) <= before + 2
