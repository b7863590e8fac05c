"""The steps of a preparation as a list: done ones with a check, the one on show with its ring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from managernotes.domain.preparation import Step
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.step_delegate import DONE_ROLE, NUMBER_ROLE, StepDelegate

Index = QModelIndex | QPersistentModelIndex


class StepModel(QAbstractListModel):
    """The steps of the path that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[Step, ...] = ()
        self._done: frozenset[Step] = frozenset()
        self._current: Step | None = None

    def show_steps(
        self, steps: Sequence[Step], done: frozenset[Step], current: Step | None
    ) -> None:
        """Show these; the one on show keeps its number while it is worked at."""
        if tuple(steps) != self.steps:
            self.beginResetModel()
            self.steps, self._done, self._current = tuple(steps), done, current
            self.endResetModel()
            return
        if (done, current) != (self._done, self._current):
            self._done, self._current = done, current
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.steps) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of steps."""
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, the number in the ring, whether it is done."""
        step = self.steps[index.row()]
        title = strings.STEP_TITLES[step]
        is_done = step in self._done
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.AccessibleTextRole:
                return strings.STEPS_DONE.format(step=title) if is_done else title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{title} (Alt+{int(step)})"
        if role == NUMBER_ROLE:
            return int(step)
        if role == DONE_ROLE:
            return is_done and step is not self._current
        return None


class StepList(QListView):
    """A click or the arrows choose; `chosen` carries the step."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows = StepModel()
        self._showing = False
        self.setModel(self._rows)
        self.setItemDelegate(StepDelegate(theme, self))
        self.setAccessibleName(strings.STEPS)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(theme, self)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self.updateGeometry)

    def show_steps(
        self, steps: Sequence[Step], done: frozenset[Step], current: Step | None
    ) -> None:
        """Show how far each step is, and which one is on show."""
        self._showing = True
        self._rows.show_steps(steps, done, current)
        if current in self._rows.steps:
            row = self._rows.index(self._rows.steps.index(current), 0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(row, flag)
            self.scrollTo(row)
        self._showing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the step on show in view."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:
        """Return room for every step."""
        rows = max(1, self._rows.rowCount())
        return QSize(0, rows * self._theme.scale.grow(36, 20))

    def minimumSizeHint(self) -> QSize:
        """Return room for three; the others scroll."""
        return QSize(0, 3 * self._theme.scale.grow(36, 20))

    @Slot(QModelIndex)
    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and not self._showing:
            self.chosen.emit(self._rows.steps[index.row()])
