"""Once a day, if the manager asked for it: a word that something is due (issue 4, point 9)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from managernotes_ui.common.notifier import Notifier
from managernotes_ui.common.strings import rhythm as strings
from managernotes_ui.common.today_watch import TodayWatch
from managernotes_ui.shell.settings_keeper import SettingsKeeper


class DailyWord(QObject):
    """Speaks only while the vault is open and another program is in front."""

    def __init__(
        self,
        watch: TodayWatch,
        settings: SettingsKeeper,
        notifier: Notifier,
        is_in_front: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._watch = watch
        self._settings = settings
        self._notifier = notifier
        self._is_in_front = is_in_front
        watch.changed.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)

    @Slot()
    def look(self) -> None:
        """Say it, unless it was said today, nothing is due, or the window is looked at."""
        found, chosen = self._watch.today, self._settings.settings
        if not chosen.daily_notification or found is None:
            return
        day = found.day.isoformat()
        if chosen.notified_on == day or found.counts.quiet == 0 or self._is_in_front():
            return
        self._settings.change(notified_on=day)
        self._notifier.tell(strings.SOMETHING)

    @Slot(Qt.ApplicationState)
    def _on_state(self, _state: Qt.ApplicationState) -> None:
        self.look()


def app_is_in_front() -> bool:
    """Whether one of the app's windows is the active one."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
