"""The results on the screen: arrows go from note to note, Enter opens (SPEC §5.13)."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QWidget,
)

from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.hit_words import HitWords
from managernotes_ui.search.result_delegate import ResultDelegate
from managernotes_ui.search.result_rows import (
    HeadLine,
    HitLine,
    Index,
    MoreLine,
    ResultLine,
    ResultModel,
)
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.uncover import RowCover

BATCH = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultList(QListView):
    """Enter or a click opens: a note, or the rest of a group; Up from the first row leaves."""

    opened = Signal(object)
    left_upwards = Signal()

    def __init__(
        self, theme: Theme, model: ResultModel, words: HitWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._results = model
        self._kept: ResultLine | None = None
        self.setModel(model)
        rows = ResultDelegate(theme, words, self)
        self.setItemDelegate(rows)
        cover = RowCover(theme, self)
        rows.set_cover(cover)
        model.set_cover(lambda: cover.tells)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps its lane
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(strings.RESULTS_NAME)
        calm_scrolling(theme, self)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def line(self) -> ResultLine | None:
        """The chosen line."""
        return self._results.line_at(self.currentIndex().row())

    def enter(self) -> bool:
        """Take the keyboard to the chosen line, or the first note; return whether there is one."""
        if self.line is None:
            first = self._step(-1, 1)
            if first is None:
                return False
            self._choose(first)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; leave upwards from the first row; letters are no search here."""
        at = self.currentIndex().row()
        moves: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in _ENTER and self.line is not None:
            self.opened.emit(self.line)
        elif event.key() in moves:
            wanted = self._step(at, moves[event.key()])
            if wanted is not None:
                self._choose(wanted)
            elif event.key() == Qt.Key.Key_Up:
                self.left_upwards.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the rows for the new width."""
        super().resizeEvent(event)
        self.viewport().update()

    def _step(self, at: int, by: int) -> int | None:
        """Return the next line that can be chosen."""
        at += by
        while isinstance(self._results.line_at(at), HeadLine):
            at += by
        return at if self._results.line_at(at) is not None else None

    def _choose(self, line: int) -> None:
        index = self._results.index(line, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if line and isinstance(self._results.line_at(line - 1), HeadLine):
            self.scrollTo(self._results.index(line - 1, 0))
        self.scrollTo(index)

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._kept = self.line

    @Slot()
    def _on_reset(self) -> None:
        kept, self._kept = self._kept, None
        if isinstance(kept, HitLine):
            line = self._results.number_of(kept.hit.id, kept.who)
        elif isinstance(kept, MoreLine):
            line = self._results.end_of(kept.who)
        else:
            return
        if line is not None:
            self._choose(line)

    @Slot()
    def _on_clicked(self, index: Index) -> None:
        line = self._results.line_at(index.row())
        if isinstance(line, HitLine | MoreLine):
            self.opened.emit(line)
