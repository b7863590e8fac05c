"""A desk over a real vault, with a window to lay things over; for palette, search and settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.backup_keeper import BackupKeeper
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.today_watch import TodayWatch
from managernotes_ui.common.trust_vm import TrustViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.navigator import Navigator
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.theme import Theme
from tests.ui.note_bench import Bench, note_bench


class FindBench:
    """A window with one field, a desk, and what was done and where it went."""

    def __init__(self, qtbot: QtBot, vault: Bench, folder: Path) -> None:
        self.qtbot = qtbot
        self.vault = vault
        self.theme = Theme(motion=False)
        self.window = QWidget()
        self.field = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.field)
        session = vault.session
        self.settings_file = folder / "settings.json"
        self.desk = Desk(
            theme=self.theme,
            session=session,
            actions=Actions(session),
            navigator=Navigator(session),
            directory=PeopleDirectory(session, session),
            today=TodayWatch(session, session),
            settings=SettingsKeeper(self.settings_file, session),
            backups=BackupKeeper(session, session),
            trust=TrustViewModel(session, session),
        )
        self.places: list[Place] = []
        self.done: list[str] = []
        self.failures: list[Exception] = []
        self.desk.navigator.moved.connect(self.places.append)
        session.failed.connect(self.failures.append)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.field.setFocus()
        with qtbot.waitSignal(self.desk.directory.changed):
            self.desk.directory.reload()

    def add_action(  # noqa: PLR0913 - an action's looks, by keyword
        self,
        name: str,
        title: str,
        *,
        keys: tuple[str, ...] = (),
        section: Section = Section.EVERYWHERE,
        owner: QWidget | None = None,
        in_palette: bool = True,
        sheet: str = "",
    ) -> None:
        """Add an action that writes its name down when it is run."""
        spec = ActionSpec(
            name=name,
            title=title,
            section=section,
            keys=keys,
            in_palette=in_palette,
            sheet=sheet,
        )
        self.desk.actions.add(spec, owner or self.window, lambda: self.done.append(name))

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(holds, timeout=10_000)

    def show(self, page: QWidget) -> None:
        """Put a page into the window."""
        layout = self.window.layout()
        assert layout is not None
        layout.addWidget(page)
        page.show()


@contextmanager
def find_bench(qtbot: QtBot, folder: Path) -> Iterator[FindBench]:
    """Open a bench, and close its vault in the end."""
    with note_bench(qtbot, folder) as vault:
        yield FindBench(qtbot, vault, folder)
