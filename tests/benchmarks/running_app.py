"""The app as `managernotes` starts it, over a vault whose key lies in a file beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from managernotes.clock import SystemClock
from managernotes.services.workspace import Workspace
from managernotes_ui.app import ManagerNotes
from managernotes_ui.common.collector import MainThreadCollector
from managernotes_ui.common.quiet_qt import keep_qt_quiet
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import Page, Place
from managernotes_ui.shell.single_instance import Request, SingleInstance
from managernotes_ui.today.today_page import TodayPage
from tests.benchmarks.event_loop import wait_until
from tests.benchmarks.file_keyring import FileKeyring

P = TypeVar("P", bound=Page)
T = TypeVar("T")


class RunningApp:
    """What `managernotes_ui.app.run` puts together, with its keyring replaced by a file."""

    def __init__(self, vault: Path) -> None:
        keep_qt_quiet()
        self._qt = QApplication([])
        self._instance = SingleInstance(vault)
        if not self._instance.claim():
            raise RuntimeError("the app is already open on this vault")
        self._instance.listen()
        self._collector = MainThreadCollector(self._qt)
        keyring = FileKeyring(vault.with_name("keyring.json"))
        self._app = ManagerNotes(self._qt, vault, SystemClock(), keyring)
        self._app.answer(Request.RAISE)

    def has_rows(self) -> bool:
        """Whether the vault is open and the first page shows what waits today."""
        page = self._app._open.view.page if self._app._open else None
        return isinstance(page, TodayPage) and page.vm.is_read

    @property
    def window(self) -> QWidget:
        """The one window."""
        return self._app._window

    @property
    def vault(self) -> OpenVault:
        """What exists while the vault is open."""
        assert self._app._open is not None
        return self._app._open

    @property
    def is_warm(self) -> bool:
        """Whether the modules of pages to come are loaded."""
        return self.vault._warm_up.is_done

    @property
    def is_idle(self) -> bool:
        """Whether the vault's thread has nothing to do; outcomes may still be on their way."""
        return self._session._tasks.is_idle and self.vault.backups_idle

    def ask(self, question: Callable[[Workspace], T]) -> T:
        """Ask the vault something on its own thread, and wait for the answer."""
        answers: list[T] = []
        self._session.read(question, done=answers.append, as_stored=True)
        wait_until(lambda: bool(answers))
        return answers[0]

    def write(self, work: Callable[[Workspace], object], changes: Changed) -> None:
        """Store something as a screen does: whoever shows it reads again."""
        self._session.write(work, changes=changes)

    def ask_nothing(self) -> None:
        """Ask the vault's thread for an answer that takes no time."""
        self._session.read(lambda _workspace: None, done=lambda _none: None)

    def press(self, keys: str) -> None:
        """Press a chord where the keyboard is."""
        QTest.keySequence(QApplication.focusWidget() or self.window, keys)

    def draw(self) -> None:
        """Draw the window as it is now."""
        self.window.repaint()

    def page(self, kind: type[P]) -> P:
        """Return the page on show, which must be of a kind."""
        page = self.vault.view.page
        assert isinstance(page, kind)
        return page

    def go(self, place: Place) -> None:
        """Go somewhere."""
        self.vault.go(place)

    def close(self) -> None:
        """Close the window, and with it everything."""
        self._app._window.close()
        self._collector.close()
        self._instance.release()

    @property
    def _session(self) -> Session:
        return self.vault._session
