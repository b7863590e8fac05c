"""What the foot of Today says: the month to look back on, and what the vault waits for (M17)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.domain.look_back import Month
from managernotes.domain.metric import Metric, Reading
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import today as strings

AFTER_ROWS_MS = 100
"""The first time the rows are drawn before: what the foot asks takes a while to load."""


@dataclass(frozen=True, slots=True)
class FootRead:
    """What was found; a metric that is hidden is None."""

    offered: Month | None
    house_keeping: Reading | None


class TodayFoot(QObject):
    """Reads only while the page is on show."""

    changed = Signal()

    def __init__(
        self, session: Session, dates: DateWords, is_shown: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._dates = dates
        self._is_shown = is_shown
        self._read = FootRead(None, None)
        self._has_begun = False
        self._first = QTimer(self, singleShot=True, interval=AFTER_ROWS_MS)
        self._first.timeout.connect(self.reload)
        for signal in (session.notes_changed, session.talks_changed, session.people_changed):
            signal.connect(self._on_changed)

    @property
    def offered(self) -> Month | None:
        """The month to look back on now, from its last working day; None: none."""
        return self._read.offered

    def items(self, loose: int) -> tuple[str, ...]:
        """Return the pieces of the foot; `loose` jots are named where M17 is hidden."""
        month, reading = self._read.offered, self._read.house_keeping
        said = []
        if month is not None:
            name = self._dates.month_and_year(month.first).rpartition(" ")[0]
            said.append(strings.LOOK_BACK_OFFER.format(month=name))
        if reading is not None and not reading.is_empty:
            said.append(reading.sentence)
        elif loose:
            said.append(strings.loose(loose))
        return tuple(said)

    def begin(self) -> None:
        """Read it for the first time, in a moment; does nothing from then on."""
        if not self._has_begun:
            self._has_begun = True
            self._first.start()

    @Slot()
    def reload(self) -> None:
        """Read it from the vault."""
        self._session.read(_foot, done=self._on_read, channel="today-foot")

    def _on_read(self, read: FootRead) -> None:
        if read != self._read:
            self._read = read
            self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        if self._is_shown():
            self.reload()


def _foot(workspace: Workspace) -> FootRead:
    is_wanted = Metric.HOUSE_KEEPING in workspace.metrics.shown()
    reading = workspace.metrics.one(Metric.HOUSE_KEEPING) if is_wanted else None
    return FootRead(workspace.look_backs.offered(), reading)
