"""A desk over a real vault, for the tests of the screens about people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from managernotes.domain.identity import PersonId
from managernotes.domain.person import NewPerson, Person
from managernotes_ui.common.actions import Actions
from managernotes_ui.common.backup_keeper import BackupKeeper
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.today_watch import TodayWatch
from managernotes_ui.common.trust_vm import TrustViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.navigator import Navigator
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.theme import Scheme, Theme
from tests.ui.note_bench import Bench, note_bench
from tests.ui.style_bench import dressed


class PeopleBench:
    """A vault with Dana Whitfield and Arjun Rao; `places` are those that were gone to."""

    def __init__(self, qtbot: QtBot, bench: Bench, theme: Theme, folder: Path) -> None:
        self.bench = bench
        self.theme = theme
        self.places: list[Place] = []
        self._qtbot = qtbot
        self._shown: list[QWidget] = []
        self.desk = Desk(
            theme=theme,
            session=bench.session,
            actions=Actions(),
            navigator=Navigator(),
            directory=PeopleDirectory(bench.session),
            today=TodayWatch(bench.session),
            settings=SettingsKeeper(folder / "settings.json"),
            backups=BackupKeeper(bench.session),
            trust=TrustViewModel(bench.session),
        )
        self.desk.navigator.moved.connect(self.places.append)
        self.desk.directory.reload()
        bench.settle()

    def add(self, person: NewPerson) -> Person:
        """Add somebody and let the screens hear of it."""
        added = self.bench.ask(lambda workspace: workspace.people.add(person))
        self.tell()
        return added

    def get(self, person: PersonId) -> Person:
        """Return somebody as they are in the vault."""
        return self.bench.ask(lambda workspace: workspace.people.get(person))

    def tell(self) -> None:
        """Announce that people changed, and wait until everybody has read again."""
        self.bench.session.people_changed.emit()
        self.settle()

    def settle(self) -> None:
        """Wait until what was asked for, and what that asked for, is there."""
        for _round in range(3):
            self.bench.settle()

    def show(self, widget: QWidget, width: int = 1056, height: int = 764) -> None:
        """Show a widget as the active window."""
        self._shown.append(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)

    def close(self) -> None:
        """Destroy the screens here, before their vault is closed."""
        for widget in self._shown:
            if isValid(widget):
                delete(widget)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def people_bench(
    qtbot: QtBot,
    app: QApplication,
    folder: Path,
    scheme: Scheme = Scheme.LIGHT,
    text_scale: float = 1.0,
) -> Iterator[PeopleBench]:
    """Open a bench, and close its screens and its vault in the end."""
    with dressed(app, scheme, text_scale) as theme, note_bench(qtbot, folder) as bench:
        people = PeopleBench(qtbot, bench, theme, folder)
        try:
            yield people
        finally:
            people.close()
