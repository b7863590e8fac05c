"""The app as `managernotes` starts it, over a vault whose key lies in a file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from managernotes.clock import SystemClock
from managernotes_ui.app import ManagerNotes
from managernotes_ui.common.collector import MainThreadCollector
from managernotes_ui.common.quiet_qt import keep_qt_quiet
from managernotes_ui.people.people_page import PeoplePage
from managernotes_ui.shell.page import Page, Place
from managernotes_ui.shell.single_instance import Request, SingleInstance
from tests.benchmarks.file_keyring import FileKeyring

P = TypeVar("P", bound=Page)


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
        """Whether the vault is open and the people are on show."""
        shell = self._app._open and self._app._open.view
        page = shell.page if shell else None
        return isinstance(page, PeoplePage) and page.list.model().rowCount() > 0

    def draw(self) -> None:
        """Draw the window as it is now."""
        self._app._window.repaint()

    def page(self, kind: type[P]) -> P:
        """Return the page on show, which must be of a kind."""
        assert self._app._open is not None
        page = self._app._open.view.page
        assert isinstance(page, kind)
        return page

    def go(self, place: Place) -> None:
        """Go somewhere."""
        assert self._app._open is not None
        self._app._open.go(place)

    def close(self) -> None:
        """Close the window, and with it everything."""
        self._app._window.close()
        self._collector.close()
        self._instance.release()
