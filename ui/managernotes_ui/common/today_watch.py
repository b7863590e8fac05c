"""What waits today, kept at hand for the first page, the sidebar's count and the reminder."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.clock import today
from managernotes.domain.today import Today
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session

_DAY_CHECK_MS = 60_000
"""How often it looks whether another day has begun."""


class TodayWatch(QObject):
    """Read again whenever notes, talks or people change, and when another day begins."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._today: Today | None = None
        self._asked_on: date | None = None
        self._clock = QTimer(self, interval=_DAY_CHECK_MS)
        self._clock.timeout.connect(self._on_minute)
        for signal in (session.notes_changed, session.talks_changed, session.people_changed):
            signal.connect(self.reload)

    @property
    def today(self) -> Today | None:
        """What was read last; None before the first time."""
        return self._today

    @Slot()
    def reload(self) -> None:
        """Read it again, off the UI thread."""
        self._asked_on = today(self._session.clock)
        self._clock.start()
        self._session.read(_today, done=self._on_read, channel="today-watch")

    @Slot()
    def _on_minute(self) -> None:
        if self._asked_on != today(self._session.clock):
            self.reload()
            self._session.write(_look_at_old_preparations, changes=Changed.TALKS)

    def _on_read(self, found: Today) -> None:
        if found != self._today:
            self._today = found
            self.changed.emit()


def _look_at_old_preparations(workspace: Workspace) -> None:
    """Take back to their draft what was prepared more than 14 days ago (practice/2-model.md)."""
    workspace.preparations.refresh_stale()


def _today(workspace: Workspace) -> Today:
    return workspace.today.today()
