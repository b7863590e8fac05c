"""The agenda on the screen: arrows choose, Space ticks, a row that must be decided has buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.conversations.agenda_delegate import (
    ABOVE_BUTTONS,
    REACH,
    TOP,
    AgendaDelegate,
)
from managernotes_ui.conversations.agenda_model import AgendaModel, Index
from managernotes_ui.conversations.agenda_rows import AgendaHead, AgendaRow, Line
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.uncover import RowCover

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AgendaList(QListView):
    """As high as its rows, up to the room there is."""

    ticked = Signal(object)
    opened = Signal(object)
    decide_wanted = Signal(object)
    day_wanted = Signal(object)
    let_go_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._agenda = AgendaModel()
        self._agenda.setParent(self)
        self.buttons = tuple(
            make_button(theme, words, size=ButtonSize.TINY, parent=self.viewport())
            for words in (strings.DECIDE, strings.GIVE_DAY, strings.LET_IT_GO)
        )
        for button in self.buttons:
            button.hide()
        self._rows = AgendaDelegate(theme, self)
        self.setModel(self._agenda)
        self.setItemDelegate(self._rows)
        cover = RowCover(theme, self, takes_space=False)
        self._rows.set_cover(cover)
        self._agenda.set_cover(lambda: cover.tells)
        self._dress()
        wanted = (self.decide_wanted, self.day_wanted, self.let_go_wanted)
        for button, signal in zip(self.buttons, wanted, strict=True):
            button.clicked.connect(lambda _checked=False, told=signal: told.emit(self.row))
        self.doubleClicked.connect(self._on_opened)
        theme.changed.connect(self._on_theme_changed)

    @property
    def row(self) -> AgendaRow | None:
        """The chosen row."""
        return self._agenda.row_at(self.currentIndex().row())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the chosen row stays so, at first one that must be decided is."""
        here, at = self.row, self.currentIndex().row()
        if not self._agenda.show_lines(lines):
            return
        rows = [n for n, line in enumerate(lines) if isinstance(line, AgendaRow)]
        kept = [n for n in rows if here is not None and _row(lines[n]).id == here.id]
        urgent = [n for n in rows if _row(lines[n]).must_decide] if here is None else []
        near = sorted(rows, key=lambda n: abs(n - max(at, 0)))
        chosen = next(iter((*kept, *urgent, *near)), None)
        if chosen is not None:
            self._choose(chosen)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for every row."""
        height = sum(
            self.sizeHintForIndex(self._agenda.index(n, 0)).height()
            for n in range(self._agenda.rowCount())
        )
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return a few rows: with less room the list scrolls."""
        return QSize(200, min(self.sizeHint().height(), 120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, open with Enter; letters are keys of actions, not a search."""
        at = self.currentIndex().row()
        moves: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Space and self.row is not None:
            self.ticked.emit(self.row)
        elif event.key() in _ENTER and not event.modifiers():
            self._on_opened(self.currentIndex())
        elif event.key() in moves and not event.modifiers():
            self._choose(self._step(at, moves[event.key()]))
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick with a click on the check."""
        super().mousePressEvent(event)
        row = self._agenda.row_at(self.indexAt(event.position().toPoint()).row())
        if row is not None and event.position().x() < self._rows.text_left:
            self.ticked.emit(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Give the chosen row room for its buttons, and take it from the one before."""
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self._place_buttons()

    def updateGeometries(self) -> None:
        """Follow a new layout with the buttons."""
        super().updateGeometries()
        self._place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Light the chosen row."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the light out, but where something must be decided."""
        super().focusOutEvent(event)
        self.viewport().update()

    # --- inside -------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps its lane
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(strings.AGENDA)
        self.setProperty("ground", "bg")
        calm_scrolling(self._theme, self)

    def _step(self, at: int, by: int) -> int:
        wanted = at + by
        while isinstance(self._agenda.line_at(wanted), AgendaHead):
            wanted += by
        return wanted if self._agenda.row_at(wanted) is not None else at

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        index = self._agenda.index(row, 0)
        light = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, light)
        self.scrollTo(index)

    @Slot()
    def _place_buttons(self) -> None:
        index = self.currentIndex()
        wanted = index.isValid() and self._rows.has_buttons(index)
        rect = self.visualRect(index)
        width = sum(button.sizeHint().width() + ABOVE_BUTTONS for button in self.buttons)
        fits = self._rows.text_left + width <= rect.width()
        at = QPoint(self._rows.text_left if fits else REACH, rect.bottom() + 1 - TOP)
        for button in self.buttons:
            size = button.sizeHint()
            button.setGeometry(at.x(), at.y() - size.height(), size.width(), size.height())
            button.setVisible(wanted)
            at.setX(at.x() + size.width() + ABOVE_BUTTONS)

    @Slot()
    def _on_opened(self, index: Index) -> None:
        row = self._agenda.row_at(index.row())
        if row is not None:
            self.opened.emit(row)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


def _row(line: Line) -> AgendaRow:
    assert isinstance(line, AgendaRow)
    return line
