"""The stage on which the tour's screens are set: a story vault, a window, and patience."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from managernotes.services.keys import Protection
from managernotes.services.story import STORY_NOW, SteppingClock, write_story
from managernotes.services.ways_in import PassphraseWay
from managernotes.services.workspace import Workspace, create_workspace, open_workspace
from managernotes_ui.common.tasks import TaskRunner
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.full_disk import FullDisk
from managernotes_ui.tour.no_keyring import NoKeyring
from managernotes_ui.tour.patience import CHEAPEST, PATIENCE_S, SIZE, spin, wait_until
from managernotes_ui.tour.story_shelf import SHELF, StoryShelf

T = TypeVar("T")

PASSPHRASE = "tour"  # noqa: S105 - the story's people are invented
QUIET_ROUNDS, ROUND_MS = 5, 20


class Stage:
    """One theme, one story, one open vault; `close` removes all of it."""

    def __init__(self, theme: Theme, **story: bool) -> None:
        self.theme = theme
        self.clock = SteppingClock(STORY_NOW)
        self.folder = Path(tempfile.mkdtemp(prefix="managernotes-tour-"))
        self._tasks = TaskRunner()
        self._made: list[Workspace] = []
        self.code = ""
        """The vault's recovery code."""
        shelf = SHELF.get() if type(self) is Stage else None
        self._tasks.run(lambda: self._open(story, shelf), done=self._made.append, failed=_fail)
        wait_until(lambda: bool(self._made))
        self.session = FullDisk(self._made[0], self._tasks, self.clock)
        self.settings = SettingsKeeper(self.folder / "settings.json")
        self.vault = OpenVault(theme, self.session, self.settings)
        self.view = self.vault.view
        self.view.resize(SIZE)

    def ask(self, question: Callable[[Workspace], T]) -> T:
        """Ask the vault something on its own thread, and wait for the answer."""
        answers: list[T] = []
        self.session.read(question, done=answers.append, failed=_fail)
        wait_until(lambda: bool(answers))
        return answers[0]

    def type(self, into: QWidget, text: str) -> None:
        """Type into a widget, key by key."""
        into.window().activateWindow()
        into.setFocus()
        QTest.keyClicks(into, text)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        here = QApplication.focusWidget()
        if here is not None:
            QTest.keyClick(here, key)
        self.settle()

    def go(self, place: Place) -> None:
        """Go somewhere and wait until it is shown."""
        self.vault.go(place)
        self.settle()

    def open(self, size: QSize = SIZE) -> None:
        """Show the window off screen, at a size."""
        self.view.resize(size)
        self.view.show()
        self.vault.begin()
        self.settle()

    def settle(self) -> None:
        """Wait until the vault has answered everything and the screen is as it will stay."""
        quiet = 0
        deadline = time.monotonic() + PATIENCE_S
        while quiet < QUIET_ROUNDS and time.monotonic() < deadline:
            spin(ROUND_MS)
            idle = self._tasks.is_idle and self.vault.backups_idle
            quiet = quiet + 1 if idle else 0

    def close(self) -> None:
        """Close the vault and remove the folder."""
        self.vault.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _open(self, story: dict[str, bool], shelf: StoryShelf | None) -> Workspace:
        """Open a vault in which the story is told; on the vault's thread."""
        if shelf is None:
            return self._tell(story)
        code = shelf.take(story, self.folder)
        if code is None:
            self._tell(story).close()
            shelf.keep(story, self.folder, self.code)
        self.code = code or self.code
        way = PassphraseWay(PASSPHRASE)
        vault = self.folder / "vault.db"
        return open_workspace(vault, way, clock=self.clock, keyring=NoKeyring())

    def _tell(self, story: dict[str, bool]) -> Workspace:
        workspace, code = create_workspace(
            self.folder / "vault.db",
            Protection.PASSPHRASE,
            PASSPHRASE,
            clock=self.clock,
            keyring=NoKeyring(),
            cost=CHEAPEST,
        )
        self.code = code.text
        self._tell_story(workspace, story)
        return workspace

    def _tell_story(self, workspace: Workspace, story: dict[str, bool]) -> None:
        """Fill the vault; on the vault's thread."""
        write_story(workspace, self.clock, **story)


def _fail(error: Exception) -> None:
    raise error
