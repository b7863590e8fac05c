"""The tick boxes beside the results: kinds, people, how far it was said (SPEC §5.13)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QWidget,
)

from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.facet_delegate import FacetDelegate
from managernotes_ui.search.facet_model import Facet, FacetLine, FacetModel, Index
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.scroll_bar import calm_scrolling


class FacetList(QListView):
    """Space or a click ticks; the arrows go from box to box."""

    toggled = Signal(object)

    def __init__(self, theme: Theme, model: FacetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = model
        self._look = FacetDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._look)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(strings.FACETS_NAME)
        calm_scrolling(theme, self)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_lines(self, lines: Sequence[FacetLine]) -> None:
        """Show other lines; the box that the keyboard is on stays the same one."""
        if list(lines) == list(self._facets.lines):
            return
        kept = self._facets.facet_at(self.currentIndex().row())
        self._facets.show(lines)
        self.updateGeometry()
        if kept is not None:
            same = (
                at
                for at, line in enumerate(lines)
                if isinstance(line, Facet) and (line.tick, line.words) == (kept.tick, kept.words)
            )
            self._choose(next(same, None))

    def sizeHint(self) -> QSize:
        """Return the height of every line, so that what follows stands right below."""
        return QSize(0, sum(map(self._look.height, self._facets.lines)))

    def minimumSizeHint(self) -> QSize:
        """Return a head and two boxes; the rest scrolls."""
        return QSize(0, min(self.sizeHint().height(), 100))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first box."""
        if self._facets.facet_at(self.currentIndex().row()) is None:
            self._choose(self._step(-1, 1))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, move with the arrows; letters are no search here."""
        at = self.currentIndex().row()
        moves: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        facet = self._facets.facet_at(at)
        if event.key() == Qt.Key.Key_Space and facet is not None:
            self.toggled.emit(facet.tick)
        elif event.key() in moves:
            self._choose(self._step(at, moves[event.key()]))
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _step(self, at: int, by: int) -> int | None:
        at += by
        while 0 <= at < self._facets.rowCount():
            if self._facets.facet_at(at) is not None:
                return at
            at += by
        return None

    def _choose(self, line: int | None) -> None:
        if line is not None:
            index = self._facets.index(line, 0)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)

    @Slot()
    def _on_clicked(self, index: Index) -> None:
        facet = self._facets.facet_at(index.row())
        if facet is not None:
            self.toggled.emit(facet.tick)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
