"""A list of promises on the screen: arrows choose, Space keeps, the chosen one has its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from managernotes.domain.identity import PromiseId
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.promises.promise_delegate import REACH, PromiseDelegate
from managernotes_ui.promises.promise_model import Index, PromiseModel
from managernotes_ui.promises.promise_words import Line, PromiseHead, PromiseLine, Step
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.uncover import RowCover

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BESIDE = 8
_BOX_REACH = 8
"""A click so far beside a box still ticks it."""
_WORDS = {
    Step.TOLD: (strings.TOLD_THEM, "T", ButtonRole.PRIMARY),
    Step.PLAN_TO_SAY: (strings.PLAN_TO_SAY, "", ButtonRole.PLAIN),
    Step.KEEP: (strings.KEEP, "Space", ButtonRole.PRIMARY),
    Step.MOVE: (strings.MOVE, "M", ButtonRole.PLAIN),
}


class PromiseList(QListView):
    """A click chooses a row or ticks its box; Enter or a double click opens the talk."""

    opened = Signal(object)
    ticked = Signal(object)
    step_wanted = Signal(object, object)
    chosen = Signal()

    def __init__(self, theme: Theme, *, names: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._promises = PromiseModel()
        self._promises.setParent(self)
        self._awaited: PromiseId | None = None
        self.buttons = {step: self._button(step) for step in Step}
        self._rows = PromiseDelegate(theme, self, names=names)
        self.setModel(self._promises)
        self.setItemDelegate(self._rows)
        cover = RowCover(theme, self, takes_space=False)
        self._rows.set_cover(cover)
        self._promises.set_cover(lambda: cover.tells)
        self._dress()
        self.doubleClicked.connect(self._on_opened)
        self.verticalScrollBar().valueChanged.connect(self._place_buttons)
        theme.changed.connect(self._on_theme_changed)

    @property
    def promise(self) -> PromiseLine | None:
        """The chosen promise."""
        return self._promises.promise_at(self.currentIndex().row())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the chosen promise stays so, its neighbour once it is done with."""
        here = self.promise
        before = self.currentIndex().row()
        self._promises.show_lines(lines)
        row = self._promises.row_of(self._awaited)
        if row >= 0:
            self._awaited = None
        elif here is not None:
            row = self._promises.row_of(here.promise.id)
            now = self._promises.promise_at(row)
            if now is not None and now.is_open is not here.is_open:
                row = -1
        self._choose(row if row >= 0 else self._near(max(before, 0)))
        self._show_buttons()

    def follow(self, promise: PromiseId) -> None:
        """Choose a promise once the lists come anew, wherever it then stands."""
        self._awaited = promise

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters and Space are keys of actions, not a search."""
        moves: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in _ENTER:
            self._on_opened(self.currentIndex())
        elif event.key() in moves and not event.modifiers():
            self._choose(self._step(self.currentIndex().row(), moves[event.key()]))
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box under the pointer."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._promises.promise_at(index.row())
        if line is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        box = self._rows.box_of(QRectF(self.visualRect(index)))
        reach = box.adjusted(-_BOX_REACH, -_BOX_REACH, _BOX_REACH, _BOX_REACH)
        if reach.contains(event.position()):
            self.ticked.emit(line)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Move the buttons to the chosen row."""
        super().currentChanged(current, previous)
        self._show_buttons()
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the rows for the new width: narrow ones are higher."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._place_buttons()

    def updateGeometries(self) -> None:
        """Follow a new layout with the buttons."""
        super().updateGeometries()
        self._place_buttons()

    # --- inside -------------------------------------------------------------------------------

    def _button(self, step: Step) -> Button:
        words, key, role = _WORDS[step]
        button = make_button(
            self._theme,
            words,
            role=role,
            size=ButtonSize.TINY,
            key=key,
            tip=words,
            parent=self.viewport(),
        )
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _checked=False: self._on_button(step))
        button.hide()
        return button

    def _dress(self) -> None:
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps its lane
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(strings.LIST_NAME)
        calm_scrolling(self._theme, self)

    def _step(self, at: int, by: int) -> int:
        """Return the next row with a promise, or the same at the end."""
        wanted = at + by
        while isinstance(self._promises.line_at(wanted), PromiseHead):
            wanted += by
        return wanted if self._promises.promise_at(wanted) is not None else at

    def _near(self, row: int) -> int:
        """Return the row of a promise at or near a row, or -1."""
        last = self._promises.rowCount() - 1
        tried = (min(row, last) + by for by in (0, 1, -1, 2, -2))
        return next((at for at in tried if self._promises.promise_at(at) is not None), -1)

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        index = self._promises.index(row, 0)
        light = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, light)
        if isinstance(self._promises.line_at(row - 1), PromiseHead):
            self.scrollTo(self._promises.index(row - 1, 0))
        self.scrollTo(index)

    def _show_buttons(self) -> None:
        line = self.promise
        steps = line.steps if line is not None else ()
        for step, button in self.buttons.items():
            button.setVisible(step in steps)
            button.resize(button.sizeHint())
        widths = [self.buttons[step].width() + _BESIDE for step in steps]
        self._rows.taken = sum(widths)
        self._place_buttons()
        self.viewport().update()

    @Slot()
    def _place_buttons(self) -> None:
        line = self.promise
        if line is None:
            return
        row = self.visualRect(self.currentIndex())
        right = row.right() + 1 - REACH
        for step in reversed(line.steps):
            button = self.buttons[step]
            size = button.sizeHint()
            top = row.top() + (row.height() - size.height()) // 2
            if self._rows.is_stacked:
                top = row.bottom() - size.height() - 6
            button.setGeometry(right - size.width(), top, *size.toTuple())
            right -= size.width() + _BESIDE

    def _on_button(self, step: Step) -> None:
        if self.promise is not None:
            self.step_wanted.emit(self.promise, step)

    @Slot()
    def _on_opened(self, index: Index) -> None:
        line = self._promises.promise_at(index.row())
        if line is not None:
            self.opened.emit(line)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self._show_buttons()
