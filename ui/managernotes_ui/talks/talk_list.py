"""A list of talks on the screen: arrows choose, Enter opens, the chosen one has its button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from managernotes.domain.identity import ConversationId
from managernotes_ui.common.strings import talks as strings
from managernotes_ui.style.theme import Theme
from managernotes_ui.talks.talk_delegate import REACH, TalkDelegate
from managernotes_ui.talks.talk_model import Index, Line, TalkHead, TalkModel
from managernotes_ui.talks.talk_words import STEP_WORDS, TalkLine
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.uncover import RowCover

BATCH = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TalkList(QListView):
    """A click chooses a row, Enter or a double click opens it, its button does the next step."""

    opened = Signal(object)
    step_wanted = Signal(object)
    chosen = Signal()

    def __init__(self, theme: Theme, *, names: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._talks = TalkModel(lambda: theme.cover.kinds)
        self._talks.setParent(self)
        self._kept: ConversationId | None = None
        self._awaited: ConversationId | None = None
        self.button = make_button(
            theme,
            strings.WRITE_DOWN,
            role=ButtonRole.PRIMARY,
            size=ButtonSize.TINY,
            parent=self.viewport(),
        )
        self.button.hide()
        self._rows = TalkDelegate(theme, self, names=names)
        self.setModel(self._talks)
        self.setItemDelegate(self._rows)
        cover = RowCover(theme, self)
        self._rows.set_cover(cover)
        self._talks.set_cover(lambda: cover.tells)
        self._dress()
        self.button.clicked.connect(self._on_button)
        self.doubleClicked.connect(self._on_opened)
        self.verticalScrollBar().valueChanged.connect(self._place_button)
        theme.changed.connect(self._on_theme_changed)

    @property
    def talk(self) -> TalkLine | None:
        """The chosen talk."""
        return self._talks.talk_at(self.currentIndex().row())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the chosen talk stays so, else the first is."""
        here = self.talk
        wanted = self._awaited or (here.row.id if here is not None else self._kept)
        before = self.currentIndex().row()
        self._talks.show_lines(lines)
        row = self._talks.row_of(wanted)
        if row >= 0:
            self._awaited = None
        elif here is not None:
            row = self._near(before)
        self._choose(row if row >= 0 else self._near(0))
        self._kept = wanted
        self._show_button()

    def choose(self, talk: ConversationId) -> None:
        """Choose a talk, now or as soon as it is shown."""
        row = self._talks.row_of(talk)
        if row >= 0:
            self._choose(row)
        else:
            self._awaited = talk

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters are keys of actions, not a search."""
        at = self.currentIndex().row()
        moves: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in _ENTER:
            self._on_opened(self.currentIndex())
        elif event.key() in moves and not event.modifiers():
            self._choose(self._step(at, moves[event.key()]))
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Move the button to the chosen row."""
        super().currentChanged(current, previous)
        self._show_button()
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the rows for the new width: narrow ones are higher."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._place_button()

    def updateGeometries(self) -> None:
        """Follow a new layout with the button."""
        super().updateGeometries()
        self._place_button()

    # --- inside -------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps its lane
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(strings.LIST_NAME)
        calm_scrolling(self._theme, self)

    def _step(self, at: int, by: int) -> int:
        """Return the next row with a talk, or the same at the end."""
        wanted = at + by
        while isinstance(self._talks.line_at(wanted), TalkHead):
            wanted += by
        return wanted if self._talks.talk_at(wanted) is not None else at

    def _near(self, row: int) -> int:
        """Return the row of a talk at or near a row, or -1."""
        last = self._talks.rowCount() - 1
        tried = (min(row, last) + by for by in (0, 1, -1, 2, -2))
        return next((at for at in tried if self._talks.talk_at(at) is not None), -1)

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        index = self._talks.index(row, 0)
        light = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, light)
        if isinstance(self._talks.line_at(row - 1), TalkHead):
            self.scrollTo(self._talks.index(row - 1, 0))
        self.scrollTo(index)

    def _show_button(self) -> None:
        line = self.talk
        step = line.step if line is not None else None
        self.button.setVisible(step is not None)
        if step is not None:
            self.button.setText(STEP_WORDS[step])
            self.button.resize(self.button.sizeHint())
        self._rows.taken = self.button.width() if step is not None else 0
        self._place_button()
        self.viewport().update()

    @Slot()
    def _place_button(self) -> None:
        if self.button.isHidden():
            return
        row = self.visualRect(self.currentIndex())
        size: QSize = self.button.sizeHint()
        line = min(row.height(), self._theme.scale.grow(36, 20))
        top = row.top() + (line - size.height()) // 2
        self.button.setGeometry(QRect(row.right() + 1 - REACH - size.width(), top, *size.toTuple()))

    @Slot()
    def _on_button(self) -> None:
        if self.talk is not None:
            self.step_wanted.emit(self.talk)

    @Slot()
    def _on_opened(self, index: Index) -> None:
        line = self._talks.talk_at(index.row())
        if line is not None:
            self.opened.emit(line)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self._show_button()
