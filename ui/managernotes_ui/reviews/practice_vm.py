"""State behind "My practice": seventeen sentences about the manager (practice/5-metrics.md)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.metric import Metric, Reading
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session

_Read = tuple[tuple[Reading, ...], frozenset[Metric]]


class PracticeViewModel(QObject):
    """Reads what is wanted, hides and brings back; reads nothing while nobody looks."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._readings: tuple[Reading, ...] = ()
        self._shown: frozenset[Metric] = frozenset(Metric)
        self._is_read = False
        self._resting = True
        self._shows_hidden = False
        for signal in (session.notes_changed, session.talks_changed, session.people_changed):
            signal.connect(self._on_changed)
        session.discreet.changed.connect(self._on_discreet)

    @property
    def is_read(self) -> bool:
        """Whether the vault has answered."""
        return self._is_read

    @property
    def readings(self) -> Sequence[Reading]:
        """What is on show, in the order of the metrics."""
        return tuple(
            one for one in self._readings if self._shows_hidden or one.metric in self._shown
        )

    @property
    def hidden(self) -> int:
        """How many are hidden."""
        return len(frozenset(Metric) - self._shown)

    @property
    def shows_hidden(self) -> bool:
        """Whether hidden ones are on show too, so that they can be brought back."""
        return self._shows_hidden

    def is_hidden(self, metric: Metric) -> bool:
        """Whether one is hidden."""
        return metric not in self._shown

    def reading(self, metric: Metric) -> Reading | None:
        """Return what one says now."""
        return next((one for one in self._readings if one.metric is metric), None)

    def toggle(self, metric: Metric) -> None:
        """Hide one, or bring it back."""
        is_hidden = self.is_hidden(metric)

        def change(workspace: Workspace) -> None:
            if is_hidden:
                workspace.metrics.show(metric)
            else:
                workspace.metrics.hide(metric)

        self._session.write(change, changes=Changed.TALKS)

    def show_hidden(self, *, shown: bool) -> None:
        """Show hidden ones too, or put them away again."""
        self._shows_hidden = shown
        self.reload()

    def rest(self) -> None:
        """Read nothing until asked again."""
        self._resting = True

    @Slot()
    def reload(self) -> None:
        """Read all of it from the vault."""
        self._resting = False
        with_hidden = self._shows_hidden
        self._session.read(
            lambda workspace: _read(workspace, with_hidden=with_hidden),
            done=self._on_read,
            channel="practice",
        )

    def _on_read(self, read: _Read) -> None:
        self._readings, self._shown = read
        self._is_read = True
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    @Slot()
    def _on_discreet(self) -> None:
        self._readings = self._session.discreet.shown(self._readings)
        self.changed.emit()


def _read(workspace: Workspace, *, with_hidden: bool) -> _Read:
    shown = frozenset(workspace.metrics.shown())
    if not with_hidden:
        return workspace.metrics.all(), shown
    return tuple(workspace.metrics.one(metric) for metric in Metric), shown
